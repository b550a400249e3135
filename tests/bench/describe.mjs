// Reads a describe of 1,000 fields once, natively and through WebAssembly, each beside a peer of the
// same run that reads the same text into a tree. The WebAssembly row is the whole call of the package:
// opening a workspace, the text's way into the module included.
import { describeDocument } from "./describe_document.mjs";
import { loadPackage, native, times } from "./rounds.mjs";
import { printTimes } from "./table.mjs";

const ROUNDS = 60;
const platform = JSON.stringify({ version: 1, objects: [{ name: "thing", key: "id", fields: [{ name: "id", type: "text" }] }] });

const text = describeDocument();
const crosswalk = await loadPackage();
const open = () => crosswalk.workspace({ platform, salesforce: [text] }).dispose();
printTimes(`Read a describe of 1,000 fields, ${(text.length / 1e6).toFixed(2)} MB`, [
  { name: "native", ...native("describe_bench", [text], ROUNDS), peer: "nlohmann::json::parse", wanted: "≤ 12" },
  { name: "WebAssembly in Node", ms: times(ROUNDS, open), peer: "JSON.parse", peerMs: times(ROUNDS, () => JSON.parse(text)), wanted: "≤ 25" },
]);
