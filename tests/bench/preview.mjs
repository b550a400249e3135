// Rows of a CSV through a mapping, parse included: natively, in WebAssembly in Chromium's Worker, and
// in that browser's Worker through what JavaScript has best for it; and the memory that it takes.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { binDir } from "../harness/programs.mjs";
import { launch, serve } from "./browser.mjs";
import { packageDir } from "./rounds.mjs";
import { printTable } from "./table.mjs";

const ROWS = Number(process.env.CROSSWALK_BENCH_ROWS ?? 1_000_000);
const PEER_ROWS = Math.min(ROWS, 200_000); // theirs take long enough
const bench = join(binDir, "preview_bench");

const native = (rows) => JSON.parse(execFileSync(bench, [String(rows)], { encoding: "utf8" }));
const documents = JSON.parse(execFileSync(bench, ["--documents"], { encoding: "utf8" }));
// What the peers check: the described field of each column, in the order of the CSV.
const pairs = new Map(documents.mapping.objects[0].fields.map(({ platform, salesforce }) => [platform, salesforce]));
pairs.set("id", documents.mapping.objects[0].match.externalId);
const fields = documents.platform.objects[0].fields.map(({ name: column }) => ({
  column, length: 0, scale: 0, ...documents.describe.fields.find(({ name }) => name === pairs.get(column)),
}));

/** The folder that a page is served from: the package, the pipelines as one file, and the rows. */
async function folder() {
  mkdirSync(process.env.BUILD, { recursive: true });
  const place = mkdtempSync(join(process.env.BUILD, "bench-"));
  const web = createRequire(new URL("../../web/package.json", import.meta.url));
  const { rolldown } = await import(pathToFileURL(web.resolve("rolldown")).href);
  const bundle = await rolldown({ input: fileURLToPath(new URL("peers/worker.mjs", import.meta.url)), platform: "browser" });
  await bundle.write({ file: join(place, "peers.js"), format: "esm", minify: true });
  for (const rows of [ROWS, PEER_ROWS]) {
    execFileSync(bench, ["--csv", String(rows)], { stdio: ["ignore", openSync(join(place, `${rows}.csv`), "w"), "inherit"] });
  }
  execFileSync("cp", ["-r", packageDir, join(place, "core")]);
  return place;
}

async function inChromium() {
  const place = await folder();
  const server = await serve(place, { "/": '<!doctype html><title>x</title><link rel="icon" href="data:,">' });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/`);
    return await page.evaluate(async ({ documents, fields, rows, peerRows }) => {
      const blob = async (count) => (await fetch(`/${count}.csv`)).blob();
      const worker = new Worker("/peers.js", { type: "module" });
      const theirs = await new Promise((done, failed) => {
        worker.onmessage = ({ data }) => done(data);
        worker.onerror = failed;
        blob(peerRows).then((given) => worker.postMessage({ blob: given, fields }));
      });
      worker.terminate();
      const { connect } = await import("/core/worker.js");
      const crosswalk = await connect();
      const workspace = await crosswalk.workspace({ platform: documents.platform, salesforce: [documents.describe] });
      const given = await blob(rows);
      const seconds = [];
      let report;
      for (let round = 0; round < 3; round += 1) {
        const started = performance.now();
        report = await workspace.preview(given, { mapping: documents.mapping });
        seconds.push((performance.now() - started) / 1000);
      }
      crosswalk.dispose();
      return { theirs, ours: { rows: report.rows, refused: report.refused, seconds: seconds.sort((a, b) => a - b)[1] } };
    }, { documents, fields, rows: ROWS, peerRows: PEER_ROWS });
  } finally {
    await browser.close();
    server.close();
    rmSync(place, { recursive: true, force: true });
  }
}

const { theirs, ours } = await inChromium();
const speed = ({ rows, seconds }) => rows / seconds;
const best = Math.max(...theirs.map(speed));
const shown = (rowsPerSecond) => Math.round(rowsPerSecond).toLocaleString("en");
const natives = [10_000, ROWS, 10 * ROWS].map(native);
const memories = natives.map(({ peakKiB }) => peakKiB / 1024);
const row = (name, measured, wanted = "", memory = "") =>
  [name, measured.rows.toLocaleString("en"), measured.refused.toLocaleString("en"), shown(speed(measured)), (speed(measured) / best).toFixed(1), wanted, memory];

printTable("Preview of 10 columns and the key, CSV parse included, one thread", [
  ["", "rows", "refused", "rows/s", "× best peer", "wanted", "peak MiB"],
  ...natives.map((measured) => row("native", measured, "≥ 1,500,000 rows/s, ≥ 5 ×", (measured.peakKiB / 1024).toFixed(1))),
  row("WebAssembly, Chromium's Worker", ours, "≥ 600,000 rows/s, ≥ 2 ×"),
  ...theirs.map((each) => row(`peer in that Worker: ${each.name}`, each)),
]);
console.log(`  native memory differs by ${(Math.max(...memories) - Math.min(...memories)).toFixed(1)} MiB (wanted: ≤ 8)`);
