// Mappings that nobody has written: changed at random from the golden ones, checked natively, and
// through WebAssembly, whose reports must be the same bytes.
//   CROSSWALK_MUTATED_CASES="100000 7" asks for so many, from that seed
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { answerTo, core, sourceDir } from './package.mjs';

const crosswalk = await core.load();

const binDir = process.env.CROSSWALK_BIN_DIR ?? join(sourceDir, 'build/release/bin');
const wanted = process.env.CROSSWALK_MUTATED_CASES?.split(' ') ?? ['300'];

const { bases, cases } = fromNative();

/** By a file: the cases are more than a pipe's answer should hold. */
function fromNative() {
  const folder = mkdtempSync(join(tmpdir(), 'crosswalk-mutated-'));
  try {
    const file = join(folder, 'cases.json');
    execFileSync(join(binDir, 'mutated_cases'), wanted, {
      stdio: ['ignore', openSync(file, 'w'), 'inherit'],
    });
    return JSON.parse(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function reportOf(mapping, base) {
  const { platform, salesforce, org, admin } = bases[base];
  const workspace = crosswalk.workspace({ platform, salesforce, org, admin });
  const report = await answerTo(() => workspace.validate(mapping));
  workspace.dispose();
  return report;
}

test(`${cases.length} mutated mappings give the native bytes`, async () => {
  assert.ok(cases.length >= Number(wanted[0]));
  for (const { base, mapping, report } of cases) {
    assert.equal(await reportOf(mapping, base), report, `${bases[base].name}:\n${mapping}`);
  }
});

test('the mutated mappings are of all kinds', () => {
  const reports = cases.map(({ report }) => JSON.parse(report));
  const codes = new Set(reports.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
  assert.ok(codes.size > 50, `only ${codes.size} codes`);
  assert.ok(reports.some(({ ok }) => ok));
});
