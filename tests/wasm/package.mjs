// The package under test: where CROSSWALK_NPM_DIR says, else where a release build puts it.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const npmDir = process.env.CROSSWALK_NPM_DIR
  ? resolve(process.env.CROSSWALK_NPM_DIR)
  : join(root, 'build/release/npm');

export const packageDir = join(npmDir, 'core');
export const sourceDir = root;

/** @type {typeof import('../../wasm/package/index.ts')} */
export const core = await import(join(packageDir, 'index.js'));

/** The module's own answer to a call of the package, as it was before anything parsed it. */
export async function answerTo(call) {
  const parse = JSON.parse;
  let answer;
  JSON.parse = (text) => {
    answer = text;
    return parse(text);
  };
  try {
    await call();
  } finally {
    JSON.parse = parse;
  }
  return answer;
}

export function readText(...path) {
  return readFileSync(join(root, ...path), 'utf8');
}

/** A small pair of schemas, for tests that are about the module and not about rules. */
export const schemas = {
  platform: {
    version: 1,
    objects: [
      {
        name: 'participant',
        key: 'id',
        fields: [
          { name: 'id', type: 'text', maxLength: 36, required: true, unique: true },
          { name: 'email', type: 'email', maxLength: 80 },
        ],
      },
    ],
  },
  salesforce: [
    {
      name: 'Contact',
      label: 'Contact',
      createable: true,
      updateable: true,
      queryable: true,
      fields: [
        { name: 'Id', label: 'Id', type: 'id', length: 18 },
        { name: 'SystemModstamp', label: 'System Modstamp', type: 'datetime' },
        {
          name: 'Email',
          label: 'Email',
          type: 'email',
          length: 80,
          nillable: true,
          createable: true,
          updateable: true,
        },
        {
          name: 'Participant_Id__c',
          label: 'Participant',
          type: 'string',
          length: 36,
          externalId: true,
          unique: true,
          nillable: true,
          createable: true,
          updateable: true,
        },
      ],
    },
  ],
};

export function mapping(salesforceField) {
  return {
    version: 1,
    name: 'Participants',
    objects: [
      {
        platform: 'participant',
        salesforce: 'Contact',
        direction: 'push',
        match: { externalId: 'Participant_Id__c' },
        fields: [{ platform: 'email', salesforce: salesforceField }],
      },
    ],
  };
}
