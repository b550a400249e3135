import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Issue, Run } from '../../elements/model/documents.js';
import { hasEnded } from '../../elements/model/run-words.js';
import { controls } from '../../elements/theme/controls.js';
import { theme } from '../../elements/theme/theme.js';
import { ApiError, api, wordsOf } from '../api/client.js';
import { followRun } from '../api/follow-run.js';
import { pageStyles } from '../shell/page-styles.js';
import { problemNote } from '../shell/parts.js';
import { goTo, linkTo } from '../shell/routes.js';

const kIssuesShown = 100;

const styles = css`
  .run {
    overflow: hidden;
  }
`;

/** One run, live while it goes on, and the issues that it found. */
export class RunPage extends LitElement {
  static override styles = [theme, controls, pageStyles, styles];

  @property({ attribute: false }) runId = '';

  @state() private run: Run | null = null;
  @state() private issues: Issue[] = [];
  @state() private next: string | null = null;
  @state() private problem = '';

  private stop: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.stop = undefined;
  }

  override render(): TemplateResult {
    const run = this.run;
    return html`
      <header class="page-head">
        <a class="crumb" href=${linkTo('runs')}>Runs</a>
        <span class="crumb" aria-hidden="true">/</span>
        <h1>${run ? run.sync : 'Run'}</h1>
        <div class="actions">
          ${run && !hasEnded(run) ? html`<button @click=${this.cancel}>Cancel run</button>` : nothing}
          ${run && hasEnded(run) ? html`<button @click=${() => goTo('syncs', run.sync)}>To the sync</button>` : nothing}
        </div>
      </header>
      ${problemNote(this.problem)}
      <div class="card run"><crosswalk-run .run=${run}></crosswalk-run></div>
      ${
        this.issues.length > 0
          ? html`<section class="section">
              <h2>Issues of this run</h2>
              <crosswalk-issues .issues=${this.issues} ?more=${this.next !== null} .now=${Date.now()}
                @crosswalk-more=${this.moreIssues}
                @crosswalk-record=${(event: CustomEvent<{ object: string; key: string }>) => goTo('records', event.detail.object, event.detail.key)}
              ></crosswalk-issues>
            </section>`
          : nothing
      }
    `;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('runId')) this.follow();
  }

  private follow(): void {
    this.stop?.();
    this.run = null;
    this.issues = [];
    void this.find();
    this.stop = followRun(this.runId, {
      run: (run) => {
        this.run = run;
        if (hasEnded(run)) void this.settle();
      },
      issue: (issue) => {
        if (this.issues.length < kIssuesShown) this.issues = [...this.issues, issue];
      },
    });
  }

  private async find(): Promise<void> {
    try {
      this.run = await api.run(this.runId);
    } catch (thrown) {
      this.problem = wordsOf(thrown);
      if (thrown instanceof ApiError && thrown.status === 404) this.stop?.();
    }
  }

  /** What came live may have gaps; at the end the list itself is read. */
  private async settle(): Promise<void> {
    const list = await api.issues({ run: this.runId, limit: kIssuesShown });
    this.issues = list.items;
    this.next = list.next;
  }

  private readonly moreIssues = async (): Promise<void> => {
    const list = await api.issues({ run: this.runId, limit: kIssuesShown, after: this.next });
    this.issues = [...this.issues, ...list.items];
    this.next = list.next;
  };

  private readonly cancel = async (): Promise<void> => {
    try {
      await api.cancelRun(this.runId);
    } catch (thrown) {
      this.problem = wordsOf(thrown);
    }
  };
}
