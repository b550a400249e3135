// The preview's verdicts held against the local org's answers to the same rows, over generated mappings: per code of Salesforce how
// many refused rows were foretold, and how many alarms were false. Ends non-zero when the sums miss what is promised.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { binDir } from "../harness/programs.mjs";
import { printTable } from "./table.mjs";

const MAPPINGS = Number(process.env.CROSSWALK_BENCH_MAPPINGS ?? 1_000);
const FILES = 2; // of 200 rows each, for every mapping
const SEED = Number(process.env.CROSSWALK_BENCH_SEED ?? 1);
const RECALL_MIN = 0.999;
const FALSE_MAX = 0.001;

const percent = (part, whole) => (whole === 0 ? "-" : `${((100 * part) / whole).toFixed(3)} %`);
const number = (count) => count.toLocaleString("en");
const row = ({ code, refused, foretold, alarms, falseAlarms }) =>
  [code, number(refused), number(foretold), percent(foretold, refused), number(alarms), number(falseAlarms), percent(falseAlarms, alarms)];

const { status, stdout } = spawnSync(join(binDir, "truth_bench"), [MAPPINGS, FILES, SEED].map(String),
  { encoding: "utf8", maxBuffer: 1 << 24, stdio: ["ignore", "pipe", "inherit"] });
if (status !== 0) process.exit(status ?? 1);
const said = JSON.parse(stdout);
printTable(`Preview against org: ${number(said.rows)} rows of ${number(said.mappings)} generated mappings`, [
  ["", "refused", "foretold", "recall", "alarms", "false", "of alarms"],
  ...said.codes.map(row),
  row({ ...said, code: "all" }),
  ["wanted", "", "", `≥ ${100 * RECALL_MIN} %`, "", "", `≤ ${100 * FALSE_MAX} %`],
]);
console.log(`\nTaken by both: ${number(said.taken)}. Refused by the preview alone, as its own: ${number(said.ours)}; no JSON: ${number(said.unreadable)}.`);
console.log(`Duplicates in rows that are refused for something else, which no org can be asked for: ${number(said.unasked)}.`);
const good = said.foretold >= RECALL_MIN * said.refused && said.falseAlarms <= FALSE_MAX * said.alarms;
if (!good || said.refused === 0) {
  console.error("The preview's verdicts are not the org's.");
  process.exit(1);
}
