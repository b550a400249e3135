import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { icon } from '../../elements/icons/icons.js';
import type { Connection, Run, Sync } from '../../elements/model/documents.js';
import type { PlatformSchema } from '../../elements/model/schema.js';
import { controls } from '../../elements/theme/controls.js';
import { theme } from '../../elements/theme/theme.js';
import { api, type MappingSummary, wordsOf } from '../api/client.js';
import { Loaded, orNull } from '../shell/loaded.js';
import { pageStyles } from '../shell/page-styles.js';
import { problemNote, runsTable, whenThere } from '../shell/parts.js';
import { goTo, linkTo } from '../shell/routes.js';
import { chief } from './connection-page.js';

interface Standing {
  connection: Connection | null;
  schema: PlatformSchema | null;
  mappings: MappingSummary[];
  syncs: Sync[];
  runs: Run[];
}

interface Step {
  name: string;
  hint: string;
  done: boolean;
  action: TemplateResult;
}

const kRunsShown = 6;

const styles = css`
  .steps {
    overflow: hidden;
  }
  .step {
    display: grid;
    grid-template-columns: 28px minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 14px;
    padding: 16px 20px;
    border-bottom: 1px solid var(--line);
  }
  .step:last-child {
    border-bottom: 0;
  }
  .mark {
    display: grid;
    place-items: center;
    width: 24px;
    height: 24px;
    border: 1.5px solid var(--line-strong);
    border-radius: 50%;
    color: var(--ink-3);
    font-size: var(--text-xs);
    font-weight: 600;
  }
  .done .mark {
    border-color: transparent;
    background: var(--good-soft);
    color: var(--good);
  }
  .step strong {
    font-weight: 600;
  }
  .done strong {
    color: var(--ink-2);
    font-weight: 500;
  }
  .step p {
    color: var(--ink-3);
    font-size: var(--text-s);
  }
  .syncs {
    display: grid;
    gap: 16px;
  }
  .sync-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  a.open {
    display: inline-flex;
    align-items: center;
    min-height: 32px;
    font-size: var(--text-s);
    font-weight: 550;
    text-decoration: none;
  }
  a.open:hover {
    text-decoration: underline;
  }
  dialog .field > :is(input, select) {
    width: 100%;
  }
`;

/** Where everything stands: what is left to set up, how each sync is doing, the latest runs. */
export class OverviewPage extends LitElement {
  static override styles = [theme, controls, pageStyles, styles];

  @state() private problem = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  private readonly standing = new Loaded<Standing>(this, async () => {
    const [connections, schema, mappings, syncs, runs] = await Promise.all([
      api.connections(),
      orNull(api.platformSchema()),
      api.mappings(),
      api.syncs(),
      api.runs({ limit: kRunsShown }),
    ]);
    return {
      connection: chief(connections.items),
      schema,
      mappings: mappings.items,
      syncs: syncs.items,
      runs: runs.items,
    };
  });

  override render(): TemplateResult {
    return html`
      <header class="page-head"><h1>Overview</h1></header>
      ${problemNote(this.problem)}
      ${whenThere(this.standing, (standing) => this.all(standing))}
    `;
  }

  private all(standing: Standing): TemplateResult {
    const steps = this.steps(standing);
    const ready = steps.every((each) => each.done);
    const now = Date.now();
    return html`
      ${ready ? nothing : this.setUp(steps)}
      ${
        standing.syncs.length > 0
          ? html`<section class="section">
              <h2>Syncs</h2>
              <div class="syncs">${standing.syncs.map((each) => this.sync(each, now))}</div>
            </section>`
          : nothing
      }
      ${
        standing.runs.length > 0
          ? html`<section class="section"><h2>Latest runs</h2>${runsTable(standing.runs, now)}</section>`
          : nothing
      }
      ${this.newSync(standing)}
    `;
  }

  private setUp(steps: Step[]): TemplateResult {
    return html`
      <section>
        <ol class="card steps" aria-label="To set up">
          ${steps.map(
            (each, index) => html`
              <li class="step ${each.done ? 'done' : ''}">
                <span class="mark">${each.done ? icon('check') : index + 1}</span>
                <div><strong>${each.name}</strong>${each.done ? html`<span class="unseen"> (done)</span>` : html`<p>${each.hint}</p>`}</div>
                ${each.done ? nothing : each.action}
              </li>
            `,
          )}
        </ol>
      </section>
    `;
  }

  private steps({ connection, schema, mappings, syncs, runs }: Standing): Step[] {
    const active = connection?.state === 'active';
    return [
      {
        name: active ? `Connected to ${connection.orgName ?? 'Salesforce'}` : 'Connect Salesforce',
        hint: 'Enter the connected app and let the org give its consent.',
        done: active,
        action: html`<a class="open" href=${linkTo('connection')}>Connect</a>`,
      },
      {
        name: 'Describe the platform',
        hint: 'The platform sends its objects and fields: PUT /api/v1/platform/schema.',
        done: schema !== null,
        action: html`<span></span>`,
      },
      {
        name: 'Map objects and fields',
        hint: 'Say which field on one side stands for which on the other.',
        done: mappings.length > 0,
        action: html`<a class="open" href=${linkTo('mappings')}>Map fields</a>`,
      },
      {
        name: 'Create a sync',
        hint: 'A sync runs one mapping over one connection.',
        done: syncs.length > 0,
        action: html`<button ?disabled=${!active || mappings.length === 0} @click=${() => this.dialog.showModal()}>Create sync</button>`,
      },
      {
        name: 'Run it for the first time',
        hint: 'See the plan first: what would be written, and what it costs.',
        done: runs.length > 0,
        action: syncs[0]
          ? html`<a class="open" href=${linkTo('syncs', syncs[0].name)}>See the plan</a>`
          : html`<span></span>`,
      },
    ];
  }

  private sync(sync: Sync, now: number): TemplateResult {
    return html`
      <div class="card">
        <crosswalk-status .sync=${sync} .now=${now}>
          <div slot="actions" class="sync-actions">
            <button @click=${() => goTo('syncs', sync.name)}>Plan and run</button>
          </div>
        </crosswalk-status>
      </div>
    `;
  }

  private newSync(standing: Standing): TemplateResult {
    return html`
      <dialog aria-labelledby="new-sync">
        <form method="dialog" @submit=${(event: SubmitEvent) => this.create(event, standing)}>
          <h2 id="new-sync">New sync</h2>
          <div class="field">
            <label for="sync-name">Name</label>
            <input id="sync-name" name="name" required pattern="[A-Za-z0-9_.\\-]+" value=${standing.mappings[0]?.name ?? ''} autocomplete="off" />
          </div>
          <div class="field">
            <label for="sync-mapping">Mapping</label>
            <select id="sync-mapping" name="mapping">
              ${standing.mappings.map((each) => html`<option value=${each.name}>${each.title || each.name}</option>`)}
            </select>
          </div>
          <p>It runs over the connection to ${standing.connection?.orgName ?? 'Salesforce'}.</p>
          <div class="dialog-actions">
            <button type="button" @click=${() => this.dialog.close()}>Cancel</button>
            <button class="primary">Create sync</button>
          </div>
        </form>
      </dialog>
    `;
  }

  private async create(event: SubmitEvent, standing: Standing): Promise<void> {
    const entries = new FormData(event.target as HTMLFormElement);
    const name = String(entries.get('name'));
    try {
      await api.putSync(name, {
        connection: standing.connection?.id,
        mapping: String(entries.get('mapping')),
        enabled: true,
      });
      goTo('syncs', name);
    } catch (thrown) {
      this.problem = wordsOf(thrown);
    }
  }
}
