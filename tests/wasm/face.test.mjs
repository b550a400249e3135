// The methods beside checking: completion, fixes, SOQL, the type relation, the catalogue.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { core, mapping, schemas } from './package.mjs';

const crosswalk = await core.load();
const workspace = crosswalk.workspace(schemas);

describe('complete', () => {
  const place = '/objects/0/fields/0/salesforce';

  test('fields come with type, label, length and whether they fit, what fits first', () => {
    const offers = workspace.complete(mapping(''), place);
    const [first] = offers;
    assert.equal(first.kind, 'salesforceField');
    assert.equal(first.value, 'Email');
    assert.equal(first.type, 'Email');
    assert.equal(first.length, 80);
    assert.equal(first.likely, true);
    assert.equal(first.fit.class, 'exact');
    assert.deepEqual(
      offers.filter((offer) => offer.readOnly).map((offer) => offer.value),
      ['Id', 'SystemModstamp'],
    );
    assert.equal(offers.at(-1).fit.class, 'incompatible');
  });

  test('text that is broken is used up to its break', () => {
    const text = JSON.stringify(mapping('Em'));
    const broken = text.slice(0, text.indexOf('"Em') + 3);
    assert.deepEqual(workspace.complete(broken, place), workspace.complete(text, place));
  });

  test('without a mapping the one that was validated last is meant', () => {
    workspace.validate(mapping(''));
    assert.deepEqual(workspace.complete(place), workspace.complete(mapping(''), place));
  });

  test('what an offer says can stand there', () => {
    for (const pointer of ['/objects/0/direction', '/objects/0/create', '/objects/0/owner']) {
      for (const { value } of workspace.complete(mapping('Email'), pointer)) {
        const document = mapping('Email');
        document.objects[0][pointer.split('/').at(-1)] = value;
        const { diagnostics } = workspace.validate(document);
        assert.deepEqual(
          diagnostics.filter((each) => each.pointer === pointer && each.code.startsWith('CW11')),
          [],
          `${pointer}: ${value}`,
        );
      }
    }
  });

  test('a pointer that is none is refused', () => {
    assert.throws(() => workspace.complete(mapping(''), 'objects'), { code: 'badInput' });
  });
});

describe('applyFix', () => {
  const misspelt = `{
  // the people
  "version": 1, "name": "Participants",
  "objects": [{ "platform": "participant", "salesforce": "Contact", "match": { "externalId": "Participant_Id__c" },
    "fields": [{ "platform": "email", "salesforce": "Emial" /* sic */ }] }]
}`;

  test('a text keeps its comments and layout', () => {
    const [finding] = workspace.validate(misspelt).diagnostics;
    const mended = workspace.applyFix(misspelt, finding.fixes[0]);
    assert.equal(mended, misspelt.replace('Emial', 'Email'));
  });

  test('a fix without edits is said in the text by its patch', () => {
    const [finding] = workspace.validate(misspelt).diagnostics;
    const { edits, ...fix } = finding.fixes[0];
    assert.ok(edits.length > 0);
    assert.equal(crosswalk.applyFix(misspelt, fix), misspelt.replace('Emial', 'Email'));
  });

  test('a value is answered by a changed copy', () => {
    const given = mapping('Emial');
    const [finding] = workspace.validate(given).diagnostics;
    assert.deepEqual(workspace.applyFix(given, finding.fixes[0]), mapping('Email'));
    assert.deepEqual(given, mapping('Emial'));
  });

  const document = { a: [1, 2, 3], b: { c: 1 } };
  const patches = [
    [
      'add to an object',
      [{ op: 'add', path: '/b/d', value: 2 }],
      { ...document, b: { c: 1, d: 2 } },
    ],
    ['add to a list', [{ op: 'add', path: '/a/1', value: 9 }], { ...document, a: [1, 9, 2, 3] }],
    ['add at the end', [{ op: 'add', path: '/a/-', value: 9 }], { ...document, a: [1, 2, 3, 9] }],
    ['remove', [{ op: 'remove', path: '/a/0' }], { ...document, a: [2, 3] }],
    ['replace', [{ op: 'replace', path: '/b', value: null }], { ...document, b: null }],
    ['replace all', [{ op: 'replace', path: '', value: { z: 1 } }], { z: 1 }],
    ['move', [{ op: 'move', from: '/b/c', path: '/b/x~1y' }], { ...document, b: { 'x/y': 1 } }],
    ['copy', [{ op: 'copy', from: '/a', path: '/c' }], { ...document, c: [1, 2, 3] }],
    ['test', [{ op: 'test', path: '/b', value: { c: 1 } }], document],
  ];
  for (const [name, patch, expected] of patches) {
    test(`patch: ${name}`, () => {
      assert.deepEqual(crosswalk.applyFix(document, { title: '', patch }), expected);
    });
  }

  test('a member called __proto__ becomes a member', () => {
    const patch = [{ op: 'add', path: '/__proto__', value: { polluted: true } }];
    const changed = crosswalk.applyFix({}, { title: '', patch });
    assert.deepEqual(Object.keys(changed), ['__proto__']);
    assert.equal({}.polluted, undefined);
  });

  const unfit = [
    ['an edit beyond the end', '{}', { patch: [], edits: [{ offset: 1, length: 9, text: '' }] }],
    [
      'edits that overlap',
      '{"a":1}',
      {
        patch: [],
        edits: [
          { offset: 0, length: 5, text: '' },
          { offset: 3, length: 1, text: '' },
        ],
      },
    ],
    ['a place that is not there', { a: 1 }, { patch: [{ op: 'remove', path: '/b' }] }],
    ['a place beyond a list', { a: [] }, { patch: [{ op: 'add', path: '/a/1', value: 1 }] }],
    ['a test that fails', { a: 1 }, { patch: [{ op: 'test', path: '/a', value: 2 }] }],
    ['a step that nobody knows', { a: 1 }, { patch: [{ op: 'burn', path: '/a' }] }],
    ['a text without the place', '{"a":1}', { patch: [{ op: 'remove', path: '/b' }] }],
  ];
  for (const [name, given, fix] of unfit) {
    test(`refused: ${name}`, () => {
      assert.throws(() => crosswalk.applyFix(given, { title: '', ...fix }), {
        code: 'fixDoesNotFit',
      });
    });
  }
});

