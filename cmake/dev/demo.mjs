// The demo: a local Salesforce org, the server and the console with sample data, connected, and a first
// sync run. `--once` prints a summary and exits; without it everything stays up until Ctrl-C.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { connectAndMap, importPeople, startServer } from "../../tests/harness/lumen.mjs";
import { startOrg, stopAll } from "../../tests/harness/programs.mjs";
import { printSummary, progressLine } from "./demo_summary.mjs";

const once = process.argv.includes("--once");
const verbose = process.argv.includes("--verbose");
const people = Number(process.env.CROSSWALK_DEMO_PEOPLE ?? 10_000);
const contacts = Number(process.env.CROSSWALK_DEMO_CONTACTS ?? 6_000);
const preferredPort = 8088;

const say = (text) => process.stderr.write(`${text}\n`);

const isFree = (port) => new Promise((resolve) => {
  const probe = createServer().once("error", () => resolve(false));
  probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
});

async function runSync(api, kind) {
  const live = process.stderr.isTTY;
  const run = await api.run("participants", kind, (progress) => {
    if (live) process.stderr.write(`\r${progressLine(progress)}`);
  });
  if (live) process.stderr.write("\r\x1b[K");
  return run;
}

async function main() {
  const place = join(process.env.BUILD, "demo");
  mkdirSync(place, { recursive: true });
  const data = mkdtempSync(join(place, "data-"));
  process.once("exit", () => rmSync(data, { recursive: true, force: true }));

  say("Starting the local Salesforce org and the server");
  const org = await startOrg(["--seed", "7", "--contacts", String(contacts), "--auto-approve"], { verbose });
  const port = !once && (await isFree(preferredPort)) ? preferredPort : 0;
  const { server, api } = await startServer({
    data, org, verbose, listen: `127.0.0.1:${port}`, console: join(process.env.BUILD, "web/console"),
  });

  say(`Importing ${people.toLocaleString("en")} people into the platform`);
  const imported = await importPeople(api, { data, count: people });
  say("Connecting the org");
  await connectAndMap(api, org);
  say("Running the first sync, and two more");
  const runs = [];
  for (const kind of ["initial", "instant", "instant"]) runs.push(await runSync(api, kind));
  const issues = (await api.call("GET", "/issues?sync=participants&limit=200")).items;
  printSummary({ imported, runs, issues });
  if (once) {
    if (!runs.every((run) => ["succeeded", "partial"].includes(run.state))) process.exitCode = 1;
    return;
  }

  const ticket = await api.call("POST", "/session/tickets", {});
  process.stdout.write(`\nThe console: ${ticket.url}\n(the link signs you in once, within ten minutes; afterwards it is ${server.url})\nCtrl-C stops everything.\n`);
  await new Promise((resolve) => process.once("SIGINT", resolve).once("SIGTERM", resolve));
  say("\nStopping");
}

main()
  .catch((error) => {
    say(`demo: ${error.message}`);
    process.exitCode = 1;
  })
  .finally(stopAll);
