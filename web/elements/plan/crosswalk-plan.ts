import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { icon } from '../icons/icons.js';
import type { Plan, PlanAction, PlanField, PlanRecord } from '../model/documents.js';
import { bare, count, counted, duration, value } from '../model/say.js';
import { tell } from '../tell.js';
import { controls } from '../theme/controls.js';
import { theme } from '../theme/theme.js';
import { styles } from './styles.js';

export interface FilterDetail {
  /** Show only this action; null for all. */
  action: PlanAction | null;
}

const actionNames: Record<PlanAction, string> = {
  create: 'Create',
  update: 'Update',
  delete: 'Delete',
  deactivate: 'Deactivate',
  unchanged: 'In step',
  skip: 'Skip',
  conflict: 'Conflict',
  review: 'Review',
};
const actionTones: Record<PlanAction, string> = {
  create: 'good',
  update: 'busy',
  delete: 'bad',
  deactivate: 'warn',
  unchanged: '',
  skip: 'warn',
  conflict: 'bad',
  review: 'warn',
};
const filters: PlanAction[] = ['create', 'update', 'skip', 'conflict', 'unchanged'];

const rules: Record<string, string> = {
  onlyPlatform: 'changed on the platform',
  onlySalesforce: 'changed in Salesforce',
  same: 'same change on both sides',
  constant: 'constant',
  default: 'default',
  create: 'new record',
};

/**
 * What a run would do, before it does it: totals, cost in API calls, and every record with its values
 * before and after.
 *
 * @fires crosswalk-more - the next page of records is wanted
 * @fires crosswalk-filter - only one kind of record is wanted; detail `FilterDetail`
 */
export class CrosswalkPlan extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) plan: Plan | null = null;
  /** The kind of record that is shown; null for all. */
  @property({ attribute: false }) action: PlanAction | null = null;
  @property({ type: Boolean }) loading = false;

  override render(): TemplateResult {
    if (!this.plan) return this.absent();
    return html`
      ${this.totals(this.plan)}
      <div class="filters" role="group" aria-label="Show">
        <button class="plain" aria-pressed=${this.action === null} @click=${() => this.filter(null)}>All records</button>
        ${filters.map(
          (each) =>
            html`<button class="plain" aria-pressed=${this.action === each} @click=${() => this.filter(each)}>${actionNames[each]}</button>`,
        )}
      </div>
      <div class="card">
        ${this.plan.records.length === 0 ? this.noRecords() : this.plan.records.map((each) => this.record(each))}
      </div>
      ${
        this.plan.next
          ? html`<div class="more"><button ?disabled=${this.loading} @click=${() => tell(this, 'crosswalk-more')}>Show more records</button></div>`
          : nothing
      }
    `;
  }

  private absent(): TemplateResult {
    if (this.loading) {
      return html`<div class="empty" role="status">${icon('sync')}<strong>Computing the plan</strong>
        <p>Both sides are being read and compared. Nothing is written.</p></div>`;
    }
    return html`<div class="empty">${icon('mapping')}<strong>No plan yet</strong>
      <p>A plan reads both sides and shows exactly what a run would write, and what it costs in API calls.</p></div>`;
  }

  private totals(plan: Plan): TemplateResult {
    const { salesforce, platform } = plan.totals;
    const seconds = plan.cost.seconds;
    return html`
      <dl class="totals">
        ${total('Create in Salesforce', salesforce.create)}
        ${total('Update in Salesforce', salesforce.update)}
        ${total('Create on the platform', platform.create)}
        ${total('Update on the platform', platform.update)}
        ${total('In step already', plan.totals.unchanged)}
        ${total('Skipped', plan.totals.skip, plan.totals.conflict > 0 ? counted(plan.totals.conflict, 'conflict') : '')}
        ${total('API calls', plan.cost.calls, seconds ? `about ${duration(seconds)}` : '')}
      </dl>
    `;
  }

  private noRecords(): TemplateResult {
    return html`<div class="empty">${icon('check')}<strong>${this.loading ? 'Loading…' : 'Nothing here'}</strong>
      <p>${this.action ? 'The plan has no record of this kind.' : 'Both sides are in step: a run would write nothing.'}</p></div>`;
  }

  private record(record: PlanRecord): TemplateResult {
    const fields = record.fields ?? [];
    return html`
      <details class="record">
        <summary>
          ${icon('chevron')}
          <span><span class="badge ${actionTones[record.action]}">${actionNames[record.action]}</span></span>
          <span class="who">${record.key ?? record.id ?? 'new record'}</span>
          <span class="why">${record.reason ?? counted(fields.length, 'field')}</span>
          <span class="side">${side(record)}</span>
        </summary>
        <div class="changes">
          ${
            fields.length === 0
              ? html`<p class="quiet">No field changes.</p>`
              : html`<table>
                  <thead><tr><th>Field</th><th>Before</th><th>After</th><th>Why</th></tr></thead>
                  <tbody>${fields.map(change)}</tbody>
                </table>`
          }
        </div>
      </details>
    `;
  }

  private filter(action: PlanAction | null): void {
    tell(this, 'crosswalk-filter', { action } satisfies FilterDetail);
  }
}

function total(name: string, amount: number, more = ''): TemplateResult {
  return html`<div class="total"><dt>${name}</dt><dd>${count(amount)} ${more ? html`<small>${more}</small>` : nothing}</dd></div>`;
}

function side(record: PlanRecord): TemplateResult {
  if (record.side === 'salesforce')
    return html`${record.object} ${icon('arrowRight')} ${record.salesforce}`;
  if (record.side === 'platform')
    return html`${record.object} ${icon('arrowLeft')} ${record.salesforce}`;
  return html`${record.object} ${icon('arrowBoth')} ${record.salesforce}`;
}

function change(field: PlanField): TemplateResult {
  const rule = field.rule?.startsWith('policy:')
    ? `conflict settled: ${field.rule.slice('policy:'.length)}`
    : (rules[field.rule ?? ''] ?? field.rule ?? '');
  return html`
    <tr>
      <td>${field.salesforce ?? field.platform} ${field.side === 'platform' ? html`<span class="quiet">on the platform</span>` : nothing}</td>
      <td class="before">${bare(field.before) ? shown(field.before) : html`<del>${value(field.before)}</del>`}</td>
      <td class="after">${shown(field.after)}</td>
      <td class="quiet">${rule}</td>
    </tr>
  `;
}

function shown(anything: unknown): TemplateResult {
  return bare(anything)
    ? html`<span class="nothing">${value(anything)}</span>`
    : html`${value(anything)}`;
}
