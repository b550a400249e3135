import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { icon } from '../icons/icons.js';
import type { Diagnostic, Fix, Report, Severity } from '../model/documents.js';
import { counted } from '../model/say.js';
import { tell } from '../tell.js';
import { controls } from '../theme/controls.js';
import { theme } from '../theme/theme.js';
import { styles } from './styles.js';

export interface GotoDetail {
  diagnostic: Diagnostic;
}

export interface FixDetail {
  diagnostic: Diagnostic;
  fix: Fix;
}

const kShown = 200;
const severityIcons = { error: 'error', warning: 'warning', info: 'info' } as const;
const severityNames: Record<Severity, string> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
};

/**
 * The findings of a report: what is wrong, why, where, and the fixes to choose from.
 *
 * @fires crosswalk-goto - the place of a finding is wanted; detail `GotoDetail`
 * @fires crosswalk-fix - a fix was chosen; detail `FixDetail`
 */
export class CrosswalkDiagnostics extends LitElement {
  static override styles = [theme, controls, styles];

  /** The report to show; null before the first check. */
  @property({ attribute: false }) report: Report | null = null;
  /** A newer state is being checked. */
  @property({ type: Boolean }) pending = false;

  /** Address of the catalogue, to which a code is added; empty: codes are no links. */
  @property({ attribute: 'codes-at' }) codesAt = '';

  @state() private shown = kShown;

  override render(): TemplateResult {
    return html`
      <header>
        <h2>Problems</h2>
        ${this.report ? this.tallies(this.report) : nothing}
        <span class="pending" role="status">${this.pending ? 'Checking…' : ''}</span>
      </header>
      ${this.report ? this.list(this.report) : html`<div class="good quiet">Not checked yet.</div>`}
    `;
  }

  private tallies(report: Report): TemplateResult {
    return html`
      ${report.errors > 0 ? html`<span class="tally error">${icon('error')}${counted(report.errors, 'error')}</span>` : nothing}
      ${report.warnings > 0 ? html`<span class="tally warning">${icon('warning')}${counted(report.warnings, 'warning')}</span>` : nothing}
    `;
  }

  private list(report: Report): TemplateResult {
    const all = report.diagnostics;
    if (all.length === 0) {
      return html`<div class="good">${icon('check')} No problems. This mapping is ready to use.</div>`;
    }
    return html`
      <ul>${all.slice(0, this.shown).map((each) => this.row(each))}</ul>
      ${
        all.length > this.shown
          ? html`<div class="good"><button @click=${this.showMore}>Show more of ${counted(all.length, 'problem')}</button></div>`
          : nothing
      }
    `;
  }

  private row(diagnostic: Diagnostic): TemplateResult {
    return html`
      <li class=${diagnostic.severity}>
        ${icon(severityIcons[diagnostic.severity])}
        <div>
          <p class="message"><span class="unseen">${severityNames[diagnostic.severity]}: </span>${diagnostic.message}</p>
          ${diagnostic.cause ? html`<p class="cause">${diagnostic.cause}</p>` : nothing}
          <div class="foot">
            <button class="link" @click=${() => this.goTo(diagnostic)}>${place(diagnostic)}</button>
            ${this.code(diagnostic.code)}
            ${diagnostic.fixes.map(
              (fix) =>
                html`<button class="fix" @click=${() => this.choose(diagnostic, fix)}>${fix.title}</button>`,
            )}
          </div>
        </div>
      </li>
    `;
  }

  private code(code: string): TemplateResult {
    if (this.codesAt === '') return html`<code>${code}</code>`;
    const name = `What ${code} means`;
    // In a tab of its own: what is being edited stays as it is.
    return html`<a href="${this.codesAt}${code}" target="_blank" title=${name} aria-label=${name}><code>${code}</code></a>`;
  }

  private showMore(): void {
    this.shown += kShown;
  }

  private goTo(diagnostic: Diagnostic): void {
    tell(this, 'crosswalk-goto', { diagnostic } satisfies GotoDetail);
  }

  private choose(diagnostic: Diagnostic, fix: Fix): void {
    tell(this, 'crosswalk-fix', { diagnostic, fix } satisfies FixDetail);
  }
}

function place(diagnostic: Diagnostic): string {
  if (diagnostic.line !== undefined) return `Line ${diagnostic.line}:${diagnostic.column ?? 1}`;
  return diagnostic.pointer === '' ? 'Whole document' : diagnostic.pointer;
}
