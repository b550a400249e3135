import { css, html, LitElement, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { logo } from '../../elements/icons/icons.js';
import { tell } from '../../elements/tell.js';
import { controls } from '../../elements/theme/controls.js';
import { theme } from '../../elements/theme/theme.js';
import { api, wordsOf } from '../api/client.js';
import { problemNote } from '../shell/parts.js';

const styles = css`
  main {
    display: grid;
    place-content: center;
    min-height: 100vh;
    padding: 24px;
  }
  .box {
    display: grid;
    gap: 20px;
    width: min(24rem, calc(100vw - 48px));
    padding: 36px;
  }
  .logo {
    width: 40px;
    height: 40px;
  }
  .road {
    fill: light-dark(#1b1d24, #eceef4);
  }
  .stripes {
    fill: light-dark(#ffffff, #15161a);
  }
  h1 {
    font-size: var(--text-xl);
    font-weight: 650;
    letter-spacing: -0.018em;
  }
  .lead {
    margin-top: 4px;
    color: var(--ink-2);
  }
  form {
    display: grid;
    gap: 16px;
  }
  button.primary {
    min-height: 38px;
    font-size: var(--text-m);
  }
`;

/** Signing in with a tenant's API key; arriving through a sign-in link needs no page. */
export class SignInPage extends LitElement {
  static override styles = [theme, controls, styles];

  @state() private problem = '';
  @state() private busy = false;
  @query('input') private readonly input!: HTMLInputElement;

  override render(): TemplateResult {
    return html`
      <main>
        <div class="card box">
          ${logo()}
          <div>
            <h1>Sign in to Crosswalk</h1>
            <p class="lead">Keeps your product and Salesforce in step.</p>
          </div>
          ${problemNote(this.problem)}
          <form @submit=${this.signIn}>
            <div class="field">
              <label for="key">API key</label>
              <input id="key" type="password" required autocomplete="current-password" spellcheck="false" aria-describedby="hint" />
              <span class="hint" id="hint">The key that <code>crosswalk tenant create</code> printed.</span>
            </div>
            <button class="primary" ?disabled=${this.busy}>Sign in</button>
          </form>
        </div>
      </main>
    `;
  }

  protected override firstUpdated(): void {
    this.input.focus();
  }

  private readonly signIn = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.busy = true;
    this.problem = '';
    try {
      const { tenant } = await api.signIn(this.input.value.trim());
      tell(this, 'signed-in', tenant);
    } catch (thrown) {
      this.problem = wordsOf(thrown);
      this.input.select();
    }
    this.busy = false;
  };
}
