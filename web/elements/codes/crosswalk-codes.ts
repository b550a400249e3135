import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { icon } from '../icons/icons.js';
import type { Explanation, Severity } from '../model/documents.js';
import { counted } from '../model/say.js';
import { controls } from '../theme/controls.js';
import { theme } from '../theme/theme.js';
import { styles } from './styles.js';

const severities: Record<Severity, { name: string; tone: string }> = {
  error: { name: 'Error', tone: 'bad' },
  warning: { name: 'Warning', tone: 'warn' },
  info: { name: 'Note', tone: '' },
};

/**
 * The catalogue of codes: what is found, what gives it, why it matters, what to do about it. Families
 * follow each other in the order of the codes; words or a code narrow the list.
 */
export class CrosswalkCodes extends LitElement {
  static override styles = [theme, controls, styles];

  /** The entries to show, in the order of their codes. */
  @property({ attribute: false }) codes: Explanation[] = [];
  /** A code that is wanted: scrolled to and marked. */
  @property() chosen = '';
  /** Address of the catalogue, to which a code is added for a link to its entry. */
  @property({ attribute: 'codes-at' }) codesAt = '#';

  @state() private words = '';

  override render(): TemplateResult {
    const shown = this.codes.filter((each) => this.holds(each));
    const families = [...new Set(shown.map((each) => each.family))];
    return html`
      <div class="find">
        <input type="search" placeholder="Find a code or a word" aria-label="Find a code or a word" .value=${this.words} @input=${this.search} />
        <span class="quiet" role="status">${counted(shown.length, 'code')}</span>
      </div>
      ${families.map((family) =>
        this.family(
          family,
          shown.filter((each) => each.family === family),
        ),
      )}
      ${shown.length === 0 ? nothingFound() : nothing}
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if ((!changed.has('chosen') && !changed.has('codes')) || this.chosen === '') return;
    const entry = this.renderRoot.querySelector<HTMLElement>('[aria-current]');
    if (!entry && this.words !== '') {
      this.words = '';
      void this.updateComplete.then(() => this.reveal());
    } else this.reveal();
  }

  private reveal(): void {
    const entry = this.renderRoot.querySelector<HTMLElement>('[aria-current]');
    entry?.scrollIntoView({ block: 'start' });
    entry?.focus({ preventScroll: true });
  }

  private family(name: string, entries: Explanation[]): TemplateResult {
    return html`
      <section>
        <h2>${name}</h2>
        <div class="card">${entries.map((each) => this.entry(each))}</div>
      </section>
    `;
  }

  private entry(entry: Explanation): TemplateResult {
    const { name, tone } = severities[entry.severity];
    const here = entry.code === this.chosen.toUpperCase();
    return html`
      <article id=${entry.code} tabindex="-1" aria-current=${here ? 'true' : nothing}>
        <div class="head">
          <a href="${this.codesAt}${entry.code}"><code>${entry.code}</code></a>
          <h3>${entry.title}</h3>
          <span class="badge ${tone}">${name}</span>
        </div>
        <dl>
          ${part('Example', html`<code>${entry.example}</code>`, entry.example)}
          ${part('Why', entry.cause, entry.cause)}
          ${part('What to do', entry.cure, entry.cure)}
        </dl>
      </article>
    `;
  }

  private holds(entry: Explanation): boolean {
    const text = Object.values(entry).join(' ').toLowerCase();
    return this.words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word));
  }

  private search(event: Event): void {
    this.words = (event.target as HTMLInputElement).value;
  }
}

function part(
  name: string,
  shown: string | TemplateResult,
  text: string,
): TemplateResult | typeof nothing {
  return text ? html`<dt>${name}</dt><dd>${shown}</dd>` : nothing;
}

function nothingFound(): TemplateResult {
  return html`<div class="card empty">${icon('search')}<strong>No code says this</strong><p>A code such as CW2104, or words of its title, cause or cure.</p></div>`;
}
