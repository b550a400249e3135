// A client written by others logs in, reads and writes: what it expects of Salesforce, the org does.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import jsforce from "jsforce";
import { consumer, startOrg } from "./local_org.mjs";

const contacts = 4500;
const callback = "http://127.0.0.1:9/oauth/callback";
let org;

before(async () => { org = await startOrg("--contacts", String(contacts), "--auto-approve"); });
after(async () => { assert.equal(await org.stop(), 0); });

function oauth2() {
  return new jsforce.OAuth2({ loginUrl: org.url, clientId: consumer.key, clientSecret: consumer.secret, redirectUri: callback, useVerifier: true });
}

// The browser's part of the flow: follows the redirect to the callback and takes the code.
async function codeFrom(authorizeUrl) {
  const answer = await fetch(authorizeUrl, { redirect: "manual" });
  assert.equal(answer.status, 302);
  return new URL(answer.headers.get("location")).searchParams;
}

async function connect() {
  const flow = oauth2();
  const connection = new jsforce.Connection({ oauth2: flow, version: "62.0" });
  const back = await codeFrom(flow.getAuthorizationUrl({ scope: "api id refresh_token", state: "s-1" }));
  await connection.authorize(back.get("code"));
  return connection;
}

const failure = async (promise) => promise.then(() => assert.fail("it was accepted"), (error) => error);

describe("signing in", () => {
  it("exchanges a code with its PKCE verifier and learns who it is", async () => {
    const connection = await connect();
    assert.equal(connection.instanceUrl, org.url);
    assert.match(connection.accessToken, /^00D\w{12}!/);
    assert.equal(connection.userInfo.organizationId.length, 18);
    const identity = await connection.identity();
    assert.equal(identity.user_id, connection.userInfo.id);
    assert.equal(identity.organization_id, connection.userInfo.organizationId);
  });

  it("gives the state back and takes a code once only", async () => {
    const flow = oauth2();
    const back = await codeFrom(flow.getAuthorizationUrl({ state: "round trip &=" }));
    assert.equal(back.get("state"), "round trip &=");
    await flow.requestToken(back.get("code"));
    const error = await failure(flow.requestToken(back.get("code")));
    assert.equal(error.name, "invalid_grant");
  });

  it("refuses a code with another verifier", async () => {
    const flow = oauth2();
    const back = await codeFrom(flow.getAuthorizationUrl({}));
    const error = await failure(oauth2().requestToken(back.get("code")));
    assert.equal(error.name, "invalid_request");
  });

  it("refreshes by itself when its session has expired, and the old refresh token dies", async () => {
    const connection = await connect();
    const [access, refresh] = [connection.accessToken, connection.refreshToken];
    await org.control("expire-tokens");
    const answer = await connection.query("SELECT Id FROM Account LIMIT 1");
    assert.equal(answer.totalSize, 1);
    assert.notEqual(connection.accessToken, access);
    const error = await failure(connection.oauth2.refreshToken(refresh));
    assert.equal(error.name, "invalid_grant");
  });

  it("revokes", async () => {
    const connection = await connect();
    await connection.logout(true);
    const stale = new jsforce.Connection({ instanceUrl: org.url, accessToken: "00Dx!nothing", version: "62.0" });
    assert.equal((await failure(stale.query("SELECT Id FROM Account"))).errorCode, "INVALID_SESSION_ID");
  });
});

describe("metadata", () => {
  it("describes everything and one object", async () => {
    const connection = await connect();
    const everything = await connection.describeGlobal();
    assert.equal(everything.maxBatchSize, 200);
    assert.ok(everything.sobjects.some((object) => object.name === "CampaignMember"));
    const contact = await connection.sobject("Contact").describe();
    const key = contact.fields.find((field) => field.name === "Participant_Id__c");
    assert.deepEqual([key.type, key.length, key.externalId, key.unique, key.idLookup], ["string", 36, true, true, true]);
    assert.ok(contact.childRelationships.some((child) => child.relationshipName === "CampaignMembers"));
  });

  it("answers an unknown object as Salesforce does", async () => {
    const connection = await connect();
    assert.equal((await failure(connection.sobject("Accout").describe())).errorCode, "NOT_FOUND");
  });
});

describe("queries", () => {
  it("fetches every page of a long answer", async () => {
    const connection = await connect();
    const seen = new Set();
    const records = await connection.query("SELECT Id, Name, SystemModstamp FROM Contact ORDER BY SystemModstamp, Id", { autoFetch: true, maxFetch: 10_000 });
    for (const record of records.records) seen.add(record.Id);
    assert.equal(records.totalSize, contacts);
    assert.equal(seen.size, contacts);
  });

  it("honours a smaller page", async () => {
    const connection = await connect();
    const page = await connection.query("SELECT Id FROM Contact", { headers: { "Sforce-Query-Options": "batchSize=250" }, autoFetch: false });
    assert.equal(page.records.length, 250);
    assert.equal(page.done, false);
    const next = await connection.queryMore(page.nextRecordsUrl, { autoFetch: false });
    assert.notEqual(next.records[0].Id, page.records[0].Id);
  });

  it("takes jsforce's own query builder, dates and parents", async () => {
    const connection = await connect();
    const rows = await connection.sobject("Contact")
      .find({ CreatedDate: { $gte: jsforce.Date.toDateTimeLiteral("2020-01-01T00:00:00Z") }, "Account.Name": { $ne: null } }, "Id, LastName, Account.Name")
      .sort({ LastName: 1 }).limit(5);
    assert.equal(rows.length, 5);
    assert.equal(typeof rows[0].Account.Name, "string");
  });

  it("refuses with the place in the text", async () => {
    const connection = await connect();
    const error = await failure(connection.query("SELECT Id, Nope FROM Contact"));
    assert.equal(error.errorCode, "INVALID_FIELD");
    assert.match(error.message, /ERROR at Row:1:Column:12\nNo such column 'Nope' on entity 'Contact'/);
    assert.equal((await failure(connection.query("SELECT FROM Contact"))).errorCode, "MALFORMED_QUERY");
  });
});

