// The package as it is shipped, without a bundler, under `script-src 'self' 'wasm-unsafe-eval'`.
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import type { Report } from '@crosswalk/core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentSecurityPolicy, launch, watch } from '../../web/testing/browser.js';

const packageDir = join(
  resolve(process.env.CROSSWALK_NPM_DIR ?? join(import.meta.dirname, '../../build/release/npm')),
  'core',
);
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};
const worker = `
  import { load } from '/index.js';
  const crosswalk = await load();
  self.postMessage(crosswalk.validate({ mapping: '{', platform: '{}', salesforce: [] }).ok);
`;

let server: Server;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = normalize(request.url ?? '/');
    const file = join(packageDir, path);
    response.setHeader('Content-Security-Policy', contentSecurityPolicy);
    if (path === '/' || path === '/worker.js') {
      response.setHeader('Content-Type', path === '/' ? 'text/html' : 'text/javascript');
      const html = '<!doctype html><title>x</title><link rel="icon" href="data:,">';
      response.end(path === '/' ? html : worker);
    } else if (existsSync(file)) {
      response.setHeader('Content-Type', types[extname(file)] ?? 'text/plain');
      createReadStream(file).pipe(response);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  browser = await launch();
  page = await browser.newPage();
  complaints = watch(page);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

test('the package loads in a page', async () => {
  // As text: a function of this file would reach the page as the test runner has rewritten it.
  const report = await page.evaluate<Report>(`import('/index.js')
    .then(({ load }) => load())
    .then((crosswalk) => crosswalk.validate({ mapping: '{', platform: '{}', salesforce: [] }))`);
  expect(report.ok).toBe(false);
  expect(report.diagnostics.length).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

test('the package loads in a module Worker', async () => {
  const ok = await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker('/worker.js', { type: 'module' });
        worker.onmessage = (event) => resolve(event.data);
        worker.onerror = () => reject(new Error('the Worker failed'));
      }),
  );
  expect(ok).toBe(false);
  expect(complaints).toEqual([]);
});
