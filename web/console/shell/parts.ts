// Pieces that several pages show the same way.
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../elements/icons/icons.js';
import type { Run } from '../../elements/model/documents.js';
import { runKind, runState } from '../../elements/model/run-words.js';
import { ago, count } from '../../elements/model/say.js';
import type { Loaded } from './loaded.js';
import { linkTo } from './routes.js';

export function problemNote(words: string): TemplateResult | typeof nothing {
  return words
    ? html`<p class="note bad" role="alert">${icon('error')}<span>${words}</span></p>`
    : nothing;
}

/** The value's view; or what stands in its place while it is on its way or when it failed. */
export function whenThere<T>(
  loaded: Loaded<T>,
  show: (value: T) => TemplateResult | typeof nothing,
): TemplateResult | typeof nothing {
  if (loaded.value !== undefined) return html`${problemNote(loaded.problem)}${show(loaded.value)}`;
  if (loaded.problem) {
    return html`${problemNote(loaded.problem)}<button @click=${() => loaded.load()}>Try again</button>`;
  }
  return html`
    <div class="card loading" role="status">
      <span class="unseen">Loading</span>
      <div class="waiting"></div><div class="waiting"></div><div class="waiting"></div>
    </div>
  `;
}

export function runsTable(runs: Run[], now: number): TemplateResult {
  return html`
    <div class="card scroll">
      <table>
        <thead>
          <tr><th>Run</th><th>State</th><th class="end">Read</th><th class="end">Written</th><th class="end">Issues</th><th class="end">API calls</th><th>Started</th></tr>
        </thead>
        <tbody>${runs.map((run) => runRow(run, now))}</tbody>
      </table>
    </div>
  `;
}

function runRow(run: Run, now: number): TemplateResult {
  const { name, tone } = runState(run.state);
  const { salesforce, platform } = run.written ?? {};
  const written =
    (salesforce?.created ?? 0) +
    (salesforce?.updated ?? 0) +
    (platform?.created ?? 0) +
    (platform?.updated ?? 0);
  return html`
    <tr>
      <td><a href=${linkTo('runs', run.id)}>${runKind(run.kind)}</a> <span class="quiet">of ${run.sync}</span></td>
      <td><span class="badge ${tone}">${name}</span></td>
      <td class="end number">${count((run.read?.salesforce ?? 0) + (run.read?.platform ?? 0))}</td>
      <td class="end number">${count(written)}</td>
      <td class="end number">${count(run.issues ?? 0)}</td>
      <td class="end number">${count(run.apiCalls)}</td>
      <td class="quiet">${ago(run.startedAt, now)}</td>
    </tr>
  `;
}
