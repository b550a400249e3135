import { html, LitElement, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { RecordDetail } from '../../elements/issues/crosswalk-issues.js';
import type { Issue } from '../../elements/model/documents.js';
import { controls } from '../../elements/theme/controls.js';
import { theme } from '../../elements/theme/theme.js';
import { api, type List, wordsOf } from '../api/client.js';
import { Loaded } from '../shell/loaded.js';
import { pageStyles } from '../shell/page-styles.js';
import { problemNote, whenThere } from '../shell/parts.js';
import { goTo } from '../shell/routes.js';

const kPageIssues = 200;

/** Every record that needs somebody, by cause. */
export class IssuesPage extends LitElement {
  static override styles = [theme, controls, pageStyles];

  @state() private problem = '';

  private readonly issues: Loaded<List<Issue>> = new Loaded<List<Issue>>(this, () =>
    api.issues({ state: 'open', limit: kPageIssues }),
  );

  override render(): TemplateResult {
    return html`
      <header class="page-head">
        <h1>Issues</h1>
        <p class="lead">Records that could not be synchronised. Everything else went through. An issue clears itself when its record later succeeds.</p>
      </header>
      ${problemNote(this.problem)}
      ${whenThere(
        this.issues,
        ({ items, next }) => html`
          <crosswalk-issues
            .issues=${items}
            ?more=${next !== null}
            .now=${Date.now()}
            @crosswalk-more=${() => this.more(items, next)}
            @crosswalk-record=${(event: CustomEvent<RecordDetail>) => goTo('records', event.detail.object, event.detail.key)}
          ></crosswalk-issues>
        `,
      )}
    `;
  }

  private async more(before: Issue[], after: string | null): Promise<void> {
    try {
      const page = await api.issues({ state: 'open', limit: kPageIssues, after });
      this.issues.value = { items: [...before, ...page.items], next: page.next };
      this.requestUpdate();
    } catch (thrown) {
      this.problem = wordsOf(thrown);
    }
  }
}
