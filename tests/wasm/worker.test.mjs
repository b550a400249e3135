// The Worker client, with the Workers of Node: the same answers as the face beside it, numbered
// requests, older checks dropped, and a new Worker for one that has died.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { core, mapping, packageDir, schemas } from './package.mjs';

const { connect } = await import(join(packageDir, 'worker.js'));
const crosswalk = await core.load();
const local = crosswalk.workspace(schemas);
const remote = await connect();
after(() => remote.dispose());

/** A Worker of these lines; `serve` is at hand. */
function worker(lines) {
  const script = `
    const { serve } = await import(${JSON.stringify(pathToFileURL(join(packageDir, 'worker_serve.js')))});
    const { parentPort } = await import('node:worker_threads');
    ${lines}`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
}

/** Serves, and does something of its own at a text that says so. */
const withFits = `
  parentPort.on('message', ({ given }) => {
    const text = JSON.stringify(given ?? '');
    if (text.includes('EXIT')) process.exit(1);
    if (text.includes('THROW')) throw new Error('a fit');
    if (text.includes('HANG')) for (;;);
  });
  await serve();`;

describe('the same interface', () => {
  test('every method answers what the face answers', async () => {
    const workspace = await remote.workspace(schemas);
    const text = JSON.stringify(mapping('Emial'));
    const report = local.validate(text);
    assert.deepEqual(await workspace.validate(text), report);
    const [fix] = report.diagnostics[0].fixes;
    assert.equal(await workspace.applyFix(text, fix), local.applyFix(text, fix));
    assert.deepEqual(await workspace.complete('/objects/0'), local.complete('/objects/0'));
    assert.deepEqual(await workspace.complete(text, ''), local.complete(text, ''));
    const query = 'SELECT Emial FROM Contact';
    assert.deepEqual(await workspace.soql(query), local.soql(query));
    assert.deepEqual(await remote.soql(query), crosswalk.soql(query));
    assert.deepEqual(
      await workspace.compat('email', 'Contact.Email'),
      local.compat('email', 'Contact.Email'),
    );
    assert.deepEqual(await remote.compat('text', 'url'), crosswalk.compat('text', 'url'));
    assert.deepEqual(await remote.matrix(), await crosswalk.matrix());
    assert.deepEqual(await remote.codes(), await crosswalk.codes());
    assert.deepEqual(await workspace.explain('CW2104'), await crosswalk.explain('CW2104'));
    const input = { ...schemas, mapping: text };
    assert.deepEqual(await remote.validate(input), report);
    assert.deepEqual(await workspace.suggest(), await local.suggest());
    const records = { mapping: mapping('Email'), left: '', right: '' };
    assert.deepEqual(await workspace.plan(records), await local.plan(records));
    assert.deepEqual(await remote.plan({ ...schemas, ...records }), await local.plan(records));
    workspace.dispose();
  });

  test('both faces have the same methods', async () => {
    const methodsOf = (face) => {
      const names = new Set();
      for (let each = face; each !== Object.prototype; each = Object.getPrototypeOf(each)) {
        for (const name of Object.getOwnPropertyNames(each)) {
          if (typeof face[name] === 'function') names.add(name);
        }
      }
      return [...names];
    };
    const workspace = await remote.workspace(schemas);
    const publicOf = (face) =>
      methodsOf(face).filter(
        (name) => !['constructor', 'ask', 'open', 'openRecords', 'editsOf'].includes(name),
      );
    assert.deepEqual(publicOf(workspace).sort(), publicOf(local).sort());
    assert.deepEqual(publicOf(remote).sort(), [...publicOf(crosswalk), 'dispose'].sort());
    workspace.dispose();
  });

  test('a refusal keeps its code', async () => {
    const workspace = await remote.workspace(schemas);
    await assert.rejects(workspace.complete(mapping('Email'), 'objects'), { code: 'badInput' });
    await assert.rejects(remote.workspace(undefined), { code: 'badInput' });
    await assert.rejects(
      workspace.validate(() => {}),
      { code: 'badInput' },
    );
    workspace.dispose();
    await assert.rejects(workspace.validate('{}'), { code: 'workspaceClosed' });
  });

  test('answers find their requests', async () => {
    const workspace = await remote.workspace(schemas);
    const pointers = ['', '/objects/0', '/objects/0/owner', '/objects/0/fields/0/salesforce'];
    const answers = await Promise.all(pointers.map((each) => workspace.complete('{}', each)));
    assert.deepEqual(
      answers,
      pointers.map((each) => local.complete('{}', each)),
    );
    workspace.dispose();
  });
});

test('a newer check supersedes an older one that waits', async () => {
  const workspace = await remote.workspace(schemas);
  const other = await remote.workspace(schemas);
  const checks = ['Email', 'Emial', 'Emali', 'Id'].map((field) =>
    workspace.validate(mapping(field)),
  );
  const beside = other.validate(mapping('Email'));
  const done = await Promise.allSettled(checks);
  // The first is on its way before the others come.
  assert.deepEqual(done[0].value, local.validate(mapping('Email')));
  assert.equal(done[1].reason.code, 'superseded');
  assert.equal(done[2].reason.code, 'superseded');
  assert.deepEqual(done[3].value, local.validate(mapping('Id')));
  assert.equal((await beside).ok, true);
});

describe('a Worker that dies is replaced', () => {
  for (const fit of ['EXIT', 'THROW', 'HANG']) {
    test(fit, async () => {
      let made = 0;
      const patient = { patienceMs: 3_000 };
      const client = await connect(() => {
        made += 1;
        return worker(withFits);
      }, patient);
      const workspace = await client.workspace(schemas);
      const lost = workspace.validate(fit);
      const next = workspace.complete('{}', '/objects/0/owner');
      await assert.rejects(lost, { code: 'workerLost' });
      // What waited goes on, in the same workspace.
      assert.deepEqual(await next, local.complete('{}', '/objects/0/owner'));
      assert.deepEqual(
        await workspace.validate(mapping('Emial')),
        local.validate(mapping('Emial')),
      );
      assert.equal(made, 2);
      client.dispose();
    });
  }

  test('one that was given itself is replaced by the own script', async () => {
    const client = await connect(worker(withFits));
    const workspace = await client.workspace(schemas);
    await assert.rejects(workspace.validate('EXIT'), { code: 'workerLost' });
    assert.equal((await workspace.validate(mapping('Email'))).ok, true);
    client.dispose();
  });

  test('one that cannot start is refused', async () => {
    await assert.rejects(
      connect(() => worker('throw new Error("no start")')),
      {
        code: 'workerLost',
        message: /no start/,
      },
    );
    await assert.rejects(connect(undefined, { wasm: new Uint8Array([1, 2, 3]) }));
  });
});

test('after its disposal a client refuses, what waits as well', async () => {
  const client = await connect();
  const workspace = await client.workspace(schemas);
  const waiting = [workspace.validate('{}'), workspace.complete('{}', '')];
  client.dispose();
  for (const each of [...waiting, client.codes(), client.workspace(schemas)]) {
    await assert.rejects(each, { code: 'disposed' });
  }
});
