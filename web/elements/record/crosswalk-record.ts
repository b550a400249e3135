import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { icon } from '../icons/icons.js';
import type { PlatformRecord } from '../model/documents.js';
import { recordState } from '../model/record-words.js';
import { bare, value, when } from '../model/say.js';
import type { PlatformObject } from '../model/schema.js';
import { controls } from '../theme/controls.js';
import { theme } from '../theme/theme.js';
import { styles } from './styles.js';

/** One platform record: its values and how it stands with Salesforce. */
export class CrosswalkRecord extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) record: PlatformRecord | null = null;
  /** Gives the fields their labels and order; without it they come as they are. */
  @property({ attribute: false }) object: PlatformObject | null = null;

  override render(): TemplateResult {
    const record = this.record;
    if (!record)
      return html`<div class="empty">${icon('people')}<strong>No record chosen</strong></div>`;
    const { name, tone } = recordState(record.sync?.state);
    return html`
      <header>
        <h2>${record.key}</h2>
        <span class="badge ${tone}">${name}</span>
        ${record.sync?.id ? html`<span class="link-line">${record.sync.salesforce} <code>${record.sync.id}</code>, in step since ${when(record.sync.lastSyncAt)}</span>` : nothing}
      </header>
      <dl>${this.fieldNames(record).map((each) => this.field(each, record.fields[each]))}</dl>
    `;
  }

  private fieldNames(record: PlatformRecord): string[] {
    const known = this.object?.fields.map((each) => each.name) ?? [];
    const others = Object.keys(record.fields).filter((each) => !known.includes(each));
    return [...known.filter((each) => each in record.fields), ...others];
  }

  private field(name: string, content: unknown): TemplateResult {
    const label = this.object?.fields.find((each) => each.name === name)?.label ?? name;
    return html`<dt>${label}</dt><dd>${bare(content) ? html`<span class="nothing">${value(content)}</span>` : value(content)}</dd>`;
  }
}
