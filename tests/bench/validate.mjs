// Validates a mapping of 500 fields against a schema of 1,000, natively and through WebAssembly, each
// beside a peer of the same run; and the size of what a page downloads.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { binDir } from "../harness/programs.mjs";
import { documents } from "./documents.mjs";
import { median, printTable } from "./table.mjs";

const ROUNDS = 200;
const npmDir = process.env.CROSSWALK_NPM_DIR;

function native(texts) {
  const folder = mkdtempSync(join(process.env.BUILD, "bench-"));
  const file = (name) => { const path = join(folder, `${name}.json`); writeFileSync(path, texts[name]); return path; };
  const line = execFileSync(join(binDir, "validate_bench"), [file("mapping"), file("platform"), file("describe"), String(ROUNDS)], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return JSON.parse(line);
}

function timed(work) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    work();
    times.push(performance.now() - started);
  }
  return median(times);
}

async function throughWasm(texts) {
  const { load } = await import(pathToFileURL(join(npmDir, "core/index.js")).href);
  const crosswalk = await load();
  const workspace = crosswalk.workspace({ platform: texts.platform, salesforce: [texts.describe] });
  const diagnostics = workspace.validate(texts.mapping).diagnostics.length;
  return { diagnostics, validateMs: timed(() => workspace.validate(texts.mapping)), parseMs: timed(() => JSON.parse(texts.mapping)) };
}

function sizes() {
  const folder = join(npmDir, "core");
  const files = readdirSync(folder, { recursive: true }).filter((name) => /\.(wasm|js|mjs)$/.test(name));
  return files.map((name) => {
    const bytes = readFileSync(join(folder, name));
    return [name, bytes.length, brotliCompressSync(bytes).length];
  });
}

mkdirSync(process.env.BUILD, { recursive: true });
const measured = [];
for (const misspelt of [false, true]) {
  const texts = documents({ misspelt });
  for (const [name, result] of [["native", native(texts)], ["WebAssembly", await throughWasm(texts)]])
    measured.push([name, result.diagnostics, result.validateMs.toFixed(2), result.parseMs.toFixed(2), (result.validateMs / result.parseMs).toFixed(1)]);
}
printTable(`Validate 500 mapped fields against 1,000 described ones (median of ${ROUNDS})`, [
  ["", "findings", "ms", "peer: reading the text alone, ms", "ratio"], ...measured,
]);
const rows = sizes();
printTable("Size of the module, bytes", [
  ["file", "raw", "brotli"], ...rows, ["together", rows.reduce((sum, row) => sum + row[1], 0), rows.reduce((sum, row) => sum + row[2], 0)],
]);