describe("records", () => {
  it("creates, reads, updates, upserts and deletes one", async () => {
    const connection = await connect();
    const contact = connection.sobject("Contact");
    const made = await contact.create({ LastName: "Åström", Email: "a@example.com", Health_Score__c: 23, Birthdate: "1980-02-29", Interests__c: "Workshops;Keynotes" });
    assert.equal(made.success, true);
    let read = await contact.retrieve(made.id);
    assert.deepEqual([read.Name, read.Health_Score__c, read.Birthdate, read.Interests__c, read.VIP__c], ["Åström", 23, "1980-02-29", "Keynotes;Workshops", false]);
    assert.match(read.SystemModstamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/);
    await contact.update({ Id: made.id, FirstName: "Åsa", Email: "" });
    read = await contact.retrieve(made.id);
    assert.deepEqual([read.Name, read.Email], ["Åsa Åström", null]);
    const first = await contact.upsert({ Participant_Id__c: "JS-1", LastName: "One" }, "Participant_Id__c");
    const second = await contact.upsert({ Participant_Id__c: "JS-1", LastName: "Two" }, "Participant_Id__c");
    assert.deepEqual([first.created, second.created, second.id], [true, false, first.id]);
    await contact.destroy(made.id);
    assert.equal((await failure(contact.retrieve(made.id))).errorCode, "ENTITY_IS_DELETED");
    const deleted = await connection.query(`SELECT Id, IsDeleted FROM Contact WHERE Id = '${made.id}'`, { scanAll: true });
    assert.equal(deleted.records[0].IsDeleted, true);
  });

  it("names the field that it refuses", async () => {
    const connection = await connect();
    const error = await failure(connection.sobject("Contact").create({ LastName: "A", Company__c: "x".repeat(256) }));
    assert.deepEqual([error.errorCode, error.data.fields], ["STRING_TOO_LONG", ["Company__c"]]);
  });

  it("writes more than 200 at once in collections, good and bad ones apart", async () => {
    const connection = await connect();
    const before = (await org.stats()).calls.collections ?? 0;
    const rows = Array.from({ length: 450 }, (_, i) => ({ Participant_Id__c: `BULK-${i}`, LastName: i % 100 === 7 ? null : `Name ${i}` }));
    const results = await connection.sobject("Contact").upsert(rows, "Participant_Id__c", { allOrNone: false, allowRecursive: true });
    assert.equal(results.length, 450);
    const failed = results.filter((result) => !result.success);
    assert.equal(failed.length, 5);
    assert.equal(failed[0].errors[0].statusCode ?? failed[0].errors[0].errorCode, "REQUIRED_FIELD_MISSING");
    assert.equal((await org.stats()).calls.collections - before, 3);
    const count = await connection.query("SELECT COUNT() FROM Contact WHERE Participant_Id__c LIKE 'BULK-%'");
    assert.equal(count.totalSize, 445);
    const ids = results.filter((result) => result.success).map((result) => result.id);
    const gone = await connection.sobject("Contact").destroy(ids, { allowRecursive: true });
    assert.ok(gone.every((result) => result.success));
  });

  it("takes everything back when one fails and all or none was asked for", async () => {
    const connection = await connect();
    const results = await connection.sobject("Account").create([{ Name: "Rolled Back AG" }, { Phone: "1" }], { allOrNone: true });
    assert.deepEqual(results.map((result) => result.errors[0].statusCode ?? result.errors[0].errorCode), ["ALL_OR_NONE_OPERATION_ROLLED_BACK", "REQUIRED_FIELD_MISSING"]);
    assert.equal((await connection.query("SELECT COUNT() FROM Account WHERE Name = 'Rolled Back AG'")).totalSize, 0);
  });
});

describe("limits", () => {
  it("are told by their resource and by a header, and end in a refusal", async () => {
    const connection = await connect();
    const limits = await connection.limits();
    assert.equal(limits.DailyApiRequests.Max, 15_000);
    assert.ok(limits.DailyApiRequests.Remaining < 15_000);
    assert.equal(connection.limitInfo.apiUsage.limit, 15_000);
    await org.control("faults", { limit: { used: 15_000 } });
    const error = await failure(connection.query("SELECT Id FROM Account"));
    await org.control("faults", { limit: { used: 10 } });
    assert.equal(error.errorCode, "REQUEST_LIMIT_EXCEEDED");
  });
});

describe("the wire", () => {
  it("bounds a body, refuses what is not HTTP and loses an answer when told to", async () => {
    const { accessToken } = await (await fetch(`${org.url}/__org/token`, { method: "POST" })).json();
    const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/json" };
    const path = `${org.url}/services/data/v62.0/sobjects/Account`;
    const large = await fetch(path, { method: "POST", headers, body: "x".repeat(9 << 20) }).then((answer) => answer.status, () => 413);
    assert.equal(large, 413);
    await org.control("faults", { loseAnswer: { count: 1, path: "/sobjects/Account" } });
    await assert.rejects(fetch(path, { method: "POST", headers, body: '{"Name":"Answer Lost Ltd"}' }));
    const connection = await connect();
    assert.equal((await connection.query("SELECT COUNT() FROM Account WHERE Name = 'Answer Lost Ltd'")).totalSize, 1);
    const answer = await fetch(path, { headers });
    assert.match(answer.headers.get("date"), /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
  });
});
