// The module's face on Node: loading, workspaces, bad input, and recovery of a stopped instance.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { core, mapping, packageDir, schemas } from './package.mjs';

const crosswalk = await core.load();

test('a good mapping gives a report without findings', () => {
  const report = crosswalk.validate({ ...schemas, mapping: mapping('Email') });
  assert.deepEqual(report, { ok: true, errors: 0, warnings: 0, diagnostics: [] });
});

test('an unknown field is named with its place and a fix that mends the text', () => {
  const text = `// kept\n${JSON.stringify(mapping('Emial'), null, 2)}`;
  const report = crosswalk.validate({ ...schemas, mapping: text });
  assert.equal(report.errors, 1);
  const [finding] = report.diagnostics;
  assert.equal(finding.pointer, '/objects/0/fields/0/salesforce');
  const line = text.split('\n')[finding.line - 1];
  assert.ok(line.slice(finding.column - 1).startsWith('"Emial"'));

  const [edit] = finding.fixes[0].edits;
  const mended = text.slice(0, edit.offset) + edit.text + text.slice(edit.offset + edit.length);
  assert.ok(mended.startsWith('// kept\n'));
  assert.equal(crosswalk.validate({ ...schemas, mapping: mended }).ok, true);
});

test('a workspace answers what the one-shot answers', () => {
  const workspace = crosswalk.workspace(schemas);
  for (const field of ['Email', 'Emial', '']) {
    const document = mapping(field);
    assert.deepEqual(
      workspace.validate(document),
      crosswalk.validate({ ...schemas, mapping: document }),
    );
  }
  workspace.dispose();
});

test('a schema that cannot be read is named by the workspace as by the one-shot', () => {
  const broken = { platform: '{"version": 1, "objects": 7}', salesforce: schemas.salesforce };
  const workspace = crosswalk.workspace(broken);
  const report = workspace.validate(mapping('Email'));
  assert.equal(report.ok, false);
  assert.deepEqual(report, crosswalk.validate({ ...broken, mapping: mapping('Email') }));
  workspace.dispose();
});

test('a disposed workspace refuses, and disposing twice is harmless', () => {
  const workspace = crosswalk.workspace(schemas);
  workspace.dispose();
  workspace.dispose();
  assert.throws(() => workspace.validate(mapping('Email')), { code: 'workspaceClosed' });
});

test('more workspaces than the bound are refused until one is disposed of', () => {
  const open = Array.from({ length: 64 }, () => crosswalk.workspace(schemas));
  assert.throws(() => crosswalk.workspace(schemas), { code: 'tooManyWorkspaces' });
  open.pop().dispose();
  open.push(crosswalk.workspace(schemas));
  for (const each of open) each.dispose();
});

const badTexts = [
  ['empty text', ''],
  ['text that is no JSON', '{"version": 1,'],
  ['a depth bomb', '['.repeat(1_000_000)],
  ['a deep object', '{"a":'.repeat(100_000)],
  ['a number', '5'],
  ['null', 'null'],
  ['half a surrogate pair', '{"version": 1, "name": "\ud83d", "objects": []'],
  ['a NUL character', '{"version"\0: 1}'],
  ['a duplicate key', '{"version": 1, "version": 1, "objects": []}'],
  ['wrong types everywhere', '{"version": [], "name": {}, "objects": {"a": 1}}'],
];

for (const [name, text] of badTexts) {
  test(`bad input gives a report with a place: ${name}`, () => {
    const report = crosswalk.validate({ ...schemas, mapping: text });
    assert.equal(report.ok, false);
    assert.ok(report.errors >= 1);
    for (const finding of report.diagnostics) {
      assert.match(finding.code, /^CW\d{4}$/);
      assert.ok(finding.message.length > 0);
    }
  });
}

test('a text over the size bound gives a report', () => {
  const report = crosswalk.validate({ ...schemas, mapping: `"${'x'.repeat(33 << 20)}"` });
  assert.equal(report.ok, false);
});

test('positions after characters outside the first plane count UTF-16 units', () => {
  const document = mapping('Emial');
  document.name = '𝔓articipants 🎟️';
  const text = JSON.stringify(document);
  const [finding] = crosswalk.validate({ ...schemas, mapping: text }).diagnostics;
  assert.ok(text.slice(finding.column - 1).startsWith('"Emial"'));
});

test('the modules load from bytes and compiled', async () => {
  const bytes = readFileSync(join(packageDir, 'crosswalk.wasm'));
  const records = readFileSync(join(packageDir, 'crosswalk_records.wasm'));
  for (const [wasm, recordsWasm] of [
    [bytes, records],
    [await WebAssembly.compile(bytes), await WebAssembly.compile(records)],
  ]) {
    const loaded = await core.load({ wasm, recordsWasm });
    await loaded.plan({ ...schemas, mapping: mapping('Email'), left: '', right: '' });
    assert.equal(loaded.validate({ ...schemas, mapping: mapping('Email') }).ok, true);
  }
});

test('bytes that are no WebAssembly are refused when they are needed', async () => {
  const wasm = new Uint8Array([1, 2, 3, 4]);
  await assert.rejects(core.load({ wasm }), WebAssembly.CompileError);
  const loaded = await core.load({ recordsWasm: wasm });
  const input = { ...schemas, mapping: mapping('Email'), left: '', right: '' };
  assert.equal(loaded.validate(input).ok, true);
  await assert.rejects(loaded.plan(input), WebAssembly.CompileError);
});

const records = {
  left: '{"object":"participant","key":"p-1","fields":{"id":"p-1","email":"a@b.example"}}\n',
  right: '{"attributes":{"type":"Contact"},"Id":"003000000000001AAA","Email":"x@y.example"}\n',
};

test('a plan says what would be written, alike for one-shot and workspace', async () => {
  const input = { ...records, mapping: mapping('Email') };
  const plan = await crosswalk.plan({ ...schemas, ...input });
  assert.equal(plan.totals.salesforce.create, 1);
  const workspace = crosswalk.workspace(schemas);
  assert.deepEqual(await workspace.plan(input), plan);
  workspace.dispose();
});

test('records that cannot be read are refused with their place', async () => {
  const input = { ...schemas, ...records, mapping: mapping('Email'), left: '{"object":1}\n' };
  await assert.rejects(crosswalk.plan(input), { name: 'CrosswalkError', path: /^left:1:/ });
});

test('fields that belong together are suggested, with a score and a reason', async () => {
  const workspace = crosswalk.workspace(schemas);
  const suggested = await workspace.suggest();
  const email = suggested.find(({ platform }) => platform === 'email');
  assert.equal(email.salesforce, 'Email');
  assert.ok(email.score > 0.8 && email.reason.length > 0, JSON.stringify(email));
  assert.deepEqual(
    await workspace.suggest({ records: 'id,email\np,a@b.example', recordsAreCsv: true }),
    suggested,
  );
  workspace.dispose();
});

test('a mapping with errors is refused by the plan', async () => {
  const input = { ...schemas, ...records, mapping: { version: 1, objects: 5 } };
  await assert.rejects(crosswalk.plan(input), { code: 'mappingInvalid' });
});
