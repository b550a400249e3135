// The one story of demo, benchmarks and browser tests: the platform "Lumen" with its participants, a
// local org with contacts, a server that connects both.
import { execFileSync } from "node:child_process";
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Api } from "./api.mjs";
import { connectOrg } from "./connect.mjs";
import { binDir, orgCredentials, samplesDir, start } from "./programs.mjs";

const sample = (name) => readFileSync(join(samplesDir, name), "utf8");

// Starts `crosswalk serve` on the data folder for a new tenant; answers {server, api}.
export async function startServer({ data, org, listen = "127.0.0.1:0", console, verbose }) {
  const created = execFileSync(join(binDir, "crosswalk"), ["tenant", "create", "lumen", "--data", data, "--json"], { encoding: "utf8" });
  const server = await start("crosswalk", [
    "serve", "--data", data, "--listen", listen, "--salesforce-origin", org.url, ...(console ? ["--console", console] : []),
  ], { verbose });
  return { server, api: new Api(server.url, JSON.parse(created).apiKey) };
}

// Imports the platform's people; answers the import's {accepted, refused}.
export async function importPeople(api, { data, count, seed = 7 }) {
  const file = join(data, "people.ndjson");
  execFileSync(join(binDir, "crosswalk-org"), ["people", "--seed", String(seed), "--count", String(count), "--out", file]);
  await api.call("PUT", "/platform/schema", sample("platform.json"));
  return api.call("POST", "/records/participant/import", Readable.toWeb(createReadStream(file)), {
    "content-type": "application/x-ndjson",
  });
}

// Connects the org and sets up the mapping and the sync "participants".
export async function connectAndMap(api, org) {
  const connection = await connectOrg(api, { loginUrl: org.url, ...orgCredentials });
  await api.call("PUT", "/mappings/participants", sample("mapping.json"));
  await api.call("PUT", "/syncs/participants", { connection, mapping: "participants", enabled: true });
}
