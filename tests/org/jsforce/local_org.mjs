// Starts a local org for one test file and stops it. The program is build/release/bin/crosswalk-org,
// or what CROSSWALK_ORG names.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
export const consumer = { key: "jsforce-test-key", secret: "jsforce-test-secret" };

export async function startOrg(...flags) {
  const program = process.env.CROSSWALK_ORG ?? join(root, "build/release/bin/crosswalk-org");
  if (!existsSync(program)) throw new Error(`${program} is not there: build the project first, or name it in CROSSWALK_ORG`);
  const child = spawn(program, ["--port", "0", "--seed", "7", ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, CROSSWALK_ORG_CONSUMER_KEY: consumer.key, CROSSWALK_ORG_CONSUMER_SECRET: consumer.secret },
  });
  const [line] = await Promise.race([
    once(createInterface(child.stdout), "line"),
    once(child, "exit").then(([code]) => { throw new Error(`crosswalk-org ended with ${code}`); }),
  ]);
  const { url } = JSON.parse(line);
  return {
    url,
    async control(what, body) {
      const answer = await fetch(`${url}/__org/${what}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body ?? {}) });
      if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
    },
    async stats() { return (await fetch(`${url}/__org/stats`)).json(); },
    async stop() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      const [code] = await ended;
      return code;
    },
  };
}
