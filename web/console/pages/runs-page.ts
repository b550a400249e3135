import { html, LitElement, type TemplateResult } from 'lit';
import { icon } from '../../elements/icons/icons.js';
import type { Run } from '../../elements/model/documents.js';
import { controls } from '../../elements/theme/controls.js';
import { theme } from '../../elements/theme/theme.js';
import { api, type List } from '../api/client.js';
import { Loaded } from '../shell/loaded.js';
import { pageStyles } from '../shell/page-styles.js';
import { runsTable, whenThere } from '../shell/parts.js';

const kPageRuns = 50;

/** Every run, the newest first. */
export class RunsPage extends LitElement {
  static override styles = [theme, controls, pageStyles];

  private readonly runs: Loaded<List<Run>> = new Loaded<List<Run>>(this, () =>
    api.runs({ limit: kPageRuns }),
  );

  override render(): TemplateResult {
    return html`
      <header class="page-head"><h1>Runs</h1></header>
      ${whenThere(this.runs, (list) => this.list(list))}
    `;
  }

  private list({ items, next }: List<Run>): TemplateResult {
    if (items.length === 0) {
      return html`<div class="card empty">${icon('runs')}<strong>Nothing has run yet</strong><p>A run reads both sides, compares them and writes what changed.</p></div>`;
    }
    return html`
      ${runsTable(items, Date.now())}
      ${next ? html`<div class="section"><button @click=${() => this.more(next, items)}>Show more runs</button></div>` : ''}
    `;
  }

  private async more(after: string, before: Run[]): Promise<void> {
    const page = await api.runs({ limit: kPageRuns, after });
    this.runs.value = { items: [...before, ...page.items], next: page.next };
    this.requestUpdate();
  }
}
