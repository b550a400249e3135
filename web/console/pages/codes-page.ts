import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Explanation } from '../../elements/model/documents.js';
import { controls } from '../../elements/theme/controls.js';
import { theme } from '../../elements/theme/theme.js';
import { core } from '../checking/core.js';
import { Loaded } from '../shell/loaded.js';
import { pageStyles } from '../shell/page-styles.js';
import { whenThere } from '../shell/parts.js';
import { linkTo } from '../shell/routes.js';

/** Every code that Crosswalk can give, from the module itself. */
export class CodesPage extends LitElement {
  static override styles = [theme, controls, pageStyles];

  /** The code that the address names. */
  @property({ attribute: false }) code = '';

  private readonly codes = new Loaded<Explanation[]>(this, async () => (await core()).codes());

  override render(): TemplateResult {
    return html`
      <header class="page-head">
        <h1>Problem codes</h1>
        <p class="lead">What each code means, why it matters, and what to do about it.</p>
      </header>
      ${whenThere(
        this.codes,
        (codes) =>
          html`<crosswalk-codes .codes=${codes} .chosen=${this.code} codes-at="${linkTo('docs', 'codes')}/"></crosswalk-codes>`,
      )}
    `;
  }
}
