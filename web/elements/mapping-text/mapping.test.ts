import { describe, expect, test } from 'vitest';
import { applyEdits, oneLine } from './edit.js';
import { addField, addObject, readMapping, removeField, setField, setObject } from './mapping.js';
import { parseTree, toValue } from './tree.js';

const text = `{
  "version": 1,
  "name": "Participants", // kept
  "objects": [
    {
      "platform": "participant",
      "salesforce": "Contact",
      "direction": "both",
      /* kept too */
      "fields": [
        { "platform": "email", "salesforce": "Email" }, // remark
        { "platform": "score", "salesforce": "Score__c", "direction": "push" }
      ]
    }
  ]
}
`;

const shorthand = `{
  "version": 1,
  "objects": [
    {
      "platform": "participant",
      "salesforce": "Contact",
      "fields": {
        "email": "Email",
        "a/b~c": "Odd__c"
      }
    }
  ]
}
`;

describe('reading', () => {
  test('pairs carry the pointers that findings name, and inherit their direction', () => {
    const pair = readMapping(text)?.objects[0];
    expect(pair?.fields.map((each) => [each.pointer, each.platform, each.direction])).toEqual([
      ['/objects/0/fields/0', 'email', 'both'],
      ['/objects/0/fields/1', 'score', 'push'],
    ]);
  });

  test('the short form reads like the list, with escaped pointers', () => {
    const fields = readMapping(shorthand)?.objects[0]?.fields;
    expect(fields?.map((each) => [each.pointer, each.salesforce])).toEqual([
      ['/objects/0/fields/email', 'Email'],
      ['/objects/0/fields/a~1b~0c', 'Odd__c'],
    ]);
  });

  for (const broken of ['', '{', '{"a": }', '[1,]', '{"a" 1}', '"\\x"', `${'['.repeat(100_000)}`]) {
    test(`gives nothing for ${JSON.stringify(broken.slice(0, 20))}`, () => {
      expect(readMapping(broken)).toBeUndefined();
    });
  }

  test('wrong types are passed over, not thrown at', () => {
    expect(readMapping('{"objects": 5}')?.objects).toEqual([]);
    expect(readMapping('{"objects": [7, {"fields": "x"}]}')?.objects).toHaveLength(2);
    expect(readMapping('[]')?.objects).toEqual([]);
  });
});

describe('changing', () => {
  const unchangedElsewhere = (changed: string): void => {
    expect(changed).toContain('// kept');
    expect(changed).toContain('/* kept too */');
  };

  test('a value is replaced in its place alone', () => {
    expect(setField(text, 0, 0, 'salesforce', 'Email2__c')).toBe(
      text.replace('"Email"', '"Email2__c"'),
    );
  });

  test('a member is added after the last, and taken away again', () => {
    const set = setField(text, 0, 0, 'onTooLong', 'truncate');
    expect(set).toContain('"salesforce": "Email", "onTooLong": "truncate" }');
    expect(setField(set, 0, 0, 'onTooLong', undefined)).toBe(text);
  });

  test('a pair is added on a line of its own, and removed again', () => {
    const added = addField(text, 0, { platform: 'vip', salesforce: 'VIP__c' });
    unchangedElsewhere(added);
    expect(added).toContain(
      '"push" },\n        { "platform": "vip", "salesforce": "VIP__c" }\n      ]',
    );
    expect(removeField(added, 0, 2)).toBe(text);
  });

  test('the first pair and the last one go without leaving a comma', () => {
    for (const index of [0, 1]) {
      const left = removeField(text, 0, index);
      expect(readMapping(left)?.objects[0]?.fields).toHaveLength(1);
    }
    expect(readMapping(removeField(removeField(text, 0, 0), 0, 0))?.objects[0]?.fields).toEqual([]);
  });

  test('a member added after a line with a remark leaves the remark with its line', () => {
    const changed = setObject(
      '{\n  "objects": [\n    {\n      "platform": "a" // why\n    }\n  ]\n}',
      0,
      'create',
      false,
    );
    expect(changed).toContain('"platform": "a", // why\n      "create": false\n');
  });

  test('the short form becomes a list where it must, and stays a mapping of the same pairs', () => {
    const changed = setField(shorthand, 0, 0, 'onNull', 'skip');
    expect(readMapping(changed)?.objects[0]?.fields.map((each) => each.platform)).toEqual([
      'email',
      'a/b~c',
    ]);
    expect(readMapping(changed)?.objects[0]?.fields[0]?.onNull).toBe('skip');
  });

  test('objects can be added to nothing', () => {
    const changed = addObject('{"version": 1}', { platform: 'a', salesforce: 'B', fields: [] });
    expect(readMapping(changed)?.objects[0]?.salesforce).toBe('B');
  });

  test('unreadable text stays as it is', () => {
    expect(setField('{', 0, 0, 'salesforce', 'X')).toBe('{');
    expect(addField('{', 0, {})).toBe('{');
  });
});

test('edits are applied from the end, so that offsets stay true', () => {
  const edits = [
    { offset: 0, length: 1, text: 'XX' },
    { offset: 2, length: 1, text: '' },
  ];
  expect(applyEdits('abc', edits)).toBe('XXb');
});

test('one line is JSON again', () => {
  const value = { a: [1, { b: null }], c: '"', d: {} };
  const tree = parseTree(oneLine(value));
  expect(tree && toValue(tree)).toEqual(value);
});