describe('soql', () => {
  test('without a schema the language alone', () => {
    assert.equal(crosswalk.soql('SELECT Nothing FROM Nowhere').ok, true);
    const [finding] = crosswalk.soql('SELECT Id FORM Contact').diagnostics;
    assert.match(finding.code, /^CW40/);
    assert.equal(finding.line, 1);
  });

  test('a workspace knows the fields', () => {
    assert.equal(workspace.soql('SELECT Email FROM Contact').ok, true);
    const report = workspace.soql('SELECT Emial FROM Contact');
    assert.equal(report.ok, false);
    const { fixes } = report.diagnostics[0];
    assert.equal(
      workspace.applyFix('SELECT Emial FROM Contact', fixes[0]),
      'SELECT Email FROM Contact',
    );
  });

  test('with an object it is a condition', () => {
    assert.equal(workspace.soql("Email = 'a'", { object: 'Contact' }).ok, true);
    assert.equal(workspace.soql("Emial = 'a'", { object: 'Contact' }).ok, false);
    assert.equal(workspace.soql('SELECT Id FROM Contact', { object: 'Contact' }).ok, false);
  });
});

describe('compat', () => {
  test('types, fields of the schemas and fields that are given whole', () => {
    const long = workspace.compat(
      { type: 'text', maxLength: 300 },
      { type: 'string', length: 255, createable: true, updateable: true },
    );
    assert.equal(long.toSalesforce.class, 'conditional');
    assert.match(long.toSalesforce.reason, /300/);
    assert.equal(
      workspace.compat('participant.email', 'Contact.Email').toSalesforce.class,
      'exact',
    );
    assert.equal(workspace.compat('email', 'Contact.Id').toSalesforce.class, 'incompatible');
    assert.equal(crosswalk.compat('date', 'checkbox').toSalesforce.class, 'incompatible');
  });

  const unknown = [
    ['txt', 'email'],
    ['text', 'mail'],
    ['participant.mail', 'Contact.Email'],
    ['email', 'Contact.Mail'],
    ['email', 'Kontact.Email'],
  ];
  for (const [platform, salesforce] of unknown) {
    test(`refused: ${platform} and ${salesforce}`, () => {
      assert.throws(() => workspace.compat(platform, salesforce), { code: 'notFound' });
    });
  }

  test('the matrix agrees with the single verdicts', async () => {
    const { platformTypes, columns, verdicts, toSalesforce, toPlatform } = await crosswalk.matrix();
    assert.ok(platformTypes.length >= 24 && columns.length >= 40);
    for (const [row, { name }] of platformTypes.entries()) {
      assert.equal(toSalesforce[row].length, columns.length);
      for (const [place, column] of columns.entries()) {
        const both = {
          toSalesforce: verdicts[toSalesforce[row][place]],
          toPlatform: verdicts[toPlatform[row][place]],
        };
        assert.deepEqual(crosswalk.compat(name, column.name), both, `${name} ${column.name}`);
      }
    }
  });
});

