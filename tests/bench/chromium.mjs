// The package in Chromium: how long a keystroke's check takes, its slowest percent, and how long a
// cold page waits for its first report, everything that it must download and compile included.
import { documents } from "./documents.mjs";
import { launch, serve } from "./browser.mjs";
import { packageDir } from "./rounds.mjs";
import { printTimes } from "./table.mjs";

const CALLS = 2000;
const COLD_PAGES = 10;

const EMPTY = '<!doctype html><title>x</title><link rel="icon" href="data:,">';
const { mapping, platform, describe } = documents({ misspelt: true });
// What a page of a small schema begins with.
const small = documents({ mapped: 5, described: 10 });
const server = await serve(packageDir, {
  "/": EMPTY, "/mapping.json": mapping, "/platform.json": platform, "/describe.json": describe, "/small.json": JSON.stringify(small),
});
const browser = await launch();

/** In a context of its own, which has seen nothing before; closed afterwards. */
async function inFreshPage(work, argument) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${server.url}/`);
    return await page.evaluate(work, argument);
  } finally {
    await context.close();
  }
}

const calls = await inFreshPage(async (rounds) => {
  const text = async (path) => (await fetch(path)).text();
  const [mapping, platform, describe] = [await text("/mapping.json"), await text("/platform.json"), await text("/describe.json")];
  const { load } = await import("/index.js");
  const workspace = (await load()).workspace({ platform, salesforce: [describe] });
  const times = async (work) => {
    const all = [];
    for (let round = 0; round < rounds; round += 1) {
      const started = performance.now();
      work();
      all.push(performance.now() - started);
      if (round % 50 === 49) await new Promise((done) => setTimeout(done)); // as typing lets the page breathe
    }
    return all;
  };
  return { ms: await times(() => workspace.validate(mapping)), peerMs: await times(() => JSON.parse(mapping)) };
}, CALLS);

const firstReport = async () => {
  const { mapping, platform, describe } = await (await fetch("/small.json")).json();
  const started = performance.now();
  const { load } = await import("/index.js");
  const report = (await load()).validate({ mapping, platform, salesforce: [describe] });
  return report.diagnostics ? performance.now() - started : Number.NaN;
};
const moduleAlone = async () => {
  const started = performance.now();
  await WebAssembly.compileStreaming(fetch("/crosswalk.wasm"));
  return performance.now() - started;
};
const cold = { ms: [], peerMs: [] };
for (let page = 0; page < COLD_PAGES; page += 1) { // in turn, so that both meet the same machine
  cold.ms.push(await inFreshPage(firstReport));
  cold.peerMs.push(await inFreshPage(moduleAlone));
}
await browser.close();
server.close();

printTimes("In Chromium", [
  { name: "validate 500 fields against 1,000", ...calls, peer: "JSON.parse", wanted: "99 % < 8" },
  { name: "first report of a cold page", ...cold, peer: "compileStreaming alone", wanted: "≤ 50" },
]);
