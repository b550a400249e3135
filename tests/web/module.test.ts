// The package as it is shipped, in real Chromium under `script-src 'self' 'wasm-unsafe-eval'`: from a
// server of static files, without a bundler, and from a page that Vite has built.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launch, watch } from '../../web/testing/browser.js';
import { serveFiles } from './static-server.js';

const packageDir = join(
  resolve(process.env.CROSSWALK_NPM_DIR ?? join(import.meta.dirname, '../../build/release/npm')),
  'core',
);
const readme = readFileSync(join(import.meta.dirname, '../../wasm/package/README.md'), 'utf8');
const head = '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">';

/** A fenced example of the README, by the name in its first line. */
function example(name: string): string {
  const [, text] =
    new RegExp(`\`\`\`\\w+\\n((?://|<!--) ${name}.*?)\`\`\``, 's').exec(readme) ?? [];
  if (text === undefined) throw new Error(`the README has no example ${name}`);
  return text.replace('<head>', '<head><link rel="icon" href="data:,">');
}

/** What a page or a Worker says when everything it tried has worked. */
const trial = (load: string, connect: string): string => `
  const given = { platform: '{}', salesforce: [] };
  const { load } = await import('${load}');
  const here = (await load()).validate({ ...given, mapping: '{' });
  const { connect } = await import('${connect}');
  const crosswalk = await connect();
  const workspace = await crosswalk.workspace(given);
  const beside = await workspace.validate('{');
  crosswalk.dispose();
  const same = JSON.stringify(here) === JSON.stringify(beside);
  const said = here.ok === false && here.diagnostics.length > 0 && same ? 'works' : 'fails';`;

const folder = mkdtempSync(join(tmpdir(), 'crosswalk-page-'));
let server: Server;
let url: string;
let browser: Browser;
let page: Page;
let complaints: string[];

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

beforeAll(async () => {
  mkdirSync(join(folder, 'node_modules/@crosswalk'), { recursive: true });
  symlinkSync(packageDir, join(folder, 'node_modules/@crosswalk/core'));
  [server, url] = await serveFiles(folder);
  browser = await launch();
});
beforeEach(async () => {
  page = await browser.newPage();
  complaints = watch(page);
});
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true });
});

test('a plain page loads the package as it is, and its Worker', async () => {
  const at = './node_modules/@crosswalk/core';
  write({
    'plain.html': `${head}<title>x</title><script type="module" src="plain.js"></script><p></p>`,
    'plain.js': `${trial(`${at}/index.js`, `${at}/worker.js`)}
      document.querySelector('p').textContent = said;`,
  });
  await page.goto(`${url}plain.html`);
  await page.getByText('works').waitFor();
});

test("a page's own Worker loads the package", async () => {
  const at = './node_modules/@crosswalk/core';
  write({
    'own.html': `${head}<title>x</title><script type="module" src="own.js"></script><p></p>`,
    'own.js': `new Worker('inside.js', { type: 'module' }).onmessage = ({ data }) => {
      document.querySelector('p').textContent = data;
    };`,
    'inside.js': `${trial(`${at}/index.js`, `${at}/worker.js`)} postMessage(said);`,
  });
  await page.goto(`${url}own.html`);
  await page.getByText('works').waitFor();
});

test("the README's page shows which field fits first", async () => {
  write({ 'page.html': example('page.html'), 'page.js': example('page.js') });
  await page.goto(`${url}page.html`);
  await page.getByRole('listitem').first().waitFor();
  const lines = await page.getByRole('listitem').allTextContents();
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^Email \(Email\): /);
  expect(lines[1]).toMatch(/^CreatedDate \(Date\/Time\): /);
});

test('a page that Vite has built works, without any setting', async () => {
  write({
    'index.html': `${head}<title>x</title><p></p><script type="module" src="./main.js"></script>`,
    'main.js': `${trial('@crosswalk/core', '@crosswalk/core/worker')}
      document.querySelector('p').textContent = said;`,
  });
  await build({ root: folder, configFile: false, logLevel: 'error' });
  const [built, address] = await serveFiles(join(folder, 'dist'));
  await page.goto(`${address}index.html`);
  await page.getByText('works').waitFor();
  built.close();
});