describe('explain', () => {
  test('every code of the catalogue explains itself', async () => {
    const codes = await crosswalk.codes();
    assert.ok(codes.length > 50);
    for (const each of codes) {
      assert.deepEqual(await crosswalk.explain(each.code), each);
      for (const member of ['title', 'cause', 'cure', 'example', 'family']) {
        assert.ok(each[member].length > 0, `${each.code}: ${member}`);
      }
    }
  });

  test('a code as a person types it is found, one that nobody knows is not', async () => {
    assert.equal((await workspace.explain(' cw2104')).code, 'CW2104');
    assert.equal(await crosswalk.explain('CW9999'), null);
  });
});

describe('disposal', () => {
  test('a disposed workspace refuses, and disposing twice is harmless', async () => {
    const brief = crosswalk.workspace(schemas);
    brief.dispose();
    brief[Symbol.dispose]();
    for (const call of [
      () => brief.validate(mapping('Email')),
      () => brief.complete(mapping('Email'), ''),
      () => brief.soql('SELECT Id FROM Contact'),
    ]) {
      assert.throws(call, { code: 'workspaceClosed' });
    }
    const plan = brief.plan({ mapping: mapping('Email'), left: '', right: '' });
    await assert.rejects(plan, { code: 'workspaceClosed' });
    assert.equal((await brief.explain('CW2104')).code, 'CW2104');
  });

  test('workspaces that nobody holds any more are freed', async () => {
    const { setFlagsFromString } = await import('node:v8');
    const { runInNewContext } = await import('node:vm');
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc');
    const fresh = await core.load();
    for (let i = 0; i < 200; i += 1) {
      try {
        fresh.workspace(schemas);
      } catch (thrown) {
        assert.equal(thrown.code, 'tooManyWorkspaces');
        collect();
        // Finalisation comes as a task of its own.
        await new Promise((done) => setTimeout(done, 20));
        fresh.workspace(schemas);
      }
    }
  });
});

describe('policy and admin', () => {
  test('a policy of the workspace holds for every mapping', () => {
    const strict = crosswalk.workspace({ ...schemas, policy: 'strict-events' });
    const free = workspace.validate(mapping('Email'));
    const report = strict.validate({ ...mapping('Participant_Id__c') });
    assert.equal(free.ok, true);
    assert.ok(report.diagnostics.some((each) => each.code.startsWith('CW218')));
    strict.dispose();
  });

  test('a pair that the policy does not allow says so', () => {
    const strict = crosswalk.workspace({ ...schemas, policy: 'strict-events' });
    assert.equal(strict.compat('text', 'text').refusedBy, undefined);
    assert.equal(strict.compat('text', 'checkbox').refusedBy, 'strict-events');
    assert.equal(strict.compat('picture', 'text').refusedBy, 'strict-events');
    assert.equal(strict.compat('email', 'Contact.Email').refusedBy, undefined);
    assert.equal(workspace.compat('text', 'checkbox').refusedBy, undefined);
    strict.dispose();
  });

  test('a policy that nobody knows is named', () => {
    const unknown = crosswalk.workspace({ ...schemas, policy: 'strikt' });
    const report = unknown.validate(mapping('Email'));
    assert.equal(report.ok, false);
    assert.deepEqual(
      report,
      crosswalk.validate({ ...schemas, policy: 'strikt', mapping: mapping('Email') }),
    );
    unknown.dispose();
  });

  test("what the admin's describe has is not visible, and not unknown", () => {
    const [contact] = schemas.salesforce;
    const fields = contact.fields.filter((field) => field.name !== 'Email');
    const salesforce = [{ ...contact, fields }];
    const code = (admin) =>
      crosswalk
        .validate({ ...schemas, salesforce, ...admin, mapping: mapping('Email') })
        .diagnostics.find((each) => each.pointer.endsWith('/fields/0/salesforce')).code;
    assert.notEqual(code({ admin: schemas.salesforce }), code({}));
  });
});
