// Serves the elements from their sources, and one browser, to every element test.
import { join } from 'node:path';
import { createServer } from 'vite';
import type { TestProject } from 'vitest/node';
import { contentSecurityPolicy, launchServer } from './browser.js';

declare module 'vitest' {
  interface ProvidedContext {
    elementsUrl: string;
    browserEndpoint: string;
  }
}

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const server = await createServer({
    root: join(import.meta.dirname, '..'),
    configFile: false,
    logLevel: 'error',
    // As in the built console: Lit without its development warnings.
    resolve: { conditions: ['module', 'browser', 'production'] },
    server: {
      port: 0,
      host: '127.0.0.1',
      hmr: false,
      headers: { 'Content-Security-Policy': contentSecurityPolicy },
    },
    optimizeDeps: {
      noDiscovery: true,
      include: [
        'lit',
        'lit/decorators.js',
        'lit/directives/repeat.js',
        'codemirror',
        '@codemirror/commands',
        '@codemirror/lang-json',
        '@codemirror/language',
        '@codemirror/lint',
        '@codemirror/state',
        '@codemirror/view',
        '@lezer/highlight',
      ],
    },
  });
  await server.listen();
  const browser = await launchServer();
  project.provide('elementsUrl', server.resolvedUrls?.local[0] ?? '');
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
  };
}
