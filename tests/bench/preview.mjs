// Previews generated rows of ten fields of all kinds beside their key, CSV parse included, on one
// thread: rows per second and the most memory that the program held, from ten thousand rows to ten
// million. The rows are made by the program itself and their making is not counted.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { binDir } from "../harness/programs.mjs";
import { printTable } from "./table.mjs";

const COUNTS = (process.env.CROSSWALK_BENCH_ROWS ?? "10000,1000000,10000000").split(",").map(Number);
const grouped = (number) => Math.round(number).toLocaleString("en");
const mebibytes = (kib) => (kib / 1024).toFixed(1);

const measured = COUNTS.map((rows) => JSON.parse(execFileSync(join(binDir, "preview_bench"), [String(rows)], { encoding: "utf8" })));
const memory = measured.map(({ peakKiB }) => peakKiB);

// Rows per second of the processor leave out what other programs did on the machine meanwhile.
printTable("Preview of ten columns and the key, CSV parse included, one thread", [
  ["", "rows", "MB", "refused", "seconds", "rows/s", "rows/s of the processor", "peak MiB", "wanted"],
  ...measured.map(({ rows, bytes, refused, seconds, cpuSeconds, rowsPerSecond, peakKiB }) =>
    ["native", grouped(rows), grouped(bytes / 1e6), grouped(refused), seconds.toFixed(2), grouped(rowsPerSecond),
      grouped(rows / cpuSeconds), mebibytes(peakKiB), rows >= 1_000_000 ? "≥ 1,500,000" : ""]),
]);
console.log(`  memory differs by ${mebibytes(Math.max(...memory) - Math.min(...memory))} MiB (wanted: ≤ 8)`);
