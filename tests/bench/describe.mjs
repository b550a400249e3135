// Reads a describe of 1,000 fields once, natively and through WebAssembly, each beside a peer of the
// same run that reads the same text into a tree. The WebAssembly row is the whole call of the package:
// opening a workspace, the text's way into the module included.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { binDir } from "../harness/programs.mjs";
import { describeDocument } from "./describe_document.mjs";
import { printTable, quantile } from "./table.mjs";

const ROUNDS = 60;
const PLATFORM = JSON.stringify({ version: 1, objects: [{ name: "thing", key: "id", fields: [{ name: "id", type: "text" }] }] });

function native(text) {
  const folder = mkdtempSync(join(process.env.BUILD, "bench-"));
  const file = join(folder, "describe.json");
  writeFileSync(file, text);
  const line = execFileSync(join(binDir, "describe_bench"), [file, String(ROUNDS)], { encoding: "utf8", maxBuffer: 1 << 24 });
  rmSync(folder, { recursive: true });
  return JSON.parse(line);
}

function times(work) {
  return Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
}

async function throughWasm(text) {
  const { load } = await import(pathToFileURL(join(process.env.CROSSWALK_NPM_DIR, "core/index.js")).href);
  const crosswalk = await load();
  const readMs = times(() => crosswalk.workspace({ platform: PLATFORM, salesforce: [text] }).dispose());
  return { readMs, peerMs: times(() => JSON.parse(text)) };
}

const cells = (measured) => [0.5, 0.1, 0.9].map((share) => quantile(measured, share).toFixed(2));
const row = (name, { readMs, peerMs }) => [name, ...cells(readMs), ...cells(peerMs), (quantile(readMs, 0.5) / quantile(peerMs, 0.5)).toFixed(2)];

mkdirSync(process.env.BUILD, { recursive: true });
const text = describeDocument();
printTable(`Read a describe of 1,000 fields, ${(text.length / 1e6).toFixed(2)} MB (${ROUNDS} rounds, ms; peers: nlohmann::json::parse, JSON.parse)`, [
  ["", "median", "10 %", "90 %", "peer", "10 %", "90 %", "ratio"],
  row("native", native(text)), row("WebAssembly", await throughWasm(text)),
]);
