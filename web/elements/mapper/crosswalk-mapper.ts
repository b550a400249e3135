import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FixDetail } from '../diagnostics/crosswalk-diagnostics.js';
import { icon } from '../icons/icons.js';
import {
  addField,
  addObject,
  type Direction,
  type FieldPair,
  type FieldSetting,
  type MappingView,
  type ObjectPair,
  readMapping,
  removeField,
  setField,
  setObject,
} from '../mapping-text/mapping.js';
import type { Diagnostic, Fix, Report } from '../model/documents.js';
import { counted } from '../model/say.js';
import type { PlatformObject, PlatformSchema, SalesforceObject } from '../model/schema.js';
import { tell } from '../tell.js';
import { controls } from '../theme/controls.js';
import { theme } from '../theme/theme.js';
import type { Choice, ChoicePicker } from './choice-picker.js';
import { platformChoices, salesforceChoices } from './choices.js';
import { fieldRow } from './field-row.js';
import { styles } from './styles.js';
import type { MappingTextView } from './text-view.js';

export interface ChangeDetail {
  text: string;
}

export interface ObjectWantedDetail {
  /** API name of a Salesforce object whose description is needed. */
  name: string;
}

const wayNames: Record<Direction, string> = {
  push: '→ to Salesforce',
  pull: '← from Salesforce',
  both: '⇄ both ways',
};

/**
 * Edits a mapping as a table of field pairs or as text; both show the same document.
 *
 * @fires crosswalk-change - the mapping was edited; detail `ChangeDetail`
 * @fires crosswalk-fix - a fix beside a field was chosen; detail `FixDetail`
 * @fires crosswalk-object-wanted - a Salesforce object must be described; detail `ObjectWantedDetail`
 */
export class CrosswalkMapper extends LitElement {
  static override styles = [theme, controls, styles];

  /** The mapping document, as text: comments and layout are kept. */
  @property({ attribute: false }) text = '';
  @property({ attribute: false }) platform: PlatformSchema | null = null;
  /** Describe results of the Salesforce objects that are known so far. */
  @property({ attribute: false }) salesforce: SalesforceObject[] = [];
  /** Names and labels of every object of the org, for choosing one. */
  @property({ attribute: false }) objectNames: { name: string; label: string }[] = [];
  @property({ attribute: false }) report: Report | null = null;
  @property() view: 'table' | 'text' = 'table';

  @state() private mapping: MappingView | undefined;
  @state() private at = 0;
  @state() private filter = '';
  @state() private expanded: string | undefined;

  @query('crosswalk-choice-picker') private readonly picker!: ChoicePicker;

  private readonly wanted = new Set<string>();

  override render(): TemplateResult {
    return html`
      ${this.bar()}
      ${this.view === 'text' ? this.textView() : this.table()}
      <crosswalk-choice-picker></crosswalk-choice-picker>
    `;
  }

