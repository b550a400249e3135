import { html, LitElement, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { AppDetail } from '../../elements/connect/crosswalk-connect.js';
import type { App, Connection } from '../../elements/model/documents.js';
import { controls } from '../../elements/theme/controls.js';
import { theme } from '../../elements/theme/theme.js';
import { api, wordsOf } from '../api/client.js';
import { Loaded } from '../shell/loaded.js';
import { pageStyles } from '../shell/page-styles.js';
import { whenThere } from '../shell/parts.js';

const kFirstApp = 'salesforce';
const kReturnTo = 'connection';

interface Standing {
  app: App | null;
  connection: Connection | null;
}

/** Connecting the org: the app, then the consent, and what is known of the org afterwards. */
export class ConnectionPage extends LitElement {
  static override styles = [theme, controls, pageStyles];

  @state() private problem = '';
  @state() private busy = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  private readonly standing = new Loaded<Standing>(this, async () => {
    const [apps, connections] = await Promise.all([api.apps(), api.connections()]);
    return {
      app: apps.items[0] ?? null,
      connection: chief(connections.items),
    };
  });

  override render(): TemplateResult {
    return html`
      <header class="page-head">
        <h1>Connection</h1>
        <p class="lead">One Salesforce user gives Crosswalk access to the org. Tokens are kept encrypted, and only Salesforce’s own addresses are ever reached.</p>
      </header>
      ${whenThere(
        this.standing,
        ({ app, connection }) => html`
          <crosswalk-connect
            .app=${app}
            .connection=${connection}
            callback-url=${app?.callbackUrl ?? `${window.location.origin}/oauth/callback`}
            problem=${this.problem}
            ?busy=${this.busy}
            @crosswalk-app=${(event: CustomEvent<AppDetail>) => this.saveApp(app?.name ?? kFirstApp, event.detail)}
            @crosswalk-authorise=${() => this.authorise(app, connection)}
            @crosswalk-disconnect=${() => this.dialog.showModal()}
          ></crosswalk-connect>
          <dialog aria-labelledby="sure">
            <form method="dialog" @submit=${(event: SubmitEvent) => this.answered(event, connection)}>
              <h2 id="sure">Disconnect ${connection?.orgName ?? 'the org'}?</h2>
              <p>The access is revoked in Salesforce and no sync runs until somebody connects again. Records on both sides stay as they are.</p>
              <div class="dialog-actions">
                <button value="keep">Keep it</button>
                <button class="danger" value="disconnect">Disconnect</button>
              </div>
            </form>
          </dialog>
        `,
      )}
    `;
  }

  private saveApp(name: string, settings: AppDetail): Promise<void> {
    return this.change(async () => {
      await api.putApp(name, settings);
    });
  }

  private authorise(app: App | null, connection: Connection | null): Promise<void> {
    return this.change(async () => {
      const again = connection && connection.state !== 'pending';
      const wanted = again
        ? { connection: connection.id, flow: 'web', returnTo: kReturnTo }
        : { app: app?.name, kind: 'primary', flow: 'web', returnTo: kReturnTo };
      const made = await api.connect(wanted);
      if (made.authorizeUrl) window.location.assign(made.authorizeUrl);
    });
  }

  private answered(event: SubmitEvent, connection: Connection | null): void {
    const button = event.submitter as HTMLButtonElement | null;
    if (button?.value !== 'disconnect' || !connection) return;
    void this.change(() => api.disconnect(connection.id));
  }

  private async change(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.problem = '';
    try {
      await work();
      await this.standing.load();
    } catch (thrown) {
      this.problem = wordsOf(thrown);
    }
    this.busy = false;
  }
}

/** The primary connection that matters: an active one before any other, the newest last. */
export function chief(all: Connection[]): Connection | null {
  const primary = all.filter((each) => each.kind === 'primary');
  const order: Connection['state'][] = [
    'active',
    'needsReauthorisation',
    'pending',
    'disconnected',
  ];
  for (const state of order) {
    const found = primary.findLast((each) => each.state === state);
    if (found) return found;
  }
  return null;
}
