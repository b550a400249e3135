// One field pair as a row of the table: both fields, the direction, the settings, and what is wrong.
import { html, nothing, type TemplateResult } from 'lit';
import { type IconName, icon } from '../icons/icons.js';
import type { Direction, FieldPair } from '../mapping-text/mapping.js';
import type { Diagnostic, Fix } from '../model/documents.js';
import { platformType, salesforceType, typeIcon } from '../model/field-type.js';
import type { PlatformField, SalesforceField } from '../model/schema.js';
import { salesforceMarks } from './choices.js';
import { fieldSettings, type SetField, settingMarks } from './field-settings.js';

export interface Row {
  field: FieldPair;
  index: number;
  /** The worst first. */
  findings: Diagnostic[];
  /** Its settings are shown. */
  open: boolean;
  /** Whether the side is described at all: only then a field can be called unknown. */
  platformKnown: boolean;
  salesforceKnown: boolean;
  platform: PlatformField | undefined;
  salesforce: SalesforceField | undefined;
}

export interface RowActions {
  set: SetField;
  choose(anchor: HTMLElement): void;
  toggle(): void;
  remove(): void;
  fix(diagnostic: Diagnostic, fix: Fix): void;
}

const ways: Record<Direction, string> = { push: '→ push', pull: '← pull', both: '⇄ both' };
const findingIcons: Record<Diagnostic['severity'], IconName> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
};

export function fieldRow(row: Row, on: RowActions): TemplateResult {
  const { field, findings, open } = row;
  const worst = findings[0]?.severity;
  return html`
    <div
      class="row ${worst === 'error' || worst === 'warning' ? worst : ''}"
      role="row"
      aria-rowindex=${row.index + 2}
      data-pointer=${field.pointer}
    >
      <div role="cell">${platformSide(row)}</div>
      <div role="cell" class="way">
        <select
          aria-label="Direction of ${field.platform}"
          @change=${(event: Event) => on.set('direction', (event.target as HTMLSelectElement).value)}
        >
          ${Object.entries(ways).map(([value, name]) => html`<option value=${value} ?selected=${field.direction === value}>${name}</option>`)}
        </select>
      </div>
      <div role="cell" data-part="salesforce">${salesforceSide(row, on)}</div>
      <div role="cell" class="rules">${settingMarks(field)}</div>
      <div role="cell" class="tools">
        <button class="plain" aria-label="Settings of ${field.platform}" aria-expanded=${open} @click=${on.toggle}>
          ${icon('sliders')}
        </button>
        <button class="plain" aria-label="Remove ${field.platform}" @click=${on.remove}>${icon('trash')}</button>
      </div>
      ${findings.length > 0 || open ? under(row, on) : nothing}
    </div>
  `;
}

function under({ field, index, findings, open }: Row, on: RowActions): TemplateResult {
  return html`
    <div class="under" role="cell">
      ${findings.map((each) => finding(each, on))}
      ${open ? fieldSettings(field, `field-${index}`, on.set) : nothing}
    </div>
  `;
}

function platformSide({ field, platform, platformKnown }: Row): TemplateResult {
  return html`
    <div class="side ${platformKnown && !platform ? 'unknown' : ''}">
      ${icon(typeIcon(platform?.type ?? ''))}
      <span class="label">${platform?.label ?? (field.platform || 'No field')}</span>
      ${platform?.required ? html`<span class="must">required</span>` : html`<span></span>`}
      <span class="name"><code>${field.platform}</code>${platform ? html`<span>${platformType(platform)}</span>` : nothing}</span>
    </div>
  `;
}

function salesforceSide(
  { field, salesforce, salesforceKnown }: Row,
  on: RowActions,
): TemplateResult {
  const marks = salesforce ? salesforceMarks(salesforce) : [];
  return html`
    <button
      class="side ${salesforceKnown && !salesforce ? 'unknown' : ''}"
      aria-haspopup="dialog"
      ?disabled=${!salesforceKnown}
      @click=${(event: Event) => on.choose(event.currentTarget as HTMLElement)}
    >
      ${icon(typeIcon(salesforce?.type ?? ''))}
      <span class="label"
        ><span class="unseen">Salesforce field of ${field.platform}: </span>${salesforce?.label ?? (field.salesforce || 'Choose a field')}</span
      >
      ${marks.length > 0 ? html`<span class="must">${marks.join(' · ')}</span>` : html`<span></span>`}
      <span class="name"><code>${field.salesforce}</code>${salesforce ? html`<span>${salesforceType(salesforce)}</span>` : nothing}</span>
    </button>
  `;
}

function finding(diagnostic: Diagnostic, on: RowActions): TemplateResult {
  return html`
    <div class="finding ${diagnostic.severity}">
      ${icon(findingIcons[diagnostic.severity])}
      <span>${diagnostic.message}</span>
      ${diagnostic.fixes.map((fix) => html`<button @click=${() => on.fix(diagnostic, fix)}>${fix.title}</button>`)}
    </div>
  `;
}
