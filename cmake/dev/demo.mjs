// The demo: a local Salesforce org, the server and the console with sample data, connected, and a first
// sync run. `--once` prints a summary and exits; without it everything stays up until Ctrl-C.
import { spawn, execFileSync } from "node:child_process";
import { createInterface } from "node:readline";
import { createReadStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createConnection } from "node:net";
import { Readable } from "node:stream";
import { connectOrg } from "./demo_connect.mjs";
import { printSummary, progressLine } from "./demo_summary.mjs";

const root = process.env.ROOT;
const bin = join(process.env.RELEASE, "bin");
const samples = join(root, "tests/org/demo");
const once = process.argv.includes("--once");
const people = Number(process.env.CROSSWALK_DEMO_PEOPLE ?? 10_000);
const contacts = Number(process.env.CROSSWALK_DEMO_CONTACTS ?? 6_000);
const preferredPort = 8088;
const orgCredentials = { consumerKey: "crosswalk-demo-key", consumerSecret: "crosswalk-demo-secret" };

const children = [];
const say = (text) => process.stderr.write(`${text}\n`);

// Starts a program and answers the JSON of its first line of standard output.
function start(name, args, env = {}) {
  const child = spawn(join(bin, name), args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", process.env.CROSSWALK_DEMO_VERBOSE ? "inherit" : "ignore"],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout });
    lines.once("line", (line) => resolve(JSON.parse(line)));
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code} before it was ready`)));
    child.once("error", reject);
  });
}

async function stopAll() {
  await Promise.all(children.map((child) => new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", resolve);
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 10_000).unref();
  })));
}

const portIsFree = (port) => new Promise((resolve) => {
  const probe = createConnection({ host: "127.0.0.1", port }, () => { probe.destroy(); resolve(false); });
  probe.once("error", () => resolve(true));
});

class Api {
  constructor(url, key) { this.base = `${url}/api/v1`; this.key = key; }

  async call(method, path, body, headers = {}) {
    const answer = await fetch(this.base + path, {
      method,
      headers: { authorization: `Bearer ${this.key}`, ...(body && { "content-type": "application/json" }), ...headers },
      body: body && typeof body === "object" && !(body instanceof ReadableStream) ? JSON.stringify(body) : body,
      ...(body instanceof ReadableStream && { duplex: "half" }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text ? JSON.parse(text) : null;
  }

  // Calls `onEvent(name, data)` for each server-sent event until it answers true.
  async follow(path, onEvent) {
    const answer = await fetch(this.base + path, { headers: { authorization: `Bearer ${this.key}`, accept: "text/event-stream" } });
    let name = "message";
    for await (const line of createInterface({ input: Readable.fromWeb(answer.body) })) {
      if (line.startsWith("event:")) name = line.slice(6).trim();
      if (line.startsWith("data:") && onEvent(name, JSON.parse(line.slice(5)))) return;
    }
  }
}

async function runSync(api, kind) {
  const { id } = await api.call("POST", "/syncs/participants/runs", { kind });
  await api.follow(`/runs/${id}/events`, (name, data) => {
    if (name === "progress" && process.stderr.isTTY) process.stderr.write(`\r${progressLine(data)}`);
    return name === "end";
  });
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
  return api.call("GET", `/runs/${id}`);
}

async function main() {
  const scratch = join(process.env.BUILD, "demo");
  mkdirSync(scratch, { recursive: true });
  const data = mkdtempSync(join(scratch, "data-"));
  process.once("exit", () => rmSync(data, { recursive: true, force: true }));

  say("Starting the local Salesforce org");
  const org = await start("crosswalk-org", ["--port", "0", "--seed", "7", "--contacts", String(contacts), "--auto-approve"], {
    CROSSWALK_ORG_CONSUMER_KEY: orgCredentials.consumerKey,
    CROSSWALK_ORG_CONSUMER_SECRET: orgCredentials.consumerSecret,
  });

  say("Starting the server");
  const { apiKey } = JSON.parse(execFileSync(join(bin, "crosswalk"), ["tenant", "create", "lumen", "--data", data, "--json"], { encoding: "utf8" }));
  const port = !once && (await portIsFree(preferredPort)) ? preferredPort : 0;
  const server = await start("crosswalk", ["serve", "--data", data, "--listen", `127.0.0.1:${port}`,
    "--salesforce-origin", org.url, "--console", join(process.env.BUILD, "web/console")]);
  const api = new Api(server.url, apiKey);

  say(`Importing ${people.toLocaleString("en")} people into the platform`);
  const file = join(data, "people.ndjson");
  execFileSync(join(bin, "crosswalk-org"), ["people", "--seed", "7", "--count", String(people), "--out", file]);
  await api.call("PUT", "/platform/schema", JSON.parse(readFileSync(join(samples, "platform.json"), "utf8")));
  const imported = await api.call("POST", "/records/participant/import", Readable.toWeb(createReadStream(file)), { "content-type": "application/x-ndjson" });

  say("Connecting the org");
  const connection = await connectOrg(api, { loginUrl: org.url, ...orgCredentials });
  await api.call("PUT", "/mappings/participants", readFileSync(join(samples, "mapping.json"), "utf8"));
  await api.call("PUT", "/syncs/participants", { connection, mapping: "participants", enabled: true });

  say("Running the first sync");
  const first = await runSync(api, "initial");
  const second = await runSync(api, "instant");
  const issues = (await api.call("GET", "/issues?sync=participants&limit=200")).items;
  printSummary({ imported, contacts, first, second, issues });

  if (once) {
    await stopAll();
    process.exitCode = ["succeeded", "partial"].includes(first.state) ? 0 : 1;
    return;
  }
  const ticket = await api.call("POST", "/session/tickets", {});
  process.stdout.write(`\nThe console: ${ticket.url}\n(signs you in once, for the next ten minutes; afterwards ${server.url})\n\nCtrl-C stops everything.\n`);
  await new Promise((resolve) => { process.once("SIGINT", resolve); process.once("SIGTERM", resolve); });
  say("\nStopping");
  await stopAll();
}

main().catch(async (error) => {
  say(`demo: ${error.message}`);
  await stopAll();
  process.exitCode = 1;
});
