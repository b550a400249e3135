// What a page downloads before it can check anything: the module, its glue, and the package's own
// modules that importing it brings along; raw and after brotli. The peer is the browser build of
// jsforce, which the page would need to ask Salesforce instead.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
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

/** The file and all that it imports at once; what is imported later, on demand, is not among them. */
function imported(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  const text = readFileSync(path, "utf8");
  for (const [, name] of text.matchAll(/^(?:import|export)[^;]*?from\s*["'](\.[^"']+)["']/gm)) imported(join(dirname(path), name), found);
  return found;
}

const modules = [...imported(join(packageDir, "index.js"))];
const glue = join(packageDir, "crosswalk.mjs");
const own = modules.filter((path) => path !== glue).map(sizes);
const module = sizes(join(packageDir, "crosswalk.wasm"));
const jsforce = fileURLToPath(new URL("../org/jsforce/node_modules/jsforce/dist/jsforce.min.js", import.meta.url));

printTable("What a page downloads (kB)", [
  ["", "raw", "brotli", "wanted"],
  row("crosswalk.wasm", module),
  row("crosswalk.mjs, the glue", sizes(glue)),
  row("module and glue", sum([module, sizes(glue)]), "≤ 160"),
  row(`the package's ${own.length} modules`, sum(own)),
  row("all of it", sum([module, sizes(glue), ...own])),
  ...(existsSync(jsforce) ? [row("peer: jsforce.min.js", sizes(jsforce))] : []),
]);
