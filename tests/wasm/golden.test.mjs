// The golden cases that the native tests run, through WebAssembly: the answers must be equal bytes,
// so the module's own answer is compared, before anything parses it.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { answerTo, core, sourceDir } from './package.mjs';

const crosswalk = await core.load();
const golden = join(sourceDir, 'tests/golden');

const foldersIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .sort();
const ownOrShared = (folder, name) =>
  existsSync(join(folder, name)) ? join(folder, name) : join(golden, 'schemas', name);
const read = (path) => readFileSync(path, 'utf8');
const readIfThere = (path) => (existsSync(path) ? read(path) : '');

/** The schemas and the mapping of a case, as the module takes them. */
function inputOf(folder) {
  const salesforce = ownOrShared(folder, 'salesforce');
  return {
    mapping: read(join(folder, 'mapping.json')),
    platform: read(ownOrShared(folder, 'platform.json')),
    salesforce: readdirSync(salesforce)
      .sort()
      .map((name) => read(join(salesforce, name))),
    ...(existsSync(join(folder, 'org.json')) ? { org: read(join(folder, 'org.json')) } : {}),
  };
}

describe('validate', () => {
  const cases = foldersIn(join(golden, 'validate'));
  test('there are cases', () => assert.ok(cases.length > 0));

  for (const folder of cases) {
    const name = folder.slice(golden.length + 1);
    const expected = read(join(folder, 'expected.json'));
    test(`${name}: the one-shot gives the native bytes`, async () => {
      const answer = await answerTo(() => crosswalk.validate(inputOf(folder)));
      assert.equal(`${answer}\n`, expected);
    });
    test(`${name}: a workspace gives the native bytes`, async () => {
      const { mapping, ...schemas } = inputOf(folder);
      const workspace = crosswalk.workspace(schemas);
      assert.equal(`${await answerTo(() => workspace.validate(mapping))}\n`, expected);
      workspace.dispose();
    });
  }
});

describe('plan', () => {
  const cases = foldersIn(join(golden, 'plan'));
  test('there are cases', () => assert.ok(cases.length > 0));

  for (const folder of cases) {
    test(`${folder.slice(golden.length + 1)}: gives the native bytes`, async () => {
      const { mapping, ...schemas } = inputOf(folder);
      const workspace = crosswalk.workspace(schemas);
      const csv = join(folder, 'left.csv');
      const input = {
        mapping,
        left: existsSync(csv) ? read(csv) : read(join(folder, 'left.ndjson')),
        leftIsCsv: existsSync(csv),
        right: read(join(folder, 'right.ndjson')),
        links: readIfThere(join(folder, 'links.ndjson')),
      };
      const plan = await answerTo(() => workspace.plan(input));
      assert.equal(readable(plan), read(join(folder, 'expected.json')));
      workspace.dispose();
    });
  }
});

/** As the files keep a plan: every record on a line of its own. */
function readable(plan) {
  return `${plan.replace('"records":[', '"records":[\n').replaceAll(',{"object"', ',\n{"object"')}\n`;
}

describe('preview', () => {
  const cases = foldersIn(join(golden, 'preview'));
  test('there are cases', () => assert.ok(cases.length > 0));

  for (const folder of cases) {
    test(`${folder.slice(golden.length + 1)}: gives the native report and offenders`, async () => {
      const { mapping, ...schemas } = inputOf(folder);
      const records = ['records.csv', 'records.ndjson']
        .map((name) => join(folder, name))
        .find(existsSync);
      const workspace = crosswalk.workspace(schemas);
      let offenders = '';
      const report = await workspace.preview(new Uint8Array(readFileSync(records)), {
        mapping,
        format: records.endsWith('.csv') ? 'csv' : 'ndjson',
        onOffenders: (lines) => {
          offenders += lines;
        },
      });
      workspace.dispose();
      assert.equal(onLines(JSON.stringify(report)), read(join(folder, 'expected.json')));
      assert.equal(offenders, read(join(folder, 'offenders.ndjson')));
    });
  }
});

/** As the files keep a report of a preview: every finding, example and field on a line of its own. */
function onLines(report) {
  const lines = report.replace(/\{"code"|\{"salesforce"|"fields":\[/g, '\n$&');
  return `${lines.replaceAll('{"row"', '\n  {"row"')}\n`;
}
