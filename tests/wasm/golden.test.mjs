// The golden cases that the native tests run, through WebAssembly: the answers must be equal bytes,
// so the module's own answer is compared, before anything parses it.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { packageDir, sourceDir } from './package.mjs';

const { compile, instantiate } = await import(join(packageDir, 'instance.js'));
const module = instantiate(await compile());
const golden = join(sourceDir, 'tests/golden');
const encoder = new TextEncoder();

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
    org: readIfThere(join(folder, 'org.json')),
  };
}

function call(handle, operation, input) {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  return module.call(handle, operation, encoder.encode(text));
}

describe('validate', () => {
  const cases = foldersIn(join(golden, 'validate'));
  test('there are cases', () => assert.ok(cases.length > 0));

  for (const folder of cases) {
    const name = folder.slice(golden.length + 1);
    const expected = read(join(folder, 'expected.json'));
    test(`${name}: the one-shot gives the native bytes`, () => {
      assert.equal(`${call(0, 'validate', inputOf(folder))}\n`, expected);
    });
    test(`${name}: a workspace gives the native bytes`, () => {
      const { mapping, ...schemas } = inputOf(folder);
      const { handle } = JSON.parse(module.open(encoder.encode(JSON.stringify(schemas))));
      assert.equal(`${call(handle, 'validate', mapping)}\n`, expected);
      module.close(handle);
    });
  }
});

describe('plan', () => {
  const cases = foldersIn(join(golden, 'plan'));
  test('there are cases', () => assert.ok(cases.length > 0));

  for (const folder of cases) {
    test(`${folder.slice(golden.length + 1)}: gives the native bytes`, () => {
      const { mapping, ...schemas } = inputOf(folder);
      const { handle } = JSON.parse(module.open(encoder.encode(JSON.stringify(schemas))));
      const csv = join(folder, 'left.csv');
      const plan = call(handle, 'plan', {
        mapping,
        left: existsSync(csv) ? read(csv) : read(join(folder, 'left.ndjson')),
        leftIsCsv: existsSync(csv),
        right: read(join(folder, 'right.ndjson')),
        links: readIfThere(join(folder, 'links.ndjson')),
      });
      assert.equal(readable(plan), read(join(folder, 'expected.json')));
      module.close(handle);
    });
  }
});

/** As the files keep a plan: every record on a line of its own. */
function readable(plan) {
  return `${plan.replace('"records":[', '"records":[\n').replaceAll(',{"object"', ',\n{"object"')}\n`;
}
