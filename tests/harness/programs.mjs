// Starts the built programs and stops them again. Each prints one line of JSON when it is ready.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const binDir = process.env.CROSSWALK_BIN_DIR ?? fileURLToPath(new URL("../../build/release/bin", import.meta.url));
export const samplesDir = fileURLToPath(new URL("../org/demo", import.meta.url));
export const orgCredentials = { consumerKey: "crosswalk-demo-key", consumerSecret: "crosswalk-demo-secret" };

const children = [];

// Answers the program's first line, parsed, with `process` beside it.
export function start(name, args, { env = {}, verbose = false } = {}) {
  const child = spawn(join(binDir, name), args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", verbose ? "inherit" : "ignore"],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (line) => resolve({ ...JSON.parse(line), process: child }));
    child.once("exit", (code, signal) => reject(new Error(`${name} ended (${code ?? signal}) before it was ready`)));
    child.once("error", reject);
  });
}

export const startOrg = (args, options = {}) =>
  start("crosswalk-org", ["--port", "0", ...args], {
    ...options,
    env: { CROSSWALK_ORG_CONSUMER_KEY: orgCredentials.consumerKey, CROSSWALK_ORG_CONSUMER_SECRET: orgCredentials.consumerSecret },
  });

// SIGTERM to all that were started; SIGKILL to what has not drained after ten seconds.
export async function stopAll() {
  await Promise.all(children.map((child) => new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const last = setTimeout(() => child.kill("SIGKILL"), 10_000);
    child.once("exit", () => { clearTimeout(last); resolve(); });
    child.kill("SIGTERM");
  })));
  children.length = 0;
}
