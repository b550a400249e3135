// Pull and push against the local org, records per second and peak memory of the server; jsforce does
// the same reading and writing against the same org in the same run.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { connectAndMap, importPeople, startServer } from "../harness/lumen.mjs";
import { orgCredentials, startOrg, stopAll } from "../harness/programs.mjs";
import { printTable } from "./table.mjs";

const require = createRequire(new URL("../org/jsforce/package.json", import.meta.url));
const PEOPLE = Number(process.env.CROSSWALK_BENCH_PEOPLE ?? 20_000);
const CONTACTS = Number(process.env.CROSSWALK_BENCH_CONTACTS ?? 20_000);

const seconds = (run) => (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000;
const perSecond = (records, time) => Math.round(records / time).toLocaleString("en");

function peakMemoryMib(pid) {
  const [, kib] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Math.round(Number(kib) / 1024);
}

// A server of its own for one story: `people` on the platform, `contacts` in the org, one initial run.
async function ours({ people, contacts }) {
  const data = mkdtempSync(join(process.env.BUILD, "bench-"));
  try {
    const org = await startOrg(["--seed", "7", "--contacts", String(contacts), "--auto-approve"]);
    const { server, api } = await startServer({ data, org });
    await importPeople(api, { data, count: people });
    await connectAndMap(api, org);
    const run = await api.run("participants", "initial");
    const idle = await api.run("participants", "instant");
    return { run, idle, memory: peakMemoryMib(server.process.pid) };
  } finally {
    await stopAll();
    rmSync(data, { recursive: true, force: true });
  }
}

async function jsforce() {
  const { Connection, OAuth2 } = require("jsforce");
  const org = await startOrg(["--seed", "7", "--contacts", String(CONTACTS), "--auto-approve"]);
  try {
    const redirectUri = `${org.url}/callback`;
    const oauth2 = new OAuth2({ loginUrl: org.url, clientId: orgCredentials.consumerKey, clientSecret: orgCredentials.consumerSecret, redirectUri });
    const answer = await fetch(oauth2.getAuthorizationUrl({ scope: "api refresh_token" }), { redirect: "manual" });
    const connection = new Connection({ oauth2, version: "62.0" });
    await connection.authorize(new URL(answer.headers.get("location")).searchParams.get("code"));

    let started = performance.now();
    const fields = "Id, FirstName, LastName, Email, Phone, Title, MailingCity, MailingCountry, Birthdate, VIP__c, SystemModstamp";
    const records = await connection.query(`SELECT ${fields} FROM Contact`, { autoFetch: true, maxFetch: CONTACTS * 2 });
    const pull = (performance.now() - started) / 1000;

    const people = Array.from({ length: PEOPLE }, (_, index) => ({ Participant_Id__c: `B-${index}`, FirstName: "Ada", LastName: `Lovelace ${index}`, Email: `ada${index}@example.com` }));
    started = performance.now();
    for (let from = 0; from < people.length; from += 200)
      await connection.sobject("Contact").upsert(people.slice(from, from + 200), "Participant_Id__c", { allOrNone: false });
    return { pulled: records.records.length, pull, push: (performance.now() - started) / 1000 };
  } finally {
    await stopAll();
  }
}

const pull = await ours({ people: 0, contacts: CONTACTS });
const push = await ours({ people: PEOPLE, contacts: 0 });
const peer = await jsforce();
const pulled = pull.run.written.platform.created;
const pushed = push.run.written.salesforce.created;
printTable("Pull and push against the local org (peer: jsforce, same org, same run)", [
  ["", "records", "s", "records/s", "jsforce records/s", "ratio", "API calls", "server's peak MiB"],
  ["pull", pulled, seconds(pull.run).toFixed(2), perSecond(pulled, seconds(pull.run)), perSecond(peer.pulled, peer.pull),
    (pulled / seconds(pull.run) / (peer.pulled / peer.pull)).toFixed(2), pull.run.apiCalls, pull.memory],
  ["push", pushed, seconds(push.run).toFixed(2), perSecond(pushed, seconds(push.run)), perSecond(PEOPLE, peer.push),
    (pushed / seconds(push.run) / (PEOPLE / peer.push)).toFixed(2), push.run.apiCalls, push.memory],
]);
console.log(`\nA run with nothing to do: ${pull.idle.apiCalls} API calls, ${seconds(pull.idle).toFixed(2)} s`);
