import { html, LitElement, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { icon } from '../../elements/icons/icons.js';
import { when } from '../../elements/model/say.js';
import { controls } from '../../elements/theme/controls.js';
import { theme } from '../../elements/theme/theme.js';
import { api, type MappingSummary, wordsOf } from '../api/client.js';
import { Loaded } from '../shell/loaded.js';
import { pageStyles } from '../shell/page-styles.js';
import { problemNote, whenThere } from '../shell/parts.js';
import { goTo, linkTo } from '../shell/routes.js';

/** Every mapping of the tenant, and the way to a new one. */
export class MappingsPage extends LitElement {
  static override styles = [theme, controls, pageStyles];

  @state() private problem = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  private readonly mappings = new Loaded<MappingSummary[]>(
    this,
    async () => (await api.mappings()).items,
  );

  override render(): TemplateResult {
    return html`
      <header class="page-head">
        <h1>Mappings</h1>
        <div class="actions"><button class="primary" @click=${() => this.dialog.showModal()}>${icon('plus')} New mapping</button></div>
      </header>
      ${problemNote(this.problem)}
      ${whenThere(this.mappings, (all) => (all.length === 0 ? this.none() : list(all)))}
      <dialog aria-labelledby="new-mapping">
        <form method="dialog" @submit=${this.create}>
          <h2 id="new-mapping">New mapping</h2>
          <div class="field">
            <label for="name">Name</label>
            <input id="name" name="name" required pattern="[A-Za-z0-9_.\\-]+" autocomplete="off" aria-describedby="name-hint" />
            <span class="hint" id="name-hint">Letters, digits, dot, dash and underscore.</span>
          </div>
          <div class="dialog-actions">
            <button type="button" @click=${() => this.dialog.close()}>Cancel</button>
            <button class="primary">Create mapping</button>
          </div>
        </form>
      </dialog>
    `;
  }

  private none(): TemplateResult {
    return html`
      <div class="card empty">
        ${icon('mapping')}<strong>No mapping yet</strong>
        <p>A mapping pairs the platform's objects and fields with Salesforce's, and says which side may change what.</p>
        <button class="primary" @click=${() => this.dialog.showModal()}>New mapping</button>
      </div>
    `;
  }

  private readonly create = async (event: SubmitEvent): Promise<void> => {
    const name = String(new FormData(event.target as HTMLFormElement).get('name'));
    const text = `${JSON.stringify({ version: 1, name, objects: [] }, null, 2)}\n`;
    try {
      await api.putMapping(name, text, null);
      goTo('mappings', name);
    } catch (thrown) {
      this.problem = wordsOf(thrown);
    }
  };
}

function list(all: MappingSummary[]): TemplateResult {
  return html`
    <div class="card scroll">
      <table>
        <thead><tr><th>Mapping</th><th>Name</th><th>Changed</th></tr></thead>
        <tbody>
          ${all.map(
            (each) => html`<tr>
              <td><a href=${linkTo('mappings', each.name)}>${each.title || each.name}</a></td>
              <td><code>${each.name}</code></td>
              <td class="quiet">${when(each.updatedAt)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}
