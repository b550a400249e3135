import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { icon } from '../icons/icons.js';
import type { Run } from '../model/documents.js';
import { runKind, runState } from '../model/run-words.js';
import { count, duration, when } from '../model/say.js';
import { controls } from '../theme/controls.js';
import { theme } from '../theme/theme.js';
import { styles } from './styles.js';

const phases = ['read', 'match', 'merge', 'write', 'settle'] as const;
const phaseNames: Record<(typeof phases)[number], string> = {
  read: 'Read',
  match: 'Match',
  merge: 'Merge',
  write: 'Write',
  settle: 'Settle',
};

/** One run: how far it is, what it did on both sides, and how it ended. Give it each newer state of the run. */
export class CrosswalkRun extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) run: Run | null = null;

  override render(): TemplateResult {
    const run = this.run;
    if (!run) {
      return html`<div class="empty">${icon('runs')}<strong>No run to show</strong></div>`;
    }
    const { name, tone } = runState(run.state);
    return html`
      <header>
        <h2>${runKind(run.kind)}</h2>
        <span class="badge ${tone}" role="status">${name}</span>
        <span class="times">${times(run)}</span>
      </header>
      ${run.cause ? html`<p class="note cause ${run.state === 'failed' ? 'bad' : ''}">${run.cause}</p>` : nothing}
      <ol class="phases" aria-label="Phases">
        ${phases.map((each) => html`<li class="phase ${phaseClass(run, each)}" aria-current=${isNow(run, each) ? 'step' : nothing}>${phaseNames[each]}</li>`)}
      </ol>
      <dl class="figures">
        ${figure('Read', (run.read?.salesforce ?? 0) + (run.read?.platform ?? 0))}
        ${figure('Written', writtenOf(run))}
        ${figure('In step', run.unchanged ?? 0)}
        ${figure('Issues', run.issues ?? 0, (run.issues ?? 0) > 0 ? 'warn' : '')}
        ${figure('API calls', run.apiCalls ?? 0)}
        ${figure('Records/s', run.recordsPerSecond == null ? null : Math.round(run.recordsPerSecond))}
      </dl>
      <div class="sides">
        <table>
          <thead>
            <tr><th>Side</th><th class="end">Read</th><th class="end">Created</th><th class="end">Updated</th><th class="end">Refused</th></tr>
          </thead>
          <tbody>
            ${sideRow('Salesforce', run.read?.salesforce, run.written?.salesforce)}
            ${sideRow('Platform', run.read?.platform, run.written?.platform)}
          </tbody>
        </table>
      </div>
    `;
  }
}

function sideRow(
  name: string,
  read: number | undefined,
  written: { created: number; updated: number; failed: number } | undefined,
): TemplateResult {
  return html`
    <tr>
      <th scope="row">${name}</th>
      <td class="end">${count(read)}</td>
      <td class="end">${count(written?.created)}</td>
      <td class="end">${count(written?.updated)}</td>
      <td class="end">${count(written?.failed)}</td>
    </tr>
  `;
}

function figure(name: string, amount: number | null, tone = ''): TemplateResult {
  return html`<div class="figure ${tone}"><dt>${name}</dt><dd>${count(amount)}</dd></div>`;
}

function writtenOf(run: Run): number {
  const { salesforce, platform } = run.written ?? {};
  return (
    (salesforce?.created ?? 0) +
    (salesforce?.updated ?? 0) +
    (platform?.created ?? 0) +
    (platform?.updated ?? 0)
  );
}

function isNow(run: Run, phase: string): boolean {
  return !run.finishedAt && run.phase === phase;
}

function phaseClass(run: Run, phase: (typeof phases)[number]): string {
  if (run.state === 'succeeded') return 'ended';
  if (run.state === 'partial') return 'short';
  const reached = run.phase ? phases.indexOf(run.phase) : -1;
  const own = phases.indexOf(phase);
  if (own < reached) return 'done';
  if (own > reached) return '';
  return run.state === 'failed' || run.state === 'cancelled' ? 'broken' : 'now';
}

function times(run: Run): string {
  if (!run.startedAt) return 'Not started yet';
  if (run.finishedAt) {
    const seconds = (new Date(run.finishedAt).valueOf() - new Date(run.startedAt).valueOf()) / 1000;
    return `${when(run.startedAt)}, took ${duration(Math.max(1, seconds))}`;
  }
  const left = run.etaSeconds == null ? '' : `, about ${duration(run.etaSeconds)} left`;
  return `Started ${when(run.startedAt)}${left}`;
}
