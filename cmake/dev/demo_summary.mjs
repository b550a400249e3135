// What the demo prints of a run, for a person.

const count = (number) => Number(number ?? 0).toLocaleString("en");

export function progressLine(run) {
  const salesforce = run.written?.salesforce ?? {};
  const platform = run.written?.platform ?? {};
  return `  ${run.phase ?? ""}: read ${count(run.read?.salesforce)} + ${count(run.read?.platform)}, ` +
    `wrote ${count((salesforce.created ?? 0) + (salesforce.updated ?? 0))} to Salesforce, ` +
    `${count((platform.created ?? 0) + (platform.updated ?? 0))} to the platform   `;
}

function runLines(title, run) {
  const seconds = (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000;
  const { salesforce, platform } = run.written;
  return [
    "",
    `${title}: ${run.state} in ${seconds.toFixed(1)} s`,
    `  read             ${count(run.read.salesforce)} contacts, ${count(run.read.platform)} platform records`,
    `  pulled           ${count(platform.created)} created, ${count(platform.updated)} updated on the platform`,
    `  pushed           ${count(salesforce.created)} created, ${count(salesforce.updated)} updated in Salesforce`,
    `  unchanged        ${count(run.unchanged)}`,
    `  skipped          ${count(run.skipped)}`,
    `  conflicts        ${count(run.conflicts)}`,
    `  issues           ${count(run.issues)}`,
    `  API calls        ${count(run.apiCalls)}`,
    `  records/s        ${count(Math.round(run.recordsPerSecond))}`,
  ];
}

function issueLines(issues) {
  const groups = new Map();
  for (const issue of issues) {
    const key = `${issue.salesforceCode ?? issue.code}`;
    const group = groups.get(key) ?? { number: 0, example: issue };
    group.number += 1;
    groups.set(key, group);
  }
  return [...groups].flatMap(([code, { number, example }]) => [
    `  ${number} × ${code}`,
    `      ${example.object} ${example.key}: ${example.message}`,
    `      ${example.cure}`,
  ]);
}

const TITLES = ["First sync", "Second sync, which brings home what Salesforce filled in", "Third sync, nothing changed since"];

export function printSummary({ imported, runs, issues }) {
  const lines = [
    "",
    `Imported ${count(imported.accepted)} people into the platform, ${count(imported.refused)} refused`,
    ...runs.flatMap((run, index) => runLines(TITLES[index], run)),
    "",
    "What needs a person, and why:",
    ...issueLines(issues),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
