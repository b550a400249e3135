// Debian's Chromium through Playwright, and what every page in a test is watched for: nothing in the
// console, nothing thrown, nothing that the content policy refused, nothing that axe finds.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserServer, chromium, type Page } from 'playwright-core';

const options = {
  executablePath: process.env.CROSSWALK_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export const launch = (): Promise<Browser> => chromium.launch(options);
export const launchServer = (): Promise<BrowserServer> => chromium.launchServer(options);

/** The policy that the server sends with the console. */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "img-src 'self' data:; font-src 'self'; worker-src 'self'; base-uri 'none'";

/** Collects what a page complains of; `expected` are the messages that a test provokes. */
export function watch(page: Page, expected: RegExp[] = []): string[] {
  const complaints: string[] = [];
  const note = (text: string): void => {
    if (!expected.some((each) => each.test(text))) complaints.push(text);
  };
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    note(`${message.text()} ${message.location().url}`.trim());
  });
  page.on('pageerror', (error) => note(String(error)));
  return complaints;
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds, one line each; empty where all is well. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(
    (tags) =>
      (
        window as unknown as { axe: { run(of: Document, how: object): Promise<AxeResults> } }
      ).axe.run(document, { runOnly: tags }),
    rules,
  );
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.flat().join(' ')}`),
  );
}

const screenshotDir = join(import.meta.dirname, '../../build/screenshots');

export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshotDir, { recursive: true });
  await page.screenshot({ path: join(screenshotDir, `${name}.png`), animations: 'disabled' });
}
