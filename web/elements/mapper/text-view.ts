import type { EditorView } from '@codemirror/view';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Report } from '../model/documents.js';
import { tell } from '../tell.js';
import { controls } from '../theme/controls.js';
import { theme } from '../theme/theme.js';

const styles = css`
  .editor {
    min-height: 20rem;
    font-size: var(--text-s);
  }
  .loading {
    display: grid;
    gap: 10px;
    padding: 20px;
  }
  .waiting:nth-child(2) {
    width: 70%;
  }
  .waiting:nth-child(3) {
    width: 82%;
  }
`;

/**
 * The mapping's text in an editor with the findings marked in place. The editor itself is loaded when
 * the element first appears.
 *
 * @fires crosswalk-text - the text was edited; detail `{ text }`
 */
export class MappingTextView extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) text = '';
  @property({ attribute: false }) report: Report | null = null;

  @state() private ready = false;
  @query('.editor') private readonly host!: HTMLElement;

  private view: EditorView | undefined;
  private code: typeof import('./editor.js') | undefined;
  private wanted: { line: number; column: number } | undefined;

  override render(): TemplateResult {
    return html`
      ${
        this.ready
          ? ''
          : html`<div class="loading" aria-hidden="true"><div class="waiting"></div><div class="waiting"></div><div class="waiting"></div></div>`
      }
      <div class="editor"></div>
    `;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.view?.destroy();
    this.view = undefined;
    this.ready = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.start();
  }

  /** Puts the cursor at a place, counted from 1, as soon as the editor is there. */
  reveal(line: number, column: number): void {
    this.wanted = { line, column };
    this.goToWanted();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.view || !this.code) return;
    if (changed.has('text')) this.code.setText(this.view, this.text);
    if (changed.has('report') || changed.has('text')) this.code.setReport(this.view, this.report);
  }

  private async start(): Promise<void> {
    const code = await import('./editor.js');
    await this.updateComplete;
    if (!this.isConnected || this.view) return;
    this.code = code;
    this.view = code.createEditor({
      parent: this.host,
      root: this.renderRoot as ShadowRoot,
      text: this.text,
      edited: (text) => {
        this.text = text;
        tell(this, 'crosswalk-text', { text });
      },
    });
    code.setReport(this.view, this.report);
    this.ready = true;
    this.goToWanted();
  }

  private goToWanted(): void {
    if (!this.view || !this.code || !this.wanted) return;
    this.code.goTo(this.view, this.wanted.line, this.wanted.column);
    this.wanted = undefined;
  }
}
