// An instance that has stopped is dropped, and what was open goes on in a new one. Every instance is
// made under watch here, so that one can be made to trap on demand.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { core, mapping, schemas } from './package.mjs';

const RealInstance = WebAssembly.Instance;
let made = 0;
let trapping = false;

WebAssembly.Instance = class {
  constructor(module, imports) {
    made += 1;
    const watched = Object.entries(new RealInstance(module, imports).exports).map(
      ([name, item]) => [
        name,
        typeof item === 'function' ? (...given) => (trapping ? trap() : item(...given)) : item,
      ],
    );
    this.exports = Object.fromEntries(watched);
  }
};

function trap() {
  throw new WebAssembly.RuntimeError('unreachable');
}

beforeEach(() => {
  made = 0;
  trapping = false;
});

test('a trap refuses one call, and the next has a new instance with the same workspace', async () => {
  const workspace = (await core.load()).workspace(schemas);
  const before = workspace.validate(mapping('Emial'));
  assert.equal(made, 1);

  trapping = true;
  assert.throws(() => workspace.validate(mapping('Emial')), { code: 'coreStopped' });
  trapping = false;

  assert.deepEqual(workspace.validate(mapping('Emial')), before);
  assert.equal(made, 2);
  workspace.dispose();
});

test('disposing of a workspace of a dropped instance touches no other workspace', async () => {
  const crosswalk = await core.load();
  const old = crosswalk.workspace(schemas);
  trapping = true;
  assert.throws(() => old.validate(mapping('Email')), { code: 'coreStopped' });
  trapping = false;

  const fresh = crosswalk.workspace(schemas);
  old.dispose();
  assert.equal(fresh.validate(mapping('Email')).ok, true);
  fresh.dispose();
});

test('a call that finds no stack left does not spoil the calls after it', async () => {
  const workspace = (await core.load()).workspace(schemas);
  const before = workspace.validate(mapping('Emial'));
  // The deepest frames have no room for the module; the first that has answers.
  const descend = () => {
    try {
      return descend();
    } catch {
      return workspace.validate(mapping('Emial'));
    }
  };
  assert.deepEqual(descend(), before);
  assert.deepEqual(workspace.validate(mapping('Emial')), before);
  workspace.dispose();
});
