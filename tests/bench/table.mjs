// Prints figures as aligned columns: any rows, or rows of times, which all look alike.

export function printTable(title, rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const line = (row) => row.map((cell, column) => (column === 0 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]))).join("  ");
  console.log(`\n${title}\n${rows.map((row) => `  ${line(row)}`).join("\n")}`);
}

/** The value that `share` of the values lie below: 0.5 is the median, 0.1 and 0.9 say how far they spread. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

const SHARES = [0.5, 0.1, 0.9, 0.99];
const HEADS = ["median", "10 %", "90 %", "99 %"];
const cells = (times) => SHARES.map((share) => quantile(times, share).toFixed(2));

/**
 * Rows of { name, ms, peer, peerMs, wanted }: the times of all rounds, those of the peer in the same
 * run, and what is promised ("≤ 3", "99 % < 8").
 */
export function printTimes(title, rows) {
  printTable(`${title} (ms)`, [
    ["", "rounds", ...HEADS, "wanted", "peer", ...HEADS, "ratio"],
    ...rows.map(({ name, ms, peer, peerMs, wanted = "" }) =>
      [name, ms.length, ...cells(ms), wanted, peer, ...cells(peerMs), (quantile(ms, 0.5) / quantile(peerMs, 0.5)).toFixed(2)]),
  ]);
}
