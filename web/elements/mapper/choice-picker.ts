import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { type IconName, icon } from '../icons/icons.js';
import { controls } from '../theme/controls.js';
import { theme } from '../theme/theme.js';

export interface Choice {
  value: string;
  label: string;
  icon: IconName;
  /** What it is: "Text(255)". */
  type: string;
  /** Short marks beside the type: "Required", "External ID". */
  marks: string[];
  /** Chosen elsewhere already; stays choosable, and says so. */
  used: boolean;
}

export interface Request {
  anchor: HTMLElement;
  title: string;
  choices: Choice[];
  current: string;
}

const kShown = 100;
const kGap = 6;

const styles = css`
  [popover] {
    position: fixed;
    inset: auto;
    width: min(30rem, calc(100vw - 24px));
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 0;
    border-radius: var(--radius-large);
    background: var(--raised);
    box-shadow: var(--shadow-2);
    color: inherit;
  }
  .search {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 10px 14px;
    border-bottom: 1px solid var(--line);
    color: var(--ink-3);
  }
  .search > input:not([type='checkbox']) {
    flex: 1;
    min-height: 24px;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    color: var(--ink);
  }
  ul {
    max-height: min(22rem, 50vh);
    padding: 6px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  li {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    align-items: center;
    gap: 2px 10px;
    padding: 6px 8px;
    border-radius: var(--radius);
    cursor: pointer;
  }
  li[aria-selected='true'] {
    background: var(--accent-soft);
  }
  li > .icon {
    grid-row: span 2;
    color: var(--ink-3);
  }
  .label {
    font-weight: 550;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name {
    grid-column: 2;
    overflow: hidden;
    color: var(--ink-3);
    font-size: var(--text-xs);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .type {
    color: var(--ink-2);
    font-size: var(--text-xs);
    text-align: end;
  }
  .marks {
    grid-column: 3;
    grid-row: 2;
    color: var(--ink-3);
    font-size: var(--text-xs);
    text-align: end;
  }
  .foot {
    padding: 8px 14px;
    border-top: 1px solid var(--line);
    color: var(--ink-3);
    font-size: var(--text-xs);
  }
`;

/** A searchable list in a popover, for choosing one of many fields. Used inside the mapper. */
export class ChoicePicker extends LitElement {
  static override styles = [theme, controls, styles];

  @state() private request: Request | undefined;
  @state() private filter = '';
  @state() private active = 0;

  @query('[popover]') private readonly popover_!: HTMLElement;
  @query('input') private readonly input!: HTMLInputElement;

  private settle: ((value: string | undefined) => void) | undefined;

  /** Resolves to the chosen value, or to undefined when the list was left. */
  choose(request: Request): Promise<string | undefined> {
    this.finish(undefined);
    this.request = request;
    this.filter = '';
    this.active = Math.max(
      0,
      request.choices.findIndex((each) => each.value === request.current),
    );
    return new Promise((resolve) => {
      this.settle = resolve;
      void this.updateComplete.then(() => this.show(request.anchor));
    });
  }

  override render(): TemplateResult {
    const matches = this.found();
    const shown = matches.slice(0, kShown);
    return html`
      <div popover="auto" role="dialog" aria-label=${this.request?.title ?? nothing} @toggle=${this.toggled}>
        <div class="search">
          ${icon('search')}
          <input
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls="choices"
            aria-label=${this.request?.title ?? ''}
            aria-activedescendant=${shown.length > 0 ? `choice-${this.active}` : nothing}
            autocomplete="off"
            spellcheck="false"
            placeholder=${this.request?.title ?? ''}
            .value=${this.filter}
            @input=${this.typed}
            @keydown=${this.pressed}
          />
        </div>
        <ul id="choices" role="listbox" aria-label=${this.request?.title ?? ''}>
          ${shown.map((choice, index) => this.option(choice, index))}
        </ul>
        <div class="foot" role="status">${footer(matches.length, shown.length)}</div>
      </div>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('active' as never)) {
      this.renderRoot.querySelector(`#choice-${this.active}`)?.scrollIntoView({ block: 'nearest' });
    }
  }

  private option(choice: Choice, index: number): TemplateResult {
    const marks = [...choice.marks, ...(choice.used ? ['mapped'] : [])].join(' · ');
    return html`
      <li
        id="choice-${index}"
        role="option"
        aria-selected=${index === this.active}
        @pointermove=${() => this.point(index)}
        @click=${() => this.finish(choice.value)}
      >
        ${icon(choice.icon)}
        <span class="label">${choice.label}</span>
        <span class="type">${choice.type}</span>
        <code class="name">${choice.value}</code>
        <span class="marks">${marks}</span>
      </li>
    `;
  }

  private found(): Choice[] {
    const all = this.request?.choices ?? [];
    const words = this.filter.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return all;
    return all.filter((choice) => {
      const hay = `${choice.label} ${choice.value} ${choice.type}`.toLowerCase();
      return words.every((word) => hay.includes(word));
    });
  }

  private show(anchor: HTMLElement): void {
    const place = anchor.getBoundingClientRect();
    this.popover_.showPopover();
    const { width, height } = this.popover_.getBoundingClientRect();
    const below = place.bottom + kGap + height <= window.innerHeight;
    const top = below ? place.bottom + kGap : Math.max(kGap, place.top - kGap - height);
    const left = Math.max(kGap, Math.min(place.left, window.innerWidth - width - kGap));
    this.popover_.style.top = `${top}px`;
    this.popover_.style.left = `${left}px`;
    this.input.focus();
  }

  private typed(): void {
    this.filter = this.input.value;
    this.active = 0;
  }

  private point(index: number): void {
    this.active = index;
  }

  private pressed(event: KeyboardEvent): void {
    const last = Math.min(this.found().length, kShown) - 1;
    const moves: Record<string, number> = {
      ArrowDown: Math.min(this.active + 1, last),
      ArrowUp: Math.max(this.active - 1, 0),
      PageDown: Math.min(this.active + 8, last),
      PageUp: Math.max(this.active - 8, 0),
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      this.active = Math.max(0, next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const choice = this.found()[this.active];
      if (choice) this.finish(choice.value);
    }
  }

  private toggled(event: ToggleEvent): void {
    if (event.newState === 'closed') this.finish(undefined);
  }

  private finish(value: string | undefined): void {
    const settle = this.settle;
    if (!settle) return;
    this.settle = undefined;
    const anchor = this.request?.anchor;
    this.popover_.hidePopover();
    anchor?.focus();
    settle(value);
  }
}

function footer(found: number, shown: number): string {
  if (found === 0) return 'Nothing by this name';
  return found > shown ? `${shown} of ${found} shown; type to narrow` : `${found} to choose from`;
}
