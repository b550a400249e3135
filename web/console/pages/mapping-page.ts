import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { FixDetail, GotoDetail } from '../../elements/diagnostics/crosswalk-diagnostics.js';
import type {
  ChangeDetail,
  CrosswalkMapper,
  ObjectWantedDetail,
} from '../../elements/mapper/crosswalk-mapper.js';
import { applyEdits } from '../../elements/mapping-text/edit.js';
import type { Report } from '../../elements/model/documents.js';
import type { PlatformSchema, SalesforceObject } from '../../elements/model/schema.js';
import { controls } from '../../elements/theme/controls.js';
import { theme } from '../../elements/theme/theme.js';
import { api, type ObjectSummary, type StoredMapping, wordsOf } from '../api/client.js';
import { Checker } from '../checking/checker.js';
import { Loaded, orNull } from '../shell/loaded.js';
import { pageStyles } from '../shell/page-styles.js';
import { problemNote, whenThere } from '../shell/parts.js';
import { linkTo } from '../shell/routes.js';
import { chief } from './connection-page.js';

interface Materials {
  stored: StoredMapping;
  platform: PlatformSchema | null;
  connection: string | null;
  objects: ObjectSummary[];
}

const styles = css`
  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 22rem;
    align-items: start;
    gap: 20px;
  }
  .work > .card {
    overflow: clip;
  }
  .problems {
    position: sticky;
    top: 24px;
    max-height: calc(100vh - 48px);
    overflow-y: auto;
  }
  .unsaved {
    color: var(--warn);
    font-size: var(--text-s);
  }
  @media (max-width: 1180px) {
    .work {
      grid-template-columns: minmax(0, 1fr);
    }
    .problems {
      position: static;
      max-height: none;
    }
  }
`;

/** The mapping editor: table or text, checked as you type, saved when you say so. */
export class MappingPage extends LitElement {
  static override styles = [theme, controls, pageStyles, styles];

  /** The mapping's name in the API. */
  @property({ attribute: false }) name = '';

  @state() private text = '';
  @state() private saved = '';
  @state() private report: Report | null = null;
  @state() private checking = false;
  @state() private saving = false;
  @state() private problem = '';
  @state() private described: SalesforceObject[] = [];

  @query('crosswalk-mapper') private readonly mapper!: CrosswalkMapper;

  private version: string | null = null;
  private describing = 0;
  private checker: Checker | undefined;
  private readonly materials = new Loaded<Materials>(this, () => this.load());

  override connectedCallback(): void {
    super.connectedCallback();
    this.checker = new Checker(
      (report) => {
        this.report = report;
        this.checking = false;
      },
      (message) => {
        this.problem = message;
        this.checking = false;
      },
    );
    window.addEventListener('beforeunload', this.leaving);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.checker?.close();
    window.removeEventListener('beforeunload', this.leaving);
  }

  override render(): TemplateResult {
    const dirty = this.text !== this.saved;
    return html`
      <header class="page-head">
        <a class="crumb" href=${linkTo('mappings')}>Mappings</a>
        <span class="crumb" aria-hidden="true">/</span>
        <h1>${this.name}</h1>
        <div class="actions">
          ${dirty ? html`<span class="unsaved" role="status">Unsaved changes</span>` : nothing}
          <button ?disabled=${!dirty || this.saving} @click=${() => this.edit(this.saved)}>Discard</button>
          <button class="primary" ?disabled=${!dirty || this.saving} @click=${this.save}>Save</button>
        </div>
      </header>
      ${problemNote(this.problem)}
      ${whenThere(this.materials, (materials) => this.work(materials))}
    `;
  }

  private work(materials: Materials): TemplateResult {
    return html`
      ${materials.connection ? nothing : html`<p class="note warn">No org is connected, so Salesforce's fields are not known. <a href=${linkTo('connection')}>Connect Salesforce</a></p>`}
      <div class="work">
        <div class="card">
          <crosswalk-mapper
            .text=${this.text}
            .platform=${materials.platform}
            .salesforce=${this.described}
            .objectNames=${materials.objects}
            .report=${this.report}
            @crosswalk-change=${(event: CustomEvent<ChangeDetail>) => this.edit(event.detail.text)}
            @crosswalk-fix=${(event: CustomEvent<FixDetail>) => this.fix(event.detail)}
            @crosswalk-object-wanted=${(event: CustomEvent<ObjectWantedDetail>) => this.describe(event.detail.name)}
          ></crosswalk-mapper>
        </div>
        <div class="card problems">
          <crosswalk-diagnostics
            .report=${this.report}
            codes-at="${linkTo('docs', 'codes')}/"
            ?pending=${this.checking}
            @crosswalk-goto=${(event: CustomEvent<GotoDetail>) => this.mapper.reveal(event.detail.diagnostic)}
            @crosswalk-fix=${(event: CustomEvent<FixDetail>) => this.fix(event.detail)}
          ></crosswalk-diagnostics>
        </div>
      </div>
    `;
  }

  private async load(): Promise<Materials> {
    const [stored, platform, connections] = await Promise.all([
      api.mapping(this.name),
      orNull(api.platformSchema()),
      api.connections(),
    ]);
    const connection = chief(connections.items);
    const id = connection?.state === 'active' ? connection.id : null;
    this.text = stored.text;
    this.saved = stored.text;
    this.version = stored.version;
    const objects = id ? (await api.objects(id)).items : [];
    this.giveSchemas(platform);
    return { stored, platform, connection: id, objects };
  }

  private edit(text: string): void {
    this.text = text;
    this.check();
  }

  private check(): void {
    if (this.text === '') return;
    this.checking = true;
    // While an object is still being described, its fields would all seem to be missing.
    if (this.describing === 0) this.checker?.check(this.text);
  }

  private giveSchemas(platform: PlatformSchema | null | undefined): void {
    if (!platform) return;
    this.checker?.setSchemas(
      JSON.stringify(platform),
      this.described.map((each) => JSON.stringify(each)),
    );
    this.check();
  }

  private async describe(name: string): Promise<void> {
    const { connection, objects, platform } = this.materials.value ?? {};
    const known = objects?.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!connection || !known) return;
    this.describing += 1;
    this.checker?.hold();
    try {
      const described = await api.object(connection, known.name);
      this.described = [...this.described, described];
    } catch (thrown) {
      this.problem = `${known.label} could not be described: ${wordsOf(thrown)}`;
    }
    this.describing -= 1;
    this.giveSchemas(platform);
  }

  /** A fix belongs to the text that was checked; while a newer one is being checked it may not fit. */
  private fix({ fix }: FixDetail): void {
    if (this.checking || !fix.edits) return;
    this.edit(applyEdits(this.text, fix.edits));
  }

  private readonly save = async (): Promise<void> => {
    const text = this.text;
    this.saving = true;
    this.problem = '';
    try {
      this.version = await api.putMapping(this.name, text, this.version);
      this.saved = text;
    } catch (thrown) {
      this.problem = wordsOf(thrown);
    }
    this.saving = false;
  };

  private readonly leaving = (event: BeforeUnloadEvent): void => {
    if (this.text !== this.saved) event.preventDefault();
  };
}
