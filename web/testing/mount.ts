// One element on an otherwise empty page of real Chromium.
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { accessibilityProblems, watch } from './browser.js';

interface Bench {
  /** Puts the element on the page with these properties, in light or dark. */
  mount(tag: string, properties: object, scheme?: 'light' | 'dark'): Promise<Page>;
  /** Sets properties of the element that is there. */
  set(properties: object): Promise<void>;
  /** The details of the events of this name since the element was put there. */
  events<T>(name: string): Promise<T[]>;
}

type Held = HTMLElement & { updateComplete: Promise<unknown> };
type Heard = Window & { heard?: { name: string; detail: unknown }[] };

const names = [
  'crosswalk-app',
  'crosswalk-authorise',
  'crosswalk-change',
  'crosswalk-disconnect',
  'crosswalk-filter',
  'crosswalk-fix',
  'crosswalk-goto',
  'crosswalk-more',
  'crosswalk-object-wanted',
  'crosswalk-record',
];

/** Call once in a test file. Fails a test whose page complained of anything. */
export function bench(): Bench {
  let browser: Browser;
  let page: Page | undefined;
  let complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.connect(inject('browserEndpoint'));
  });
  afterEach(async () => {
    await page?.context().close();
    page = undefined;
    expect(complaints).toEqual([]);
  });
  afterAll(() => browser.close());

  return {
    async mount(tag, properties, scheme = 'light') {
      const context = await browser.newContext({
        colorScheme: scheme,
        viewport: { width: 1180, height: 900 },
      });
      page = await context.newPage();
      complaints = watch(page);
      await page.goto(`${inject('elementsUrl')}testing/element.html`);
      await page.evaluate(
        async ({ tag, properties, names, scheme }) => {
          document.documentElement.style.colorScheme = scheme;
          document.documentElement.style.background = scheme === 'dark' ? '#101114' : '#ffffff';
          const heard: { name: string; detail: unknown }[] = [];
          (window as Heard).heard = heard;
          for (const name of names) {
            document.addEventListener(name, (event) =>
              heard.push({ name, detail: (event as CustomEvent).detail }),
            );
          }
          await customElements.whenDefined(tag);
          const element = Object.assign(document.createElement(tag), properties) as Held;
          document.querySelector('main')?.append(element);
          await element.updateComplete;
        },
        { tag, properties, names, scheme },
      );
      return page;
    },
    async set(properties) {
      await page?.evaluate(async (properties) => {
        const element = document.querySelector('main')?.firstElementChild as Held;
        Object.assign(element, properties);
        await element.updateComplete;
      }, properties);
    },
    async events<T>(name: string) {
      const all = await page?.evaluate(() => (window as Heard).heard ?? []);
      return (all ?? []).filter((each) => each.name === name).map((each) => each.detail as T);
    },
  };
}

export { accessibilityProblems };
