// What a page downloads before it can check anything, and later on demand; raw and after brotli. The peer is the browser build of
// jsforce, which the page would need to ask Salesforce instead.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { packageDir } from "./rounds.mjs";
import { printTable } from "./table.mjs";

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const sizes = (path) => {
  const bytes = readFileSync(path);
  return [bytes.length, brotliCompressSync(bytes).length];
};
const row = (name, [raw, compressed], wanted = "") => [name, kilobytes(raw), kilobytes(compressed), wanted];
const sum = (all) => all.reduce(([raw, compressed], [more, less]) => [raw + more, compressed + less], [0, 0]);

const sizeOf = (name) => sizes(join(packageDir, name));
const jsforce = fileURLToPath(new URL("../org/jsforce/node_modules/jsforce/dist/jsforce.min.js", import.meta.url));

printTable("What a page downloads (kB)", [
  ["", "raw", "brotli", "wanted"],
  row("crosswalk.wasm", sizeOf("crosswalk.wasm")),
  row("index.js: the glue and the package's own code", sizeOf("index.js")),
  // The same glue, as the other module has it in a file of its own.
  row("module and its glue alone", sum([sizeOf("crosswalk.wasm"), sizeOf("crosswalk_records.mjs")]), "≤ 160"),
  row("before the first check", sum([sizeOf("crosswalk.wasm"), sizeOf("index.js")])),
  row("when records are looked at: crosswalk_records.wasm, .mjs", sum([sizeOf("crosswalk_records.wasm"), sizeOf("crosswalk_records.mjs")])),
  row("when the catalogue is read: reference.mjs", sizeOf("reference.mjs")),
  ...(existsSync(jsforce) ? [row("peer: jsforce.min.js", sizes(jsforce))] : []),
]);
