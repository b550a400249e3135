// Two suites in real Chromium: each element by itself, and the console against the real programs.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const here = import.meta.dirname;
// Tests outside this folder find the tools of this folder.
const alias = Object.fromEntries(
  ['vite', 'vitest', 'playwright-core', 'axe-core'].map((name) => [
    name,
    join(here, 'node_modules', name),
  ]),
);

export default defineConfig({
  server: { fs: { allow: [join(here, '..')] } },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'elements',
          root: here,
          include: ['elements/**/*.test.ts'],
          globalSetup: ['testing/element-server.ts'],
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'console',
          root: join(here, '..'),
          include: ['tests/web/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // One story: each test goes on where the one before it stopped.
          bail: 1,
        },
      },
    ],
  },
});
