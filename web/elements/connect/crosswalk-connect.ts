import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { icon } from '../icons/icons.js';
import type { App, Connection } from '../model/documents.js';
import { count } from '../model/say.js';
import { tell } from '../tell.js';
import { controls } from '../theme/controls.js';
import { theme } from '../theme/theme.js';
import { styles } from './styles.js';

export interface AppDetail {
  loginUrl: string;
  consumerKey: string;
  consumerSecret: string;
}

const stateNames: Record<Connection['state'], { name: string; tone: string }> = {
  pending: { name: 'Waiting for approval', tone: 'busy' },
  active: { name: 'Connected', tone: 'good' },
  needsReauthorisation: { name: 'Sign in again', tone: 'warn' },
  disconnected: { name: 'Disconnected', tone: '' },
};

/**
 * Connects a Salesforce org in two steps: the connected app's key and secret, then the org's consent.
 *
 * @fires crosswalk-app - the app's settings were given; detail `AppDetail`
 * @fires crosswalk-authorise - the org's consent page is wanted
 * @fires crosswalk-disconnect - the connection is to be revoked
 */
export class CrosswalkConnect extends LitElement {
  static override styles = [theme, controls, styles];

  @property({ attribute: false }) app: App | null = null;
  @property({ attribute: false }) connection: Connection | null = null;
  /** What must be entered as callback URL in Salesforce. */
  @property({ attribute: 'callback-url' }) callbackUrl = '';
  /** Why the last step failed, in words. */
  @property() problem = '';
  @property({ type: Boolean }) busy = false;

  @state() private editing = false;

  override render(): TemplateResult {
    return html`
      ${this.problem ? html`<p class="note bad" role="alert">${icon('error')} <span>${this.problem}</span></p>` : nothing}
      <div class="steps">${this.appStep()} ${this.orgStep()}</div>
    `;
  }

  private appStep(): TemplateResult {
    const done = this.app !== null;
    return html`
      <section class="card step ${done ? 'done' : ''}">
        <span class="number-mark">${done ? icon('check') : '1'}</span>
        <div>
          <h3>Salesforce app</h3>
          <p class="lead">
            ${
              done
                ? html`Signing in at <strong>${this.app?.loginUrl ?? 'Salesforce'}</strong> with the app’s consumer key. The secret is kept encrypted and never shown again.`
                : 'In Salesforce, an administrator creates a connected app or external client app with OAuth and the callback URL below, and copies its consumer key and secret here.'
            }
          </p>
          ${done && !this.editing ? html`<div class="actions"><button @click=${this.edit}>Change</button></div>` : this.form()}
        </div>
      </section>
    `;
  }

  private form(): TemplateResult {
    return html`
      <form @submit=${this.save}>
        <div class="field">
          <label for="callback">Callback URL</label>
          <div class="copy">
            <input id="callback" readonly .value=${this.callbackUrl} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
          </div>
        </div>
        <div class="field">
          <label for="login">Login URL</label>
          <input id="login" name="loginUrl" type="url" required spellcheck="false" .value=${this.app?.loginUrl ?? 'https://login.salesforce.com'} aria-describedby="login-hint" />
          <span class="hint" id="login-hint">For a sandbox https://test.salesforce.com, or your own domain.</span>
        </div>
        <div class="field">
          <label for="key">Consumer key</label>
          <input id="key" name="consumerKey" required autocomplete="off" spellcheck="false" .value=${this.app?.consumerKey ?? ''} />
        </div>
        <div class="field">
          <label for="secret">Consumer secret</label>
          <input id="secret" name="consumerSecret" type="password" required autocomplete="off" />
        </div>
        <div class="actions">
          <button class="primary" ?disabled=${this.busy}>Save app</button>
          ${this.app ? html`<button type="button" class="plain" @click=${this.edit}>Cancel</button>` : nothing}
        </div>
      </form>
    `;
  }

  private orgStep(): TemplateResult {
    const connection = this.connection;
    const active = connection?.state === 'active';
    return html`
      <section class="card step ${active ? 'done' : ''}">
        <span class="number-mark">${active ? icon('check') : '2'}</span>
        <div>
          <h3>
            ${active ? (connection.orgName ?? 'Salesforce org') : 'Salesforce org'}
            ${connection ? html`<span class="badge ${stateNames[connection.state].tone}">${stateNames[connection.state].name}</span>` : nothing}
          </h3>
          ${active ? org(connection) : html`<p class="lead">Salesforce asks its user to allow access, and brings you back here. Use the integration user: the sync sees what that user may see.</p>`}
          ${connection?.cause && !active ? html`<p class="note warn">${connection.cause}</p>` : nothing}
          <div class="actions">
            ${
              active
                ? html`<button class="danger" ?disabled=${this.busy} @click=${() => tell(this, 'crosswalk-disconnect')}>Disconnect</button>`
                : html`<button class="primary" ?disabled=${!this.app || this.busy} @click=${() => tell(this, 'crosswalk-authorise')}>${icon('cloud')} Connect to Salesforce</button>`
            }
          </div>
        </div>
      </section>
    `;
  }

  private readonly edit = (): void => {
    this.editing = !this.editing;
  };

  private readonly save = (event: SubmitEvent): void => {
    event.preventDefault();
    const entries = new FormData(event.target as HTMLFormElement);
    const entry = (name: string): string => String(entries.get(name) ?? '').trim();
    this.editing = false;
    tell(this, 'crosswalk-app', {
      loginUrl: entry('loginUrl'),
      consumerKey: entry('consumerKey'),
      consumerSecret: entry('consumerSecret'),
    } satisfies AppDetail);
  };
}

function org(connection: Connection): TemplateResult {
  const limit = connection.limit;
  return html`
    <dl class="org">
      ${part('User', connection.username)}
      ${part('Edition', [connection.edition, connection.sandbox ? 'sandbox' : ''].filter(Boolean).join(', '))}
      ${part('Org', connection.orgId)}
      ${part('Instance', connection.instanceUrl)}
      ${
        limit
          ? html`<div>
              <dt id="limit">API calls in 24 hours</dt>
              <dd>
                <span class="number">${count(limit.used)} of ${count(limit.max)}</span>
                <meter aria-labelledby="limit" min="0" max=${limit.max} low=${limit.max * 0.6} high=${limit.max * 0.8} optimum="0" .value=${limit.used}></meter>
              </dd>
            </div>`
          : nothing
      }
    </dl>
  `;
}

function part(name: string, content: string | null | undefined): TemplateResult | typeof nothing {
  return content ? html`<div><dt>${name}</dt><dd>${content}</dd></div>` : nothing;
}
