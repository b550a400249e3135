// A newcomer's hour at the command line, with the real programs: a server, a local org, connect,
// import, run, read what came of it. One server for all; the tests run in their order.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { walk } from "../harness/connect.mjs";
import { importPeople, startServer } from "../harness/lumen.mjs";
import { binDir, orgCredentials, samplesDir, startOrg, stopAll } from "../harness/programs.mjs";

const PEOPLE = 1000;
const CONTACTS = 300;
const data = mkdtempSync(join(tmpdir(), "crosswalk-story-"));
let api;
let org;
let environment;
let connection;

// Runs `crosswalk` against the server; answers {status, stdout, stderr}.
const crosswalk = (...args) => spawnSync(join(binDir, "crosswalk"), args, { encoding: "utf8", env: environment });
const json = (...args) => {
  const { status, stdout, stderr } = crosswalk(...args, "--json");
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
};

before(async () => {
  org = await startOrg(["--seed", "7", "--contacts", String(CONTACTS), "--auto-approve"]);
  const started = await startServer({ data, org });
  api = started.api;
  environment = {
    ...process.env, NO_COLOR: "1", CROSSWALK_URL: started.server.url, CROSSWALK_API_KEY: api.key,
    CROSSWALK_CONSUMER_SECRET: orgCredentials.consumerSecret,
  };
});

after(async () => {
  await stopAll();
  rmSync(data, { recursive: true, force: true });
});

test("connect prints an address, waits, and names the org", async () => {
  const child = spawn(join(binDir, "crosswalk"), ["connect", "--login-url", org.url, "--consumer-key", orgCredentials.consumerKey, "--json"], { env: environment });
  let output = "";
  child.stdout.on("data", (text) => { output += text; });
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /https?:\S+\/oauth\/start\/\S+/.exec(line);
    if (address) await walk(address[0]);
  }
  connection = JSON.parse(output);
  assert.equal(connection.state, "active");
  assert.match(connection.orgId, /^00D\w{15}$/);
  assert.ok(!output.includes(orgCredentials.consumerSecret));
});

test("the connection's objects are those of the org, and one has its fields", async () => {
  const { items } = await api.call("GET", `/connections/${connection.id}/objects`);
  for (const name of ["Account", "Contact", "Lead", "Campaign", "CampaignMember", "User"])
    assert.ok(items.some((object) => object.name === name), name);
  const first = await api.call("GET", `/connections/${connection.id}/objects?limit=3`);
  const second = await api.call("GET", `/connections/${connection.id}/objects?limit=3&after=${first.next}`);
  assert.deepEqual([...first.items, ...second.items], items.slice(0, 6));
  const contact = await api.call("GET", `/connections/${connection.id}/objects/Contact`);
  assert.ok(contact.fields.some((field) => field.name === "Participant_Id__c"));
});

test("the server's report on a mapping is the command line's", async () => {
  await importPeople(api, { data, count: PEOPLE });
  const text = readFileSync(join(samplesDir, "mapping.json"), "utf8").replace('"FirstName"', '"FirstNam"');
  await api.call("PUT", "/mappings/mistaken", text);
  const served = await api.call("POST", `/mappings/mistaken/validate?connection=${connection.id}`);

  const describes = join(data, "describes");
  spawnSync(join(binDir, "crosswalk-org"), ["describe", "--out", describes]);
  const file = join(data, "mapping.json");
  writeFileSync(file, text);
  const offline = crosswalk("validate", file, "--platform", join(samplesDir, "platform.json"), "--salesforce", describes, "--json");
  assert.equal(offline.status, 1);
  assert.equal(served.diagnostics.find((found) => found.severity === "error").code, "CW2102");
  assert.deepEqual(served, JSON.parse(offline.stdout));
});

test("a plan writes nothing and says what a run then does", async () => {
  await api.call("PUT", "/mappings/participants", readFileSync(join(samplesDir, "mapping.json"), "utf8"));
  await api.call("PUT", "/syncs/participants", { connection: connection.id, mapping: "participants", enabled: true });
  const { id } = await api.call("POST", "/syncs/participants/plan", {});
  let plan;
  do plan = await api.call("GET", `/plans/${id}?limit=200`);
  while (plan.state === "building");
  assert.equal(plan.state, "ready");
  assert.equal(plan.records.length, 200);
  assert.ok(plan.next);

  const run = await api.run("participants", "initial");
  assert.equal(run.written.salesforce.created, plan.totals.salesforce.create);
  assert.equal(run.written.salesforce.updated, plan.totals.salesforce.update);
  assert.equal(run.written.platform.created, plan.totals.platform.create);
  assert.equal(run.read.salesforce, CONTACTS);
});

test("issues name the record, the reason and the cure, also as CSV", async () => {
  const { items } = json("issues", "--sync", "participants");
  assert.ok(items.length > 0);
  for (const issue of items) assert.ok(issue.key && issue.message && issue.cure, JSON.stringify(issue));
  const csv = crosswalk("issues", "--csv").stdout.trim().split("\n");
  assert.equal(csv.length, items.length + 1);
});

test("a corrected record clears its issue by itself", async () => {
  const [issue] = json("issues", "--code", "CW3001").items;
  assert.equal(issue.salesforceCode, "STRING_TOO_LONG");
  json("records", "put", "participant", issue.key, "--fields", '{"company":"Lumen"}');
  await api.run("participants", "instant");
  assert.ok(!json("issues").items.some((open) => open.key === issue.key));
  const record = json("records", "get", "participant", issue.key);
  assert.equal(record.sync.state, "inStep");
});

test("records are listed by state, and status says how all of it stands", () => {
  assert.equal(json("records", "list", "participant", "--limit", "20").items.length, 20);
  for (const record of json("records", "list", "participant", "--state", "issue").items)
    assert.equal(record.sync.state, "issue");
  const status = json("status");
  assert.equal(status.connections.items[0].state, "active");
  assert.equal(status.syncs.items[0].status.firstSync, "done");
});

test("a wrong key is refused, and a server that is not there is named", () => {
  const saved = environment;
  environment = { ...saved, CROSSWALK_API_KEY: "cw_wrong" };
  assert.equal(crosswalk("status").status, 1);
  environment = { ...saved, CROSSWALK_URL: "http://127.0.0.1:9" };
  const unreachable = crosswalk("status");
  environment = saved;
  assert.equal(unreachable.status, 1);
  assert.match(unreachable.stderr, /127\.0\.0\.1:9/);
});
