// Validates a mapping of 500 fields against a schema of 1,000, natively and through WebAssembly, each
// beside a peer of the same run; the text is read anew each time, the schemas are not.
import { documents } from "./documents.mjs";
import { loadPackage, native, times } from "./rounds.mjs";
import { printTimes } from "./table.mjs";

const ROUNDS = 500;

const crosswalk = await loadPackage();
const rows = [];
for (const misspelt of [false, true]) {
  const { mapping, platform, describe } = documents({ misspelt });
  const measured = native("validate_bench", [mapping, platform, describe], ROUNDS);
  const said = `${measured.findings} findings`;
  rows.push({ name: `native, ${said}`, ...measured, peer: "nlohmann::json::parse", wanted: "≤ 1.5" });

  const workspace = crosswalk.workspace({ platform, salesforce: [describe] });
  const ms = times(ROUNDS, () => workspace.validate(mapping));
  const peerMs = times(ROUNDS, () => JSON.parse(mapping));
  rows.push({ name: `WebAssembly in Node, ${said}`, ms, peer: "JSON.parse", peerMs, wanted: "≤ 3" });
  workspace.dispose();
}
printTimes("Validate 500 mapped fields against 1,000 described ones", rows);
