// The settings of one field pair: what happens to long, empty and contested values.
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldPair, FieldSetting } from '../mapping-text/mapping.js';

export type SetField = (key: FieldSetting, value: unknown) => void;

type Choices = readonly (readonly [string, string])[];

const conflicts: Choices = [
  ['salesforce', 'Salesforce wins'],
  ['platform', 'Platform wins'],
  ['latest', 'The later change wins'],
  ['salesforceUnlessBlank', 'Salesforce wins unless it is blank'],
  ['review', 'Ask a person'],
];
const longs: Choices = [
  ['refuse', 'Refuse the record'],
  ['truncate', 'Cut it to fit'],
];
const nulls: Choices = [
  ['clear', 'Clear the field'],
  ['skip', 'Leave the field alone'],
  ['default', 'Write the default'],
];

export function fieldSettings(pair: FieldPair, id: string, set: SetField): TemplateResult {
  return html`
    <div class="settings" role="group" aria-label="Settings of ${pair.platform}">
      ${select(`${id}-conflict`, 'When both sides changed', conflicts, pair.conflict, 'As the mapping says', (value) => set('conflict', value))}
      ${select(`${id}-long`, 'When the text is too long', longs, pair.onTooLong, 'Refuse the record (usual)', (value) => set('onTooLong', value))}
      ${select(`${id}-null`, 'When the value is empty', nulls, pair.onNull, 'Clear the field (usual)', (value) => set('onNull', value))}
      <div class="field">
        <label for="${id}-default">Default</label>
        <input
          id="${id}-default"
          .value=${pair.default ?? ''}
          @change=${(event: Event) => set('default', (event.target as HTMLInputElement).value || undefined)}
        />
      </div>
      <label class="check">
        <input
          type="checkbox"
          .checked=${pair.display}
          @change=${(event: Event) => set('display', (event.target as HTMLInputElement).checked || undefined)}
        />
        Only show on the platform, never write
      </label>
    </div>
  `;
}

function select(
  id: string,
  label: string,
  choices: Choices,
  current: string | undefined,
  unset: string,
  chosen: (value: string | undefined) => void,
): TemplateResult {
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <select id=${id} @change=${(event: Event) => chosen((event.target as HTMLSelectElement).value || undefined)}>
        <option value="" ?selected=${current === undefined}>${unset}</option>
        ${choices.map(([value, name]) => html`<option value=${value} ?selected=${current === value}>${name}</option>`)}
      </select>
    </div>
  `;
}

/** The settings that differ from the usual, each in a few words. */
export function settingMarks(pair: FieldPair): TemplateResult {
  const marks: string[] = [];
  if (pair.display) marks.push('show only');
  if (pair.onTooLong === 'truncate') marks.push('cut to fit');
  if (pair.default !== undefined) marks.push(`default “${pair.default}”`);
  if (pair.onNull === 'skip') marks.push('keep when empty');
  if (pair.transforms > 0)
    marks.push(pair.transforms === 1 ? '1 transform' : `${pair.transforms} transforms`);
  const winner = conflicts.find(([value]) => value === pair.conflict)?.[1];
  if (winner) marks.push(winner);
  return marks.length === 0
    ? html`${nothing}`
    : html`${marks.map((mark) => html`<span class="badge bare">${mark}</span>`)}`;
}
