import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { type IconName, icon, logo } from '../../elements/icons/icons.js';
import { controls } from '../../elements/theme/controls.js';
import { theme } from '../../elements/theme/theme.js';
import { ApiError, api, wordsOf } from '../api/client.js';
import { currentRoute, linkTo, type Route } from './routes.js';
import { shellStyles } from './shell-styles.js';

interface Place {
  route: string;
  name: string;
  icon: IconName;
}

const places: { title: string; places: Place[] }[] = [
  {
    title: 'Sync',
    places: [
      { route: '', name: 'Overview', icon: 'home' },
      { route: 'mappings', name: 'Mappings', icon: 'mapping' },
      { route: 'runs', name: 'Runs', icon: 'runs' },
      { route: 'issues', name: 'Issues', icon: 'warning' },
      { route: 'records', name: 'Records', icon: 'people' },
    ],
  },
  {
    title: 'Salesforce',
    places: [
      { route: 'connection', name: 'Connection', icon: 'plug' },
      { route: 'objects', name: 'Objects', icon: 'objects' },
    ],
  },
  {
    title: 'Reference',
    places: [
      { route: 'docs/codes', name: 'Problem codes', icon: 'info' },
      { route: 'docs/types', name: 'Field types', icon: 'typeList' },
    ],
  },
];

/** The console: who is signed in, where we are, and the page that belongs there. */
export class CrosswalkConsole extends LitElement {
  static override styles = [theme, controls, shellStyles];

  @state() private route: Route = currentRoute();
  @state() private tenant: string | null | undefined;
  @state() private problem = '';

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.moved);
    this.addEventListener('signed-out', this.signedOut);
    void this.whoIsThere();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.moved);
  }

  override render(): TemplateResult {
    if (this.tenant === undefined) {
      return html`<main class="empty" role="status">${this.problem || 'Loading…'}
        ${this.problem ? html`<button @click=${this.whoIsThere}>Try again</button>` : nothing}</main>`;
    }
    if (this.tenant === null) {
      return html`<crosswalk-sign-in-page @signed-in=${(event: CustomEvent<string>) => this.signedIn(event.detail)}></crosswalk-sign-in-page>`;
    }
    return html`
      <a class="skip" href="#main" @click=${this.skip}>To the content</a>
      <div class="frame">
        <div class="rail">
          <a class="brand" href=${linkTo()}>${logo()} Crosswalk</a>
          <nav aria-label="Console">${places.map((group) => this.group(group.title, group.places))}</nav>
          <div class="account">
            <span title=${this.tenant}>${this.tenant}</span>
            <button class="plain" aria-label="Sign out" title="Sign out" @click=${this.signOut}>${icon('signOut')}</button>
          </div>
        </div>
        <main id="main" tabindex="-1">${this.page()}</main>
      </div>
    `;
  }

  private group(title: string, all: Place[]): TemplateResult {
    const [place = '', first] = this.route;
    const here = place === 'syncs' ? '' : place === 'docs' ? `docs/${first}` : place;
    return html`
      <div>
        <h2>${title}</h2>
        <ul>
          ${all.map(
            (place) => html`<li>
              <a href=${linkTo(...place.route.split('/'))} aria-current=${here === place.route ? 'page' : nothing}>${icon(place.icon)} ${place.name}</a>
            </li>`,
          )}
        </ul>
      </div>
    `;
  }

  private page(): TemplateResult {
    const [place, first, second] = this.route;
    switch (place) {
      case undefined:
        return html`<crosswalk-overview-page></crosswalk-overview-page>`;
      case 'connection':
        return html`<crosswalk-connection-page></crosswalk-connection-page>`;
      case 'objects':
        return html`<crosswalk-objects-page .name=${first ?? ''}></crosswalk-objects-page>`;
      case 'mappings':
        return first === undefined
          ? html`<crosswalk-mappings-page></crosswalk-mappings-page>`
          : html`<crosswalk-mapping-page .name=${first}></crosswalk-mapping-page>`;
      case 'syncs':
        return html`<crosswalk-sync-page .name=${first ?? ''}></crosswalk-sync-page>`;
      case 'runs':
        return first === undefined
          ? html`<crosswalk-runs-page></crosswalk-runs-page>`
          : html`<crosswalk-run-page .runId=${first}></crosswalk-run-page>`;
      case 'issues':
        return html`<crosswalk-issues-page></crosswalk-issues-page>`;
      case 'records':
        return html`<crosswalk-records-page .object=${first ?? ''} .key=${second ?? ''}></crosswalk-records-page>`;
      case 'docs':
        return first === 'types'
          ? html`<crosswalk-types-page></crosswalk-types-page>`
          : html`<crosswalk-codes-page .code=${second ?? ''}></crosswalk-codes-page>`;
      default:
        return html`<div class="empty">${icon('search')}<strong>There is no such page</strong><a href=${linkTo()}>To the overview</a></div>`;
    }
  }

  private readonly moved = (): void => {
    if (window.location.hash === '#main') return;
    this.route = currentRoute();
    window.scrollTo(0, 0);
    void this.updateComplete.then(() => this.main()?.focus());
  };

  private readonly skip = (event: Event): void => {
    event.preventDefault();
    this.main()?.focus();
  };

  private main(): HTMLElement | null {
    return this.renderRoot.querySelector('main');
  }

  private readonly whoIsThere = async (): Promise<void> => {
    this.problem = '';
    try {
      this.tenant = (await api.session()).tenant;
    } catch (thrown) {
      if (thrown instanceof ApiError && thrown.status === 401) this.tenant = null;
      else this.problem = wordsOf(thrown);
    }
  };

  private signedIn(tenant: string): void {
    this.tenant = tenant;
  }

  private readonly signedOut = (): void => {
    this.tenant = null;
  };

  private readonly signOut = async (): Promise<void> => {
    try {
      await api.signOut();
    } finally {
      this.tenant = null;
    }
  };
}
