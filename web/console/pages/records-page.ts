import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { icon } from '../../elements/icons/icons.js';
import type { PlatformRecord } from '../../elements/model/documents.js';
import { recordState } from '../../elements/model/record-words.js';
import { bare, value } from '../../elements/model/say.js';
import type { PlatformObject, PlatformSchema } from '../../elements/model/schema.js';
import { controls } from '../../elements/theme/controls.js';
import { theme } from '../../elements/theme/theme.js';
import { api, type List } from '../api/client.js';
import { Loaded, orNull } from '../shell/loaded.js';
import { pageStyles } from '../shell/page-styles.js';
import { whenThere } from '../shell/parts.js';
import { goTo, linkTo } from '../shell/routes.js';

const kPageRecords = 50;
const kColumns = 4;
const states = ['inStep', 'waiting', 'issue', 'inactive', 'unlinked'];

const styles = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  td {
    max-width: 22rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .more {
    display: flex;
    justify-content: center;
    padding: 16px;
  }
`;

/** The platform's records as Crosswalk keeps them, with their standing towards Salesforce. */
export class RecordsPage extends LitElement {
  static override styles = [theme, controls, pageStyles, styles];

  @property({ attribute: false }) object = '';
  @property({ attribute: false }) key = '';

  @state() private standing = '';

  private readonly schema = new Loaded<PlatformSchema | null>(this, () =>
    orNull(api.platformSchema()),
  );
  private readonly list: Loaded<List<PlatformRecord> | null> =
    new Loaded<List<PlatformRecord> | null>(this, async () => {
      const object = this.platformObject();
      return object
        ? api.records(object.name, { state: this.standing, limit: kPageRecords })
        : null;
    });
  private readonly one = new Loaded<PlatformRecord | null>(this, async () =>
    this.key ? orNull(api.record(this.object, this.key)) : null,
  );
  private asked = '';

  override render(): TemplateResult {
    return html`
      <header class="page-head">
        ${
          this.key
            ? html`<a class="crumb" href=${linkTo('records', this.object)}>Records</a><span class="crumb" aria-hidden="true">/</span><h1>${this.key}</h1>`
            : html`<h1>Records</h1>${this.schema.value ? this.filters(this.schema.value) : nothing}`
        }
      </header>
      ${whenThere(this.schema, (schema) => (schema ? this.content() : noSchema()))}
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.schema.value) return;
    const wanted = [this.platformObject()?.name, this.key, this.standing].join(' ');
    if (wanted === this.asked && !changed.has('key')) return;
    this.asked = wanted;
    this.list.value = undefined;
    this.one.value = undefined;
    void (this.key ? this.one.load() : this.list.load());
  }

  private platformObject(): PlatformObject | undefined {
    const all = this.schema.value?.objects ?? [];
    return all.find((each) => each.name === this.object) ?? all[0];
  }

  private filters(schema: PlatformSchema): TemplateResult {
    const current = this.platformObject()?.name;
    return html`
      <div class="actions filters">
        <select aria-label="Object" @change=${(event: Event) => goTo('records', (event.target as HTMLSelectElement).value)}>
          ${schema.objects.map((each) => html`<option value=${each.name} ?selected=${each.name === current}>${each.label ?? each.name}</option>`)}
        </select>
        <select aria-label="State" @change=${(event: Event) => {
          this.standing = (event.target as HTMLSelectElement).value;
        }}>
          <option value="">All states</option>
          ${states.map((each) => html`<option value=${each}>${recordState(each).name}</option>`)}
        </select>
      </div>
    `;
  }

  private content(): TemplateResult | typeof nothing {
    if (this.key) {
      return whenThere(this.one, (record) =>
        record
          ? html`<div class="card"><crosswalk-record .record=${record} .object=${this.platformObject() ?? null}></crosswalk-record></div>`
          : html`<div class="card empty">${icon('search')}<strong>There is no such record</strong></div>`,
      );
    }
    return whenThere(this.list, (list) => (list ? this.table(list) : nothing));
  }

  private table({ items, next }: List<PlatformRecord>): TemplateResult {
    if (items.length === 0) {
      return html`<div class="card empty">${icon('people')}<strong>No records</strong><p>${this.standing ? 'None is in this state.' : 'The platform has sent none yet, and no run has brought any.'}</p></div>`;
    }
    const object = this.platformObject();
    const columns = (object?.fields ?? [])
      .filter((each) => each.name !== object?.key)
      .slice(0, kColumns);
    return html`
      <div class="card scroll">
        <table>
          <thead><tr><th>Key</th>${columns.map((each) => html`<th>${each.label ?? each.name}</th>`)}<th>State</th></tr></thead>
          <tbody>
            ${items.map((record) => {
              const { name, tone } = recordState(record.sync?.state);
              return html`<tr>
                <td><a href=${linkTo('records', record.object, record.key)}><code>${record.key}</code></a></td>
                ${columns.map((each) => {
                  const content = record.fields[each.name];
                  return html`<td>${bare(content) ? '' : value(content)}</td>`;
                })}
                <td><span class="badge ${tone}">${name}</span></td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
      ${next ? html`<div class="more"><button @click=${() => this.more(items, next)}>Show more records</button></div>` : nothing}
    `;
  }

  private async more(before: PlatformRecord[], after: string): Promise<void> {
    const object = this.platformObject();
    if (!object) return;
    const page = await api.records(object.name, {
      state: this.standing,
      limit: kPageRecords,
      after,
    });
    this.list.value = { items: [...before, ...page.items], next: page.next };
    this.requestUpdate();
  }
}

function noSchema(): TemplateResult {
  return html`<div class="card empty">${icon('people')}<strong>The platform is not described yet</strong><p>It sends its objects and fields with PUT /api/v1/platform/schema, and its records after that.</p></div>`;
}
