// Writes the package's reference.mjs: the catalogue of codes and the type relation, as the core knows
// them: node write_reference.mjs crosswalk_reference.mjs reference.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [glue, out] = process.argv.slice(2);
const { default: factory } = await import(pathToFileURL(glue).href);
const module = new WebAssembly.Module(readFileSync(glue.replace(/mjs$/, 'wasm')));
const core = {
  instantiateWasm(imports, done) {
    const instance = new WebAssembly.Instance(module, imports);
    done(instance);
    return instance.exports;
  },
};
await factory(core);
const { codes } = JSON.parse(core.codes());
writeFileSync(
  out,
  `export const codes = ${JSON.stringify(codes)};\nexport const matrix = ${core.matrix()};\n`,
);
