// Makes the files that are served of the compiled package and the modules' glue: one for each entry, so
// that a page waits for few of them, and small: node bundle.mjs COMPILED_DIR GLUE_DIR OUT_DIR
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// The bundler is that of the console.
const web = createRequire(new URL('../web/package.json', import.meta.url));
const { rolldown } = await import(pathToFileURL(web.resolve('rolldown')).href);

const [compiled, glue, out] = process.argv.slice(2);

// Fetched when somebody asks for what they have.
const external = ['./crosswalk_records.mjs', './reference.mjs'];
const glueLiesElsewhere = {
  name: 'glue',
  resolveId: (name) => (name === './crosswalk.mjs' ? join(glue, 'crosswalk.mjs') : null),
};

// Neither shaken nor compressed: both would write names out which are kept in variables so that other
// bundlers pass over them.
const kSmall = { compress: false, mangle: true, codegen: { removeWhitespace: true } };

async function bundle(input, ending) {
  const made = await rolldown({
    input,
    external,
    plugins: [glueLiesElsewhere],
    treeshake: false,
  });
  const entryFileNames = `[name].${ending}`;
  await made.write({ dir: out, format: 'esm', minify: kSmall, cleanDir: false, entryFileNames });
  await made.close();
}

for (const entry of ['index', 'worker', 'worker_serve', 'worker_script']) {
  await bundle({ [entry]: join(compiled, `${entry}.js`) }, 'js');
}
await bundle({ crosswalk_records: join(glue, 'crosswalk_records.mjs') }, 'mjs');
