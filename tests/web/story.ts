// What the console's story needs: the programs, started for it, and one watched page.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityProblems, launch, screenshot, watch } from '../../web/testing/browser.js';
import { importPeople, startServer } from '../harness/lumen.mjs';
import { orgCredentials, samplesDir, startOrg, stopAll } from '../harness/programs.mjs';

const kPeople = 2000;
const kContacts = 400;
const kWaitMs = 15_000;

const consoleDir = resolve(
  process.env.CROSSWALK_CONSOLE_DIR ?? join(import.meta.dirname, '../../build/web/console'),
);

export interface Story {
  page: Page;
  url: string;
  orgUrl: string;
  apiKey: string;
  consumerKey: string;
  consumerSecret: string;
  /** The demo's mapping, as text. */
  mapping: string;
  /** A link that signs a browser in, once. */
  signInLink(): Promise<string>;
  /** Nothing was complained of, axe finds nothing; a screenshot is kept. */
  look(name: string): Promise<void>;
  end(): Promise<void>;
}

export async function begin(): Promise<Story> {
  const data = mkdtempSync(join(tmpdir(), 'crosswalk-console-'));
  const org = await startOrg(['--seed', '7', '--contacts', String(kContacts)]);
  const { server, api } = await startServer({ data, org, console: consoleDir, verbose: false });
  await importPeople(api, { data, count: kPeople });

  const browser: Browser = await launch();
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    // Else axe would measure colours in the middle of a transition.
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(kWaitMs);
  const complaints = watch(page, [
    // Before signing in, the console asks who is there and is told: nobody.
    /status of 401/,
    // The browser asks the local org for an icon that Salesforce's page would have.
    /status of 404.*favicon\.ico/,
  ]);

  return {
    page,
    url: server.url,
    orgUrl: org.url,
    apiKey: api.key,
    ...orgCredentials,
    mapping: readFileSync(join(samplesDir, 'mapping.json'), 'utf8'),
    signInLink: async () => (await api.call('POST', '/session/tickets')).url,
    async look(name) {
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        // Chromium takes a moment to give every inherited colour its new value.
        await expect.poll(() => accessibilityProblems(page), { timeout: kWaitMs }).toEqual([]);
        await screenshot(page, scheme === 'light' ? name : `${name}-dark`);
      }
      await page.emulateMedia({ colorScheme: 'light' });
      expect(complaints).toEqual([]);
    },
    async end() {
      await browser.close();
      await stopAll();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
