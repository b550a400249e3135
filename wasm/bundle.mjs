// Makes the files that are served of the compiled package and the modules' glue: one for each entry, so
// that a page waits for few of them, and small: node bundle.mjs COMPILED_DIR GLUE_DIR OUT_DIR
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// The bundler is that of the console.
const web = createRequire(new URL('../web/package.json', import.meta.url));
const { rolldown } = await import(pathToFileURL(web.resolve('rolldown')).href);

const [compiled, glue, out] = process.argv.slice(2);

// Fetched when somebody asks for what they have.
const external = ['./crosswalk_records.mjs', './reference.mjs'];
// The glue lies elsewhere, and has been made small by itself: nothing in it is kept from bundlers.
const smallGlue = join(out, '.glue');
const glueLiesElsewhere = {
  name: 'glue',
  resolveId: (name) => (name === './crosswalk.mjs' ? join(smallGlue, 'crosswalk.mjs') : null),
};

// Neither shaken nor compressed: both would write names out which are kept in variables so that other
// bundlers pass over them.
const kSmall = { compress: false, mangle: true, codegen: { removeWhitespace: true } };

async function bundle(input, dir, ending, { minify, treeshake }) {
  const made = await rolldown({ input, external, plugins: [glueLiesElsewhere], treeshake });
  const entryFileNames = `[name].${ending}`;
  await made.write({ dir, format: 'esm', minify, cleanDir: false, entryFileNames });
  await made.close();
}

for (const [module, dir] of [
  ['crosswalk', smallGlue],
  ['crosswalk_records', out],
]) {
  const input = { [module]: join(glue, `${module}.mjs`) };
  await bundle(input, dir, 'mjs', { minify: true, treeshake: true });
}

for (const entry of ['index', 'worker', 'worker_serve', 'worker_script']) {
  const input = { [entry]: join(compiled, `${entry}.js`) };
  await bundle(input, out, 'js', { minify: kSmall, treeshake: false });
}
await rm(smallGlue, { recursive: true });