  /** Shows the place of a finding: its row, or its place in the text. */
  async reveal(diagnostic: Diagnostic): Promise<void> {
    const found = /^\/objects\/(\d+)\/fields\/[^/]+/.exec(diagnostic.pointer);
    if (this.view === 'table' && this.mapping && found) {
      this.at = Number(found[1]);
      this.filter = '';
      await this.updateComplete;
      const row = this.renderRoot.querySelector<HTMLElement>(
        `[data-pointer="${CSS.escape(found[0])}"]`,
      );
      row?.scrollIntoView({ block: 'center' });
      row?.querySelector<HTMLElement>('button.side')?.focus();
      return;
    }
    this.view = 'text';
    await this.updateComplete;
    this.renderRoot
      .querySelector<MappingTextView>('crosswalk-mapping-text')
      ?.reveal(diagnostic.line ?? 1, diagnostic.column ?? 1);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('text')) return;
    this.mapping = readMapping(this.text);
    this.at = Math.min(this.at, Math.max(0, (this.mapping?.objects.length ?? 1) - 1));
  }

  protected override updated(): void {
    for (const pair of this.mapping?.objects ?? []) this.wantObject(pair.salesforce);
  }

  private wantObject(name: string): void {
    if (name === '' || this.wanted.has(name) || this.salesforceObject(name)) return;
    this.wanted.add(name);
    tell(this, 'crosswalk-object-wanted', { name } satisfies ObjectWantedDetail);
  }

  private bar(): TemplateResult {
    return html`
      <div class="bar">
        <div class="pairs" role="group" aria-label="Object pairs">
          ${this.mapping?.objects.map(
            (pair, index) => html`
              <button class="plain pair" aria-pressed=${index === this.at} @click=${() => this.goToObject(index)}>
                ${this.platformObject(pair.platform)?.label ?? pair.platform}
                ${icon(pair.direction === 'push' ? 'arrowRight' : pair.direction === 'pull' ? 'arrowLeft' : 'arrowBoth')}
                ${this.salesforceObject(pair.salesforce)?.label ?? pair.salesforce}
              </button>
            `,
          )}
          ${this.mapping && this.platform ? html`<button class="plain" @click=${this.addPair}>${icon('plus')} Add objects</button>` : nothing}
        </div>
        <div class="views" role="group" aria-label="View">
          <button aria-pressed=${this.view === 'table'} @click=${() => this.show('table')}>Table</button>
          <button aria-pressed=${this.view === 'text'} @click=${() => this.show('text')}>Text</button>
        </div>
      </div>
    `;
  }

  private textView(): TemplateResult {
    return html`
      <crosswalk-mapping-text
        .text=${this.text}
        .report=${this.report}
        @crosswalk-text=${(event: CustomEvent<{ text: string }>) => {
          event.stopPropagation();
          this.change(event.detail.text);
        }}
      ></crosswalk-mapping-text>
    `;
  }

  private table(): TemplateResult {
    if (!this.mapping) {
      return html`
        <div class="empty">
          ${icon('error')}
          <strong>This text cannot be shown as a table</strong>
          <p>It is not readable JSON yet. The problems list says where.</p>
          <button @click=${() => this.show('text')}>Open the text</button>
        </div>
      `;
    }
    const pair = this.mapping.objects[this.at];
    if (!pair) {
      return html`
        <div class="empty">
          ${icon('mapping')}
          <strong>No objects are paired yet</strong>
          <p>Pair one of the platform's objects with one of Salesforce's, then map their fields.</p>
          <button class="primary" ?disabled=${!this.platform} @click=${this.addPair}>Add objects</button>
        </div>
      `;
    }
    const rows = this.visible(pair);
    return html`
      ${this.terms(pair)}
      <div role="table" aria-label="Field pairs" aria-rowcount=${pair.fields.length + 1}>
        <div role="rowgroup">
          <div class="row head" role="row">
            <span role="columnheader">Platform field</span>
            <span role="columnheader">Direction</span>
            <span role="columnheader">Salesforce field</span>
            <span role="columnheader">Rules</span>
            <span role="columnheader"><span class="unseen">Actions</span></span>
          </div>
        </div>
        <div class="body" role="rowgroup">
          ${repeat(
            rows,
            (each) => each.field.pointer,
            (each) => this.row(pair, each.field, each.index),
          )}
        </div>
      </div>
      <div class="foot">
        <button @click=${(event: Event) => this.addFieldPair(event, pair)}>${icon('plus')} Add field</button>
        <span>${counted(pair.fields.length, 'field pair')}${this.filter ? `, ${rows.length} shown` : ''}</span>
      </div>
    `;
  }

  private terms(pair: ObjectPair): TemplateResult {
    const match = pair.externalId
      ? html`<span>Matched by <code>${pair.externalId}</code></span>`
      : html`<span>Matched by ${pair.matchFields.length > 0 ? html`<code>${pair.matchFields.join(', ')}</code>` : 'nothing yet'}</span>`;
    return html`
      <div class="terms">
        <label>
          Direction
          <select @change=${(event: Event) => this.setPair('direction', (event.target as HTMLSelectElement).value)}>
            ${Object.entries(wayNames).map(([value, name]) => html`<option value=${value} ?selected=${pair.direction === value}>${name}</option>`)}
          </select>
        </label>
        ${match}
        <label><input type="checkbox" .checked=${pair.create} @change=${(event: Event) => this.setPair('create', (event.target as HTMLInputElement).checked)} /> Create records</label>
        <label><input type="checkbox" .checked=${pair.update} @change=${(event: Event) => this.setPair('update', (event.target as HTMLInputElement).checked)} /> Update records</label>
        <label class="filter">
          <span class="unseen">Filter field pairs</span>
          <input
            type="search"
            placeholder="Filter fields"
            .value=${this.filter}
            @input=${(event: Event) => {
              this.filter = (event.target as HTMLInputElement).value;
            }}
          />
        </label>
      </div>
    `;
  }

  private row(pair: ObjectPair, field: FieldPair, index: number): TemplateResult {
    const wanted = field.salesforce.toLowerCase();
    const object = this.salesforceObject(pair.salesforce);
    return fieldRow(
      {
        field,
        index,
        findings: this.findings(field.pointer),
        open: this.expanded === field.pointer,
        platformKnown: this.platform !== null,
        salesforceKnown: object !== undefined,
        platform: this.platformObject(pair.platform)?.fields.find(
          (each) => each.name === field.platform,
        ),
        salesforce: object?.fields.find((each) => each.name.toLowerCase() === wanted),
      },
      {
        set: (key, value) => this.set(index, key, value),
        choose: (anchor) => this.chooseSalesforce(anchor, pair, field, index),
        toggle: () => {
          this.expanded = this.expanded === field.pointer ? undefined : field.pointer;
        },
        remove: () => this.change(removeField(this.text, this.at, index)),
        fix: (diagnostic, fix) => this.choose(diagnostic, fix),
      },
    );
  }

  private findings(pointer: string): Diagnostic[] {
    const order = { error: 0, warning: 1, info: 2 };
    return (this.report?.diagnostics ?? [])
      .filter((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`))
      .sort((a, b) => order[a.severity] - order[b.severity]);
  }

  private visible(pair: ObjectPair): { field: FieldPair; index: number }[] {
    const word = this.filter.trim().toLowerCase();
    const all = pair.fields.map((field, index) => ({ field, index }));
    if (word === '') return all;
    return all.filter(({ field }) =>
      `${field.platform} ${field.salesforce}`.toLowerCase().includes(word),
    );
  }

  private async chooseSalesforce(
    anchor: HTMLElement,
    pair: ObjectPair,
    field: FieldPair,
    index: number,
  ): Promise<void> {
    const object = this.salesforceObject(pair.salesforce);
    if (!object) return;
    const chosen = await this.picker.choose({
      anchor,
      title: `${object.label} field for ${field.platform}`,
      choices: salesforceChoices(object, usedSalesforce(pair)),
      current: field.salesforce,
    });
    if (chosen !== undefined && chosen !== field.salesforce) this.set(index, 'salesforce', chosen);
  }

  private async addFieldPair(event: Event, pair: ObjectPair): Promise<void> {
    const anchor = event.currentTarget as HTMLElement;
    const from = this.platformObject(pair.platform);
    const to = this.salesforceObject(pair.salesforce);
    if (!from || !to) return;
    const used = new Set(pair.fields.map((each) => each.platform));
    const platform = await this.picker.choose({
      anchor,
      title: `${from.label ?? from.name} field`,
      choices: platformChoices(from, used),
      current: '',
    });
    if (platform === undefined) return;
    const salesforce = await this.picker.choose({
      anchor,
      title: `${to.label} field for ${platform}`,
      choices: salesforceChoices(to, usedSalesforce(pair)),
      current: '',
    });
    if (salesforce === undefined) return;
    this.change(addField(this.text, this.at, { platform, salesforce }));
  }

  private readonly addPair = async (event: Event): Promise<void> => {
    const anchor = event.currentTarget as HTMLElement;
    const object = (value: string, label: string): Choice => ({
      value,
      label,
      icon: 'objects',
      type: '',
      marks: [],
      used: false,
    });
    const platform = await this.picker.choose({
      anchor,
      title: 'Platform object',
      choices: (this.platform?.objects ?? []).map((each) =>
        object(each.name, each.label ?? each.name),
      ),
      current: '',
    });
    if (platform === undefined) return;
    const salesforce = await this.picker.choose({
      anchor,
      title: 'Salesforce object',
      choices: this.objectNames.map((each) => object(each.name, each.label)),
      current: '',
    });
    if (salesforce === undefined) return;
    this.change(addObject(this.text, { platform, salesforce, direction: 'push', fields: [] }));
    this.at = Math.max(0, (readMapping(this.text)?.objects.length ?? 1) - 1);
  };

  private goToObject(index: number): void {
    this.at = index;
    this.expanded = undefined;
    if (this.view === 'text') this.view = 'table';
  }

  private show(view: 'table' | 'text'): void {
    this.view = view;
  }

  private set(index: number, key: FieldSetting, value: unknown): void {
    this.change(setField(this.text, this.at, index, key, value));
  }

  private setPair(key: string, value: unknown): void {
    this.change(setObject(this.text, this.at, key, value));
  }

  private choose(diagnostic: Diagnostic, fix: Fix): void {
    tell(this, 'crosswalk-fix', { diagnostic, fix } satisfies FixDetail);
  }

  private change(text: string): void {
    if (text === this.text) return;
    this.text = text;
    tell(this, 'crosswalk-change', { text } satisfies ChangeDetail);
  }

  private platformObject(name: string): PlatformObject | undefined {
    return this.platform?.objects.find((each) => each.name === name);
  }

  private salesforceObject(name: string): SalesforceObject | undefined {
    const wanted = name.toLowerCase();
    return this.salesforce.find((each) => each.name.toLowerCase() === wanted);
  }
}

function usedSalesforce(pair: ObjectPair): Set<string> {
  return new Set(pair.fields.map((each) => each.salesforce.toLowerCase()));
}
