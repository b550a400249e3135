import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { icon } from '../icons/icons.js';
import type { Issue } from '../model/documents.js';
import { ago, counted } from '../model/say.js';
import { tell } from '../tell.js';
import { controls } from '../theme/controls.js';
import { theme } from '../theme/theme.js';
import { styles } from './styles.js';

export interface RecordDetail {
  object: string;
  key: string;
}

const kShown = 8;

/**
 * Records that could not be synchronised, grouped by cause: why, what to do, and which.
 *
 * @fires crosswalk-more - the next page is wanted
 * @fires crosswalk-record - a record was chosen; detail `RecordDetail`
 */
export class CrosswalkIssues extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) issues: Issue[] | null = null;
  /** There are more than these. */
  @property({ type: Boolean }) more = false;
  @property({ attribute: false }) now = 0;

  @state() private opened = new Set<string>();

  override render(): TemplateResult {
    if (!this.issues) {
      return html`<div class="card empty" role="status">${icon('sync')}<strong>Loading issues</strong></div>`;
    }
    if (this.issues.length === 0) {
      return html`<div class="card empty">${icon('check')}<strong>No open issues</strong>
        <p>Every record that was tried has gone through. A record that cannot be synchronised appears here with a reason and a cure.</p></div>`;
    }
    return html`
      ${groups(this.issues).map((each) => this.group(each))}
      ${this.more ? html`<div class="more"><button @click=${() => tell(this, 'crosswalk-more')}>Show more issues</button></div>` : nothing}
    `;
  }

  private group(all: Issue[]): TemplateResult | typeof nothing {
    const first = all[0];
    if (!first) return nothing;
    const id = groupOf(first);
    const shown = this.opened.has(id) ? all : all.slice(0, kShown);
    return html`
      <section class="card group">
        <header>
          ${icon('warning')}
          <h3>${title(first)}</h3>
          <span class="badge bare warn">${counted(all.length, 'record')}</span>
          ${first.cure ? html`<p class="cure">${first.cure}</p>` : nothing}
          <span class="codes cure"><code>${first.code}</code>${first.salesforceCode ? html`<code>${first.salesforceCode}</code>` : nothing}</span>
        </header>
        <table>
          <thead><tr><th>Record</th><th>What happened</th><th>Last seen</th></tr></thead>
          <tbody>${shown.map((each) => this.row(each))}</tbody>
        </table>
        ${
          shown.length < all.length
            ? html`<div class="more"><button class="link" @click=${() => this.open(id)}>Show all ${all.length}</button></div>`
            : nothing
        }
      </section>
    `;
  }

  private row(issue: Issue): TemplateResult {
    const { key, object } = issue;
    return html`
      <tr>
        <td>${key ? html`<button class="link" @click=${() => tell(this, 'crosswalk-record', { object, key } satisfies RecordDetail)}>${object} ${key}</button>` : html`${issue.salesforce} <code>${issue.salesforceId}</code>`}</td>
        <td>${issue.message}${issue.fields?.length ? html` <code class="quiet">${issue.fields.join(', ')}</code>` : nothing}</td>
        <td class="quiet">${ago(issue.lastSeen, this.now)}</td>
      </tr>
    `;
  }

  private open(id: string): void {
    this.opened = new Set([...this.opened, id]);
  }
}

function groupOf(issue: Issue): string {
  return `${issue.code} ${issue.salesforceCode ?? ''} ${(issue.fields ?? []).join(',')}`;
}

function groups(issues: Issue[]): Issue[][] {
  const found = new Map<string, Issue[]>();
  for (const issue of issues) {
    const group = found.get(groupOf(issue));
    if (group) group.push(issue);
    else found.set(groupOf(issue), [issue]);
  }
  return [...found.values()].sort((a, b) => b.length - a.length);
}

const titles: Record<string, string> = {
  STRING_TOO_LONG: 'Text is too long for the field',
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: 'Value is not in the picklist',
  REQUIRED_FIELD_MISSING: 'A required field is empty',
  INVALID_EMAIL_ADDRESS: 'Not an e-mail address',
  DUPLICATE_VALUE: 'Value is already used by another record',
  DUPLICATES_DETECTED: 'A duplicate rule stopped the record',
  FIELD_CUSTOM_VALIDATION_EXCEPTION: 'A validation rule stopped the record',
  NUMBER_OUTSIDE_VALID_RANGE: 'Number is outside the field’s range',
  UNABLE_TO_LOCK_ROW: 'The record was locked',
  INVALID_CROSS_REFERENCE_KEY: 'The record that this one points at is missing',
};

function title(issue: Issue): string {
  const named = titles[issue.salesforceCode ?? ''];
  const fields = issue.fields?.length ? `: ${issue.fields.join(', ')}` : '';
  return named ? `${named}${fields}` : issue.message;
}
