// No input ends the module: every method with garbage. A call answers or throws a CrosswalkError, and
// the next good call works, on the same instance or on the one that has taken its place.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core, mapping, schemas } from './package.mjs';

const crosswalk = await core.load();
const workspace = crosswalk.workspace(schemas);
const good = workspace.validate(mapping('Emial'));
const { CrosswalkError } = core;

const cycle = {};
cycle.self = cycle;
const nested = (levels) => JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`);

const garbage = {
  undefined: undefined,
  null: null,
  'a number': 5,
  NaN: Number.NaN,
  'a BigInt': 5n,
  true: true,
  'a symbol': Symbol('x'),
  'a function': () => {},
  'an empty text': '',
  'a text that is no JSON': '{"version": 1,',
  'binary text': '\0\x01\ufffe\ud800',
  'half a surrogate pair': '"\udc00"',
  'a depth bomb': '['.repeat(1_000_000),
  'a deep object': '{"a":'.repeat(100_000),
  'a million keys': `{${Array.from({ length: 1_000_000 }, (_, i) => `"k${i}":0`).join(',')}}`,
  'a text of 50 MB': 'x'.repeat(50 << 20),
  'a JSON text of 50 MB': `"${'x'.repeat(50 << 20)}"`,
  'an empty object': {},
  'an empty array': [],
  'an array of nothing': new Array(1000),
  'a cycle': cycle,
  'a deep value': nested(2000),
  'a date': new Date(0),
  'wrong types everywhere': {
    version: [],
    name: {},
    objects: { a: 1 },
    platform: 1,
    salesforce: 2,
  },
  'a member called __proto__': JSON.parse('{"__proto__": {"objects": []}, "constructor": 1}'),
  'an object that refuses': {
    toJSON() {
      throw new Error('no');
    },
  },
};

const calls = {
  validate: (given) => crosswalk.validate(given),
  'validate, a mapping': (given) => crosswalk.validate({ ...schemas, mapping: given }),
  'validate, a platform schema': (given) =>
    crosswalk.validate({ ...schemas, platform: given, mapping: mapping('Email') }),
  'validate, a describe': (given) =>
    crosswalk.validate({ ...schemas, salesforce: [given], mapping: mapping('Email') }),
  'validate, describes': (given) =>
    crosswalk.validate({ ...schemas, salesforce: given, mapping: mapping('Email') }),
  "validate, an admin's describe": (given) =>
    crosswalk.validate({ ...schemas, admin: [given], mapping: mapping('Email') }),
  'validate, an org': (given) =>
    crosswalk.validate({ ...schemas, org: given, mapping: mapping('Email') }),
  'validate, a policy': (given) =>
    crosswalk.validate({ ...schemas, policy: given, mapping: mapping('Email') }),
  workspace: (given) => crosswalk.workspace(given).dispose(),
  'workspace.validate': (given) => workspace.validate(given),
  plan: (given) => crosswalk.plan(given),
  'workspace.suggest': (given) => workspace.suggest(given),
  'workspace.suggest, records': (given) => workspace.suggest({ records: given, object: given }),
  'workspace.preview': (given) => workspace.preview(given),
  'workspace.preview, options': (given) => workspace.preview('id\n1', given),
  'workspace.preview, a mapping': (given) => workspace.preview('id\n1', { mapping: given }),
  'workspace.preview, an object': (given) =>
    workspace.preview('id\n1', { mapping: mapping('Email'), object: given, format: given }),
  'workspace.plan': (given) => workspace.plan(given),
  'workspace.plan, a mapping': (given) => workspace.plan({ mapping: given, left: '', right: '' }),
  'workspace.plan, records': (given) =>
    workspace.plan({ mapping: mapping('Email'), left: given, right: given, links: given }),
  'workspace.complete, a mapping': (given) => workspace.complete(given, '/objects/0/fields'),
  'workspace.complete, a pointer': (given) => workspace.complete(mapping('Email'), given),
  'workspace.complete, nothing but a pointer': (given) => workspace.complete(given),
  soql: (given) => crosswalk.soql(given),
  'workspace.soql': (given) => workspace.soql(given),
  'workspace.soql, an object': (given) => workspace.soql('Name = 1', { object: given }),
  'workspace.soql, options': (given) => workspace.soql('Name = 1', given),
  'compat, a platform field': (given) => crosswalk.compat(given, 'email'),
  'compat, a platform type': (given) => crosswalk.compat({ type: given }, 'email'),
  'compat, a Salesforce field': (given) => crosswalk.compat('text', given),
  'compat, a describe type': (given) => workspace.compat('text', { type: given, length: given }),
  explain: (given) => crosswalk.explain(given),
  'applyFix, a mapping': (given) => crosswalk.applyFix(given, { title: '', patch: [] }),
  'applyFix, a fix': (given) => crosswalk.applyFix('{}', given),
  'applyFix, edits': (given) => crosswalk.applyFix('{}', { title: '', patch: [], edits: given }),
  'applyFix, a patch': (given) => crosswalk.applyFix('{}', { title: '', patch: given }),
  'applyFix, a step': (given) => crosswalk.applyFix({ a: 1 }, { title: '', patch: [given] }),
  'applyFix, a path': (given) =>
    crosswalk.applyFix({ a: 1 }, { title: '', patch: [{ op: 'add', path: given, value: 1 }] }),
};

for (const [name, call] of Object.entries(calls)) {
  test(`${name}: no garbage ends it`, async () => {
    for (const [kind, given] of Object.entries(garbage)) {
      try {
        await call(given);
      } catch (thrown) {
        assert.ok(thrown instanceof CrosswalkError, `${kind}: ${thrown?.stack}`);
        assert.notEqual(thrown.code, 'internal', `${kind}: ${thrown.message}`);
        assert.notEqual(thrown.code, 'coreStopped', `${kind}: ${thrown.cause}`);
      }
    }
    assert.deepEqual(workspace.validate(mapping('Emial')), good);
  });
}
