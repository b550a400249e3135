import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { icon } from '../../elements/icons/icons.js';
import type { Plan, PlanAction, Run, Sync } from '../../elements/model/documents.js';
import type { FilterDetail } from '../../elements/plan/crosswalk-plan.js';
import { controls } from '../../elements/theme/controls.js';
import { theme } from '../../elements/theme/theme.js';
import { ApiError, api, wordsOf } from '../api/client.js';
import { Loaded } from '../shell/loaded.js';
import { pageStyles } from '../shell/page-styles.js';
import { problemNote, runsTable, whenThere } from '../shell/parts.js';
import { goTo, linkTo } from '../shell/routes.js';

const kAskAgainMs = 700;
const kPageRecords = 100;
const kRunsShown = 10;

const styles = css`
  .facts {
    color: var(--ink-2);
  }
  .stale {
    margin-top: 16px;
  }
`;

/** One sync: what a run would do, the start of a run, and the runs so far. */
export class SyncPage extends LitElement {
  static override styles = [theme, controls, pageStyles, styles];

  @property({ attribute: false }) name = '';

  @state() private plan: Plan | null = null;
  @state() private action: PlanAction | null = null;
  @state() private planning = false;
  @state() private starting = false;
  @state() private problem = '';

  private readonly standing = new Loaded<{ sync: Sync; runs: Run[] }>(this, async () => {
    const [sync, runs] = await Promise.all([
      api.sync(this.name),
      api.runs({ sync: this.name, limit: kRunsShown }),
    ]);
    return { sync, runs: runs.items };
  });
  private planId = '';
  private turn = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.turn += 1;
  }

  override render(): TemplateResult {
    const first = this.standing.value?.sync.status?.firstSync !== 'done';
    return html`
      <header class="page-head">
        <a class="crumb" href=${linkTo()}>Syncs</a>
        <span class="crumb" aria-hidden="true">/</span>
        <h1>${this.name}</h1>
        <div class="actions">
          <button ?disabled=${this.planning} @click=${this.makePlan}>${icon('mapping')} ${this.plan ? 'Plan again' : 'Plan'}</button>
          ${first ? nothing : html`<button ?disabled=${this.starting} @click=${() => this.start('initial')}>Run in full</button>`}
          <button class="primary" ?disabled=${this.starting || !this.standing.value} @click=${() => this.start(first ? 'initial' : 'instant')}>
            ${icon('play')} ${first ? 'Run for the first time' : 'Run now'}
          </button>
        </div>
        ${this.standing.value ? html`<p class="lead facts">Runs the mapping <a href=${linkTo('mappings', this.standing.value.sync.mapping)}>${this.standing.value.sync.mapping}</a>.</p>` : nothing}
      </header>
      ${problemNote(this.problem)}
      ${whenThere(
        this.standing,
        ({ sync, runs }) => html`
          <div class="card"><crosswalk-status .sync=${sync} .now=${Date.now()}></crosswalk-status></div>
          <section class="section">
            <h2>Plan</h2>
            ${this.planView()}
          </section>
          ${runs.length > 0 ? html`<section class="section"><h2>Runs</h2>${runsTable(runs, Date.now())}</section>` : nothing}
        `,
      )}
    `;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('name') || changed.get('name') === undefined) return;
    this.plan = null;
    this.turn += 1;
    void this.standing.load();
  }

  private planView(): TemplateResult {
    const element = html`
      <crosswalk-plan
        .plan=${this.plan}
        .action=${this.action}
        ?loading=${this.planning}
        @crosswalk-filter=${(event: CustomEvent<FilterDetail>) => this.filter(event.detail.action)}
        @crosswalk-more=${this.more}
      ></crosswalk-plan>
    `;
    return this.plan ? element : html`<div class="card">${element}</div>`;
  }

  private readonly makePlan = async (): Promise<void> => {
    const turn = ++this.turn;
    this.problem = '';
    this.planning = true;
    this.plan = null;
    this.action = null;
    try {
      const { id } = await api.makePlan(this.name);
      const plan = await this.ready(id, turn);
      if (turn === this.turn && plan) {
        this.planId = id;
        this.plan = plan;
      }
    } catch (thrown) {
      if (turn === this.turn) this.problem = wordsOf(thrown);
    }
    if (turn === this.turn) this.planning = false;
  };

  /** The plan, once it is computed; undefined when the page has gone on to something else. */
  private async ready(id: string, turn: number): Promise<Plan | undefined> {
    while (turn === this.turn) {
      const plan = await api.plan(id, { limit: kPageRecords });
      if (plan.state === 'failed') {
        throw new Error(plan.cause ?? 'The plan could not be computed.');
      }
      if (plan.state !== 'building') return plan;
      await new Promise((resolve) => window.setTimeout(resolve, kAskAgainMs));
    }
    return undefined;
  }

  private async filter(action: PlanAction | null): Promise<void> {
    this.action = action;
    await this.page({ action, limit: kPageRecords }, []);
  }

  private readonly more = async (): Promise<void> => {
    const { next, records } = this.plan ?? {};
    if (next)
      await this.page({ action: this.action, after: next, limit: kPageRecords }, records ?? []);
  };

  private async page(
    query: Record<string, string | number | null>,
    before: Plan['records'],
  ): Promise<void> {
    const turn = ++this.turn;
    this.planning = true;
    try {
      const plan = await api.plan(this.planId, query);
      if (turn === this.turn) this.plan = { ...plan, records: [...before, ...plan.records] };
    } catch (thrown) {
      this.problem = wordsOf(thrown);
    }
    if (turn === this.turn) this.planning = false;
  }

  private async start(kind: string): Promise<void> {
    this.starting = true;
    this.problem = '';
    try {
      const { id } = await api.startRun(this.name, kind);
      goTo('runs', id);
    } catch (thrown) {
      const running =
        thrown instanceof ApiError && thrown.status === 409 ? thrown.problem.run : undefined;
      if (typeof running === 'string') goTo('runs', running);
      else this.problem = wordsOf(thrown);
    }
    this.starting = false;
  }
}
