// Builds the console. Two places come from outside: the assembled npm packages (CROSSWALK_NPM_DIR) and
// where the console goes (CROSSWALK_CONSOLE_DIR). Beside every file that shrinks lies its brotli form.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;
const npmDir = resolve(here, process.env.CROSSWALK_NPM_DIR ?? '../build/release/npm');
const consoleDir = resolve(here, process.env.CROSSWALK_CONSOLE_DIR ?? '../build/web/console');

const kShrinks = /\.(html|js|css|svg|wasm|json)$/;

function brotli(): Plugin {
  return {
    name: 'brotli',
    apply: 'build',
    async closeBundle() {
      for (const entry of await readdir(consoleDir, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !kShrinks.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = await readFile(path);
        const packed = brotliCompressSync(bytes, {
          params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
        });
        if (packed.length < bytes.length) await writeFile(`${path}.br`, packed);
      }
    },
  };
}

export default defineConfig({
  root: join(here, 'console'),
  resolve: {
    alias: [
      { find: /^@crosswalk\/core$/, replacement: join(npmDir, 'core/index.js') },
      { find: /^@crosswalk\/core\/worker$/, replacement: join(npmDir, 'core/worker.js') },
    ],
  },
  server: { fs: { allow: [here, npmDir] } },
  build: {
    outDir: consoleDir,
    emptyOutDir: true,
    target: 'es2022',
    // Inlined files would be data: addresses, which the page's policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  plugins: [brotli()],
});
