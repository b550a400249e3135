// The cases of every rule through WebAssembly. The native program prints them made whole, with its
// own reports, and the module's must be the same bytes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { answerTo, core, sourceDir } from './package.mjs';

const crosswalk = await core.load();

const program = process.env.CROSSWALK_RULE_CASES ?? join(sourceDir, 'build/release/bin/rule_cases');
const { texts, cases } = JSON.parse(
  execFileSync(program, { encoding: 'utf8', maxBuffer: 256 << 20 }),
);
const textsOf = (numbers) => numbers.map((number) => texts[number]);

test('there are cases', () => assert.ok(cases.length > 0));

for (const given of cases) {
  test(`${given.name} gives the native bytes`, async () => {
    const schemas = {
      platform: texts[given.platform],
      salesforce: textsOf(given.salesforce),
      org: texts[given.org],
      admin: textsOf(given.admin),
    };
    const workspace = crosswalk.workspace(schemas);
    const report = await answerTo(() => workspace.validate(texts[given.mapping]));
    workspace.dispose();
    assert.equal(report, texts[given.report]);
  });
}
