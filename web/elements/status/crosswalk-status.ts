import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { icon } from '../icons/icons.js';
import type { Sync, SyncStatus } from '../model/documents.js';
import { ago, count } from '../model/say.js';
import { controls } from '../theme/controls.js';
import { theme } from '../theme/theme.js';
import { styles } from './styles.js';

/** One sync at a glance: what it is doing, how many records are in step, waiting or in trouble. */
export class CrosswalkStatus extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) sync: Sync | null = null;
  /** The present, in milliseconds, so that "2 minutes ago" is the page's to decide. */
  @property({ attribute: false }) now = 0;

  override render(): TemplateResult {
    if (!this.sync)
      return html`<div class="empty">${icon('sync')}<strong>No sync to show</strong></div>`;
    const status = this.sync.status ?? {};
    const { name, tone } = current(status);
    const all = (status.inStep ?? 0) + (status.waiting ?? 0) + (status.issues ?? 0);
    return html`
      <header>
        <h3>${this.sync.name}</h3>
        <span class="badge ${tone}">${name}</span>
        <span class="quiet">${status.lastSyncAt ? `Last run ${ago(status.lastSyncAt, this.now)}` : 'Never run'}</span>
        <slot name="actions"></slot>
      </header>
      ${status.cause ? html`<p class="note warn">${status.cause}</p>` : nothing}
      ${bar(status, all)}
      <dl>
        ${part('in', 'In step', status.inStep)}
        ${part('wait', 'Waiting', status.waiting)}
        ${part('trouble', 'Issues', status.issues)}
      </dl>
    `;
  }
}

function current(status: SyncStatus): { name: string; tone: string } {
  if (status.current === 'running') return { name: 'Running', tone: 'busy' };
  if (status.current === 'paused') return { name: 'Paused', tone: 'warn' };
  if (status.current === 'waiting') return { name: 'Waiting', tone: 'warn' };
  if (status.firstSync === 'never') return { name: 'Not started', tone: '' };
  if ((status.issues ?? 0) > 0) return { name: 'Needs attention', tone: 'warn' };
  return { name: 'Up to date', tone: 'good' };
}

/** Widths as SVG attributes: a page's policy may forbid inline styles. */
function bar(status: SyncStatus, all: number): TemplateResult | typeof nothing {
  if (all === 0) return nothing;
  const share = (part: number | undefined): number => ((part ?? 0) / all) * 100;
  const inStep = share(status.inStep);
  const waiting = share(status.waiting);
  return html`
    <svg class="bar" aria-hidden="true">
      <rect class="in" x="0" width="${inStep}%" height="100%" />
      <rect class="wait" x="${inStep}%" width="${waiting}%" height="100%" />
      <rect class="trouble" x="${inStep + waiting}%" width="${share(status.issues)}%" height="100%" />
    </svg>
  `;
}

function part(kind: string, name: string, amount: number | undefined): TemplateResult {
  return html`<div class=${kind}><dt>${name}</dt><dd>${count(amount)}</dd></div>`;
}
