import { html, LitElement, type TemplateResult } from 'lit';
import type { Matrix } from '../../elements/model/documents.js';
import { controls } from '../../elements/theme/controls.js';
import { theme } from '../../elements/theme/theme.js';
import { core } from '../checking/core.js';
import { Loaded } from '../shell/loaded.js';
import { pageStyles } from '../shell/page-styles.js';
import { whenThere } from '../shell/parts.js';

/** Which types go together, from the module itself. */
export class TypesPage extends LitElement {
  static override styles = [theme, controls, pageStyles];

  private readonly matrix = new Loaded<Matrix>(this, async () => (await core()).matrix());

  override connectedCallback(): void {
    super.connectedCallback();
    this.toggleAttribute('wide', true);
  }

  override render(): TemplateResult {
    return html`
      <header class="page-head">
        <h1>Field types</h1>
        <p class="lead">What becomes of values between the platform's types and Salesforce's fields.</p>
      </header>
      ${whenThere(
        this.matrix,
        (matrix) => html`<crosswalk-type-matrix .matrix=${matrix}></crosswalk-type-matrix>`,
      )}
    `;
  }
}
