// Previews through the package: rows as streams, bytes and text, here and beside the page.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { core, mapping, packageDir, schemas } from './package.mjs';

const { connect } = await import(join(packageDir, 'worker.js'));
const crosswalk = await core.load();
const workspace = crosswalk.workspace(schemas);
const remote = await connect();
const beside = await remote.workspace(schemas);
after(() => remote.dispose());

const options = { mapping: mapping('Email') };
const csv = [
  'id,email',
  'p-1,a@b.example',
  'p-2,not an address',
  `p-3,${'x'.repeat(80)}@b.example`,
  'p-4,',
  'p-5,é@b.example',
].join('\n');
const ndjson = ['{"id":"p-1","email":"a@b.example"}', '{"id":"p-2","email":null}'].join('\n');

/** The bytes in pieces of so many, as an asynchronous iterable. */
async function* pieces(text, size) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

for (const [name, face] of [
  ['here', workspace],
  ['beside the page', beside],
]) {
  describe(name, () => {
    test('rows are counted, and refused ones named with what Salesforce would say', async () => {
      const lines = [];
      const report = await face.preview(csv, {
        ...options,
        onOffenders: (portion) => lines.push(...portion.trim().split('\n').map(JSON.parse)),
      });
      assert.equal(report.rows, 5);
      assert.equal(report.refused, 2);
      assert.equal(report.accepted + report.refused, report.rows);
      assert.deepEqual(
        lines.map(({ row, salesforce, salesforceCode }) => [row, salesforce, salesforceCode]),
        [
          [2, 'Email', 'INVALID_EMAIL_ADDRESS'],
          [3, 'Email', 'STRING_TOO_LONG'],
        ],
      );
      const email = report.fields.find(({ salesforce }) => salesforce === 'Email');
      assert.deepEqual([email.nulls, email.longest, email.longestRow], [1, 90, 3]);
    });

    const forms = {
      text: csv,
      bytes: new TextEncoder().encode(csv),
      'a Blob': new Blob([csv]),
      'a stream': () => new Blob([csv]).stream(),
      'an asynchronous iterable, byte by byte': () => pieces(csv, 1),
      'UTF-16': Buffer.from(`\ufeff${csv}`, 'utf16le'),
      'semicolons, found out': csv.replaceAll(',', ';'),
    };
    for (const [form, given] of Object.entries(forms)) {
      test(`it is the same report from ${form}`, async () => {
        const rows = typeof given === 'function' ? given() : given;
        assert.deepEqual(await face.preview(rows, options), await workspace.preview(csv, options));
      });
    }

    test('NDJSON is told by its first character', async () => {
      const report = await face.preview(ndjson, options);
      assert.deepEqual([report.rows, report.refused], [2, 0]);
    });

    test('the mapping that was validated last is the one, and progress is told', async () => {
      await face.validate(mapping('Email'));
      let told;
      const report = await face.preview(csv, (progress) => {
        told = progress;
      });
      assert.deepEqual(told, { bytes: csv.length + 1, rows: report.rows, refused: 2 });
    });

    test('a preview that is cancelled says so', async () => {
      const controller = new AbortController();
      const endless = (async function* () {
        yield* pieces('id,email\n', 100);
        for (;;) {
          yield new TextEncoder().encode('p,a@b.example\n'.repeat(1000));
          controller.abort();
        }
      })();
      const signal = controller.signal;
      await assert.rejects(face.preview(endless, { ...options, signal }), { code: 'cancelled' });
      await assert.rejects(face.preview(csv, { ...options, signal }), { code: 'cancelled' });
    });

    test('what cannot be previewed is refused with a code', async () => {
      const bad = { mapping: { version: 1, objects: 5 } };
      await assert.rejects(face.preview(csv, bad), { code: 'mappingInvalid' });
      await assert.rejects(face.preview(7, options), { code: 'badInput' });
      await assert.rejects(face.preview(csv, { ...options, format: 'xls' }), { code: 'badInput' });
      await assert.rejects(face.preview(csv, { ...options, object: 'nobody' }), {
        name: 'CrosswalkError',
      });
    });
  });
}

test('many previews follow each other', async () => {
  for (let round = 0; round < 40; round += 1) {
    assert.equal((await workspace.preview(csv, options)).rows, 5);
  }
});

test('a disposed workspace refuses', async () => {
  const brief = crosswalk.workspace(schemas);
  brief.dispose();
  await assert.rejects(brief.preview(csv, options), { code: 'workspaceClosed' });
});
