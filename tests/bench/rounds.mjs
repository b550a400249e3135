// What the benchmarks share: the times of a work's rounds, here and in the native programs, and the
// package under test.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { binDir } from "../harness/programs.mjs";

export const packageDir = join(process.env.CROSSWALK_NPM_DIR, "core");

/** Milliseconds of each round. The first rounds, in which the engine still compiles, are not among them. */
export function times(rounds, work) {
  const WARM_UP = 20;
  const all = Array.from({ length: rounds + WARM_UP }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return all.slice(WARM_UP);
}

/** The line of JSON that a native benchmark prints, given texts in files and the number of rounds. */
export function native(program, texts, rounds) {
  mkdirSync(process.env.BUILD, { recursive: true });
  const folder = mkdtempSync(join(process.env.BUILD, "bench-"));
  try {
    const files = texts.map((text, number) => {
      const path = join(folder, `${number}.json`);
      writeFileSync(path, text);
      return path;
    });
    return JSON.parse(execFileSync(join(binDir, program), [...files, String(rounds)], { encoding: "utf8", maxBuffer: 1 << 24 }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function loadPackage() {
  const { load } = await import(pathToFileURL(join(packageDir, "index.js")).href);
  return load();
}
