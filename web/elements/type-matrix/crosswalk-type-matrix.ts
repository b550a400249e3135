import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { icon } from '../icons/icons.js';
import type { CompatClass, Matrix, Verdict } from '../model/documents.js';
import { controls } from '../theme/controls.js';
import { theme } from '../theme/theme.js';
import { styles } from './styles.js';

type Way = 'toSalesforce' | 'toPlatform';

interface Place {
  type: number;
  column: number;
}

const classes: Record<CompatClass, { letter: string; name: string; meaning: string }> = {
  exact: { letter: 'E', name: 'Exact', meaning: 'every value arrives as it was' },
  widening: { letter: 'W', name: 'Widening', meaning: 'every value arrives, in a wider type' },
  conditional: { letter: 'C', name: 'Conditional', meaning: 'values that meet a condition arrive' },
  lossy: { letter: 'L', name: 'Lossy', meaning: 'every value arrives, some lose a part' },
  incompatible: { letter: '–', name: 'Incompatible', meaning: 'no value arrives' },
};

const steps: Record<string, [type: number, column: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The type relation: platform types beside each other, kinds of Salesforce fields below each other,
 * in each cell what becomes of the values. Pointing at a cell, or going there with the arrow keys,
 * shows the reason both ways.
 */
export class CrosswalkTypeMatrix extends LitElement {
  static override styles = [theme, controls, styles];

  /** What the module's `matrix()` answers. */
  @property({ attribute: false }) matrix: Matrix | null = null;

  @state() private way: Way = 'toSalesforce';
  @state() private platformWord = '';
  @state() private salesforceWord = '';
  @state() private traits = false;
  @state() private here: Place | null = null;

  override render(): TemplateResult | typeof nothing {
    const { matrix } = this;
    if (!matrix) return nothing;
    const types = this.typesOf(matrix);
    const columns = this.columnsOf(matrix);
    return html`
      ${this.tools()}
      <ul class="legend" aria-label="Legend">${Object.entries(classes).map(
        ([cls, { letter, name, meaning }]) =>
          html`<li><b class=${cls} aria-hidden="true">${letter}</b> ${name}: ${meaning}</li>`,
      )}</ul>
      ${
        types.length === 0 || columns.length === 0
          ? html`<div class="card empty">${icon('search')}<strong>No type bears this name</strong></div>`
          : html`<div class="work">${this.grid(matrix, types, columns)}${this.cell(matrix)}</div>`
      }
    `;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('matrix')) this.here = null;
  }

  private tools(): TemplateResult {
    return html`
      <div class="tools">
        <div class="field">
          <label for="way">Values travel</label>
          <select id="way" @change=${(event: Event) => {
            this.way = (event.target as HTMLSelectElement).value as Way;
          }}>
            <option value="toSalesforce">from the platform to Salesforce</option>
            <option value="toPlatform">from Salesforce to the platform</option>
          </select>
        </div>
        <div class="field">
          <label for="platform">Platform type</label>
          <input id="platform" type="search" @input=${(event: Event) => {
            this.platformWord = wordIn(event);
          }} />
        </div>
        <div class="field">
          <label for="salesforce">Salesforce field</label>
          <input id="salesforce" type="search" @input=${(event: Event) => {
            this.salesforceWord = wordIn(event);
          }} />
        </div>
        <label class="check">
          <input type="checkbox" @change=${(event: Event) => {
            this.traits = (event.target as HTMLInputElement).checked;
          }} />
          Formulas, roll-ups, parts and person accounts
        </label>
      </div>
    `;
  }

  private grid(matrix: Matrix, types: number[], columns: number[]): TemplateResult {
    const focused = this.focusedOf(types, columns);
    return html`
      <div class="card scroll">
        <table role="grid" aria-label="What becomes of values" @keydown=${(event: KeyboardEvent) => this.move(event, types, columns)} @focusin=${this.point} @pointerover=${this.point}>
          <thead>
            <tr>
              <th scope="col">Salesforce field</th>
              ${types.map((type) => html`<th scope="col"><span>${matrix.platformTypes[type]?.label}</span></th>`)}
            </tr>
          </thead>
          <tbody>
            ${columns.map(
              (column) => html`<tr>
                <th scope="row">${capital(matrix.columns[column]?.label ?? '')}</th>
                ${types.map((type) => {
                  const { class: cls } = verdictAt(matrix, this.way, { type, column });
                  const { letter, name } = classes[cls];
                  const here = this.here?.type === type && this.here.column === column;
                  const first = focused.type === type && focused.column === column;
                  return html`<td class=${here ? 'here' : ''} tabindex=${first ? 0 : -1} data-type=${type} data-column=${column} aria-label=${name}><b class=${cls}>${letter}</b></td>`;
                })}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  private cell(matrix: Matrix): TemplateResult {
    if (!this.here) {
      return html`<aside class="card cell" aria-label="The chosen pair"><p>Point at a cell, or go there with the arrow keys, to read the reason.</p></aside>`;
    }
    const type = matrix.platformTypes[this.here.type]?.label ?? '';
    const column = matrix.columns[this.here.column]?.label ?? '';
    return html`
      <aside class="card cell" aria-label="The chosen pair" aria-live="polite">
        <h2>${capital(type)} and ${column}</h2>
        ${verdictPart('To Salesforce', verdictAt(matrix, 'toSalesforce', this.here))}
        ${verdictPart('To the platform', verdictAt(matrix, 'toPlatform', this.here))}
      </aside>
    `;
  }

  private typesOf(matrix: Matrix): number[] {
    return numbersOf(matrix.platformTypes, ({ name, label }) =>
      `${name} ${label}`.toLowerCase().includes(this.platformWord),
    );
  }

  private columnsOf(matrix: Matrix): number[] {
    return numbersOf(
      matrix.columns,
      ({ name, label, trait }) =>
        (this.traits || !trait) && `${name} ${label}`.toLowerCase().includes(this.salesforceWord),
    );
  }

  /** The one cell that Tab comes to. */
  private focusedOf(types: number[], columns: number[]): Place {
    const { here } = this;
    const shown = here && types.includes(here.type) && columns.includes(here.column);
    return shown ? here : { type: types[0] ?? 0, column: columns[0] ?? 0 };
  }

  private point(event: Event): void {
    const cell = (event.target as Element).closest<HTMLElement>('td');
    if (!cell) return;
    this.here = { type: Number(cell.dataset.type), column: Number(cell.dataset.column) };
  }

  private move(event: KeyboardEvent, types: number[], columns: number[]): void {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const { type, column } = this.focusedOf(types, columns);
    const next = types[types.indexOf(type) + step[0]];
    const below = columns[columns.indexOf(column) + step[1]];
    if (next === undefined || below === undefined) return;
    const place = `td[data-type='${next}'][data-column='${below}']`;
    this.renderRoot.querySelector<HTMLElement>(place)?.focus();
  }
}

function verdictAt(matrix: Matrix, way: Way, { type, column }: Place): Verdict {
  const number = matrix[way][type]?.[column] ?? -1;
  return matrix.verdicts[number] ?? { class: 'incompatible', reason: '' };
}

function verdictPart(title: string, verdict: Verdict): TemplateResult {
  const { reason, loss, note, remedies = [] } = verdict;
  return html`
    <h3>${title} <span class="tag ${verdict.class}">${classes[verdict.class].name}</span></h3>
    ${[reason, loss, note, ...remedies.map((each) => each.advice)].map((words) => (words ? html`<p>${words}</p>` : nothing))}
  `;
}

function numbersOf<Item>(items: Item[], wanted: (item: Item) => boolean): number[] {
  return items.flatMap((item, number) => (wanted(item) ? [number] : []));
}

function wordIn(event: Event): string {
  return (event.target as HTMLInputElement).value.trim().toLowerCase();
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
