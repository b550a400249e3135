import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { icon } from '../../elements/icons/icons.js';
import { salesforceType, typeIcon } from '../../elements/model/field-type.js';
import { counted } from '../../elements/model/say.js';
import {
  readOnly,
  requiredOnCreate,
  type SalesforceField,
  type SalesforceObject,
} from '../../elements/model/schema.js';
import { controls } from '../../elements/theme/controls.js';
import { theme } from '../../elements/theme/theme.js';
import { api, type ObjectSummary } from '../api/client.js';
import { Loaded } from '../shell/loaded.js';
import { pageStyles } from '../shell/page-styles.js';
import { whenThere } from '../shell/parts.js';
import { linkTo } from '../shell/routes.js';
import { chief } from './connection-page.js';

interface Org {
  connection: string | null;
  objects: ObjectSummary[];
}

const styles = css`
  .browser {
    display: grid;
    grid-template-columns: 17rem minmax(0, 1fr);
    align-items: start;
    gap: 20px;
  }
  .list {
    position: sticky;
    top: 24px;
    display: grid;
    grid-template-rows: auto 1fr;
    max-height: calc(100vh - 140px);
    overflow: hidden;
  }
  .find {
    padding: 12px;
    border-bottom: 1px solid var(--line);
  }
  .find > input {
    width: 100%;
  }
  .list ul {
    padding: 6px;
    overflow-y: auto;
  }
  .list a {
    display: block;
    padding: 6px 10px;
    border-radius: var(--radius);
    color: inherit;
    text-decoration: none;
  }
  .list a:hover {
    background: var(--hover);
  }
  .list a[aria-current='true'] {
    background: var(--accent-soft);
  }
  .list strong {
    display: block;
    font-weight: 550;
  }
  .list code {
    color: var(--ink-3);
    font-size: var(--text-xs);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 16px 20px;
    border-bottom: 1px solid var(--line);
  }
  .head h2 {
    font-size: var(--text-l);
    font-weight: 600;
  }
  .head > input {
    margin-inline-start: auto;
  }
  .field-name {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 0 10px;
    align-items: center;
  }
  .field-name > .icon {
    grid-row: span 2;
    color: var(--ink-3);
  }
  .field-name > strong {
    font-weight: 550;
  }
  .field-name > code {
    color: var(--ink-3);
    font-size: var(--text-xs);
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  @media (max-width: 860px) {
    .browser {
      grid-template-columns: minmax(0, 1fr);
    }
    .list {
      position: static;
      max-height: 16rem;
    }
  }
`;

/** The org's objects and the fields of the chosen one. */
export class ObjectsPage extends LitElement {
  static override styles = [theme, controls, pageStyles, styles];

  /** API name of the chosen object. */
  @property({ attribute: false }) name = '';

  @state() private objectFilter = '';
  @state() private fieldFilter = '';

  private readonly org = new Loaded<Org>(this, async () => {
    const connection = chief((await api.connections()).items);
    if (connection?.state !== 'active') return { connection: null, objects: [] };
    return { connection: connection.id, objects: (await api.objects(connection.id)).items };
  });
  private readonly chosen = new Loaded<SalesforceObject | null>(this, async () => {
    const connection = this.org.value?.connection;
    return connection && this.name ? api.object(connection, this.name) : null;
  });
  private askedFor = '';

  override render(): TemplateResult {
    return html`
      <header class="page-head"><h1>Objects</h1></header>
      ${whenThere(this.org, (org) => (org.connection ? this.browser(org) : notConnected()))}
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('name')) this.fieldFilter = '';
    const connection = this.org.value?.connection;
    const wanted = `${connection} ${this.name}`;
    if (!connection || wanted === this.askedFor) return;
    this.askedFor = wanted;
    this.chosen.value = undefined;
    void this.chosen.load();
  }

  private browser(org: Org): TemplateResult {
    const word = this.objectFilter.trim().toLowerCase();
    const shown = org.objects.filter((each) =>
      `${each.label} ${each.name}`.toLowerCase().includes(word),
    );
    return html`
      <div class="browser">
        <div class="card list">
          <div class="find">
            <input type="search" placeholder="Find an object" aria-label="Find an object" @input=${(
              event: Event,
            ) => {
              this.objectFilter = (event.target as HTMLInputElement).value;
            }} />
          </div>
          <ul>
            ${shown.map(
              (each) => html`<li>
                <a href=${linkTo('objects', each.name)} aria-current=${each.name === this.name ? 'true' : nothing}>
                  <strong>${each.label}</strong><code>${each.name}</code>
                </a>
              </li>`,
            )}
          </ul>
        </div>
        ${
          this.name === ''
            ? html`<div class="card empty">${icon('objects')}<strong>${counted(org.objects.length, 'object')} in this org</strong><p>Choose one to see its fields as Salesforce describes them to the connected user.</p></div>`
            : html`<div>${whenThere(this.chosen, (object) => (object ? this.fields(object) : nothing))}</div>`
        }
      </div>
    `;
  }

  private fields(object: SalesforceObject): TemplateResult {
    const word = this.fieldFilter.trim().toLowerCase();
    const shown = object.fields.filter((each) =>
      `${each.label} ${each.name} ${salesforceType(each)}`.toLowerCase().includes(word),
    );
    return html`
      <div class="card">
        <div class="head">
          <h2>${object.label}</h2>
          <code class="quiet">${object.name}</code>
          <span class="quiet">${counted(object.fields.length, 'field')}</span>
          <input type="search" placeholder="Find a field" aria-label="Find a field" .value=${this.fieldFilter} @input=${(
            event: Event,
          ) => {
            this.fieldFilter = (event.target as HTMLInputElement).value;
          }} />
        </div>
        <div class="scroll">
          <table>
            <thead><tr><th>Field</th><th>Type</th><th>Rules</th></tr></thead>
            <tbody>${shown.map(fieldRow)}</tbody>
          </table>
        </div>
      </div>
    `;
  }
}

function notConnected(): TemplateResult {
  return html`
    <div class="card empty">
      ${icon('plug')}<strong>No org is connected</strong>
      <p>Objects and fields come from the org itself.</p>
      <a href=${linkTo('connection')}>Connect Salesforce</a>
    </div>
  `;
}

function fieldRow(field: SalesforceField): TemplateResult {
  const values = field.picklistValues?.filter((each) => each.active) ?? [];
  return html`
    <tr>
      <td>
        <span class="field-name">${icon(typeIcon(field.type))}<strong>${field.label}</strong><code>${field.name}</code></span>
      </td>
      <td>
        ${salesforceType(field)}
        ${values.length > 0 ? html`<span class="quiet" title=${values.map((each) => each.value).join('\n')}>${counted(values.length, 'value')}</span>` : nothing}
      </td>
      <td>
        <span class="marks">
          ${requiredOnCreate(field) ? html`<span class="badge bare warn">Required</span>` : nothing}
          ${field.externalId ? html`<span class="badge bare busy">External ID</span>` : nothing}
          ${field.unique ? html`<span class="badge bare">Unique</span>` : nothing}
          ${readOnly(field) ? html`<span class="badge bare">Read-only</span>` : nothing}
          ${field.restrictedPicklist ? html`<span class="badge bare">Restricted</span>` : nothing}
        </span>
      </td>
    </tr>
  `;
}
