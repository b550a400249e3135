// Documents made to hurt, in the module: each is answered by findings with places, and none stops the
// instance. tests/core/robustness has the long list, natively; here stand those where memory or stack
// could be short.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { core, mapping, schemas } from './package.mjs';

const crosswalk = await core.load();
const fields = (text) => `{"name":"X","queryable":true,"fields":[${text}]}`;
const hostile = {
  'deep lists': '['.repeat(100_000),
  'deep wrappings': '[{"results":[{"body":'.repeat(100_000),
  'a deep member that is passed over': fields(`{"name":"a","x":${'['.repeat(100_000)}`),
  'a name of 20 MB': `{"version":1,"name":"${'x'.repeat(20 << 20)}","fields":[]}`,
  'a key of 5 MB': `{"${'x'.repeat(5 << 20)}":1}`,
  'eight million items': `[${'0,'.repeat(8_000_000)}0]`,
  'a million fields': fields(`${'{"name":"a"},'.repeat(900_000)}0`),
  'two million values': fields(`{"name":"a","picklistValues":[${'{},'.repeat(1_900_000)}0]}`),
  'seven million lines': `${'\n'.repeat(7 << 20)}{"version":2,"name":3}`,
  'half a pair': '{"name":"\\ud83d"}',
  'a zero byte': '{"name":"a\0b"}',
};
const places = {
  platform: (text) => ({ ...schemas, platform: text, mapping: mapping('Email') }),
  describe: (text) => ({ ...schemas, salesforce: [text], mapping: mapping('Email') }),
  org: (text) => ({ ...schemas, org: text, mapping: mapping('Email') }),
  mapping: (text) => ({ ...schemas, mapping: text }),
};

for (const [place, input] of Object.entries(places)) {
  for (const [name, text] of Object.entries(hostile)) {
    test(`${place}: ${name}`, () => {
      const { diagnostics } = crosswalk.validate(input(text));
      assert.ok(diagnostics.length <= 1000);
      for (const found of diagnostics) assert.ok(found.line >= 1 && found.column >= 1, found.code);
    });
  }
  test(`${place}: cut off at every byte`, () => {
    const whole = '{"version":1,"name":"é😀","fields":[],"limits":{}}';
    for (let end = 1; end < whole.length; end += 1) {
      assert.equal(crosswalk.validate(input(whole.slice(0, end))).ok, false, whole.slice(0, end));
    }
  });
}
