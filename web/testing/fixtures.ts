// Small examples of what the HTTP API answers, for the element tests.
import type {
  Connection,
  Explanation,
  Issue,
  Matrix,
  Plan,
  PlatformRecord,
  Report,
  Run,
  Sync,
} from '../elements/model/documents.js';
import type { PlatformSchema, SalesforceObject } from '../elements/model/schema.js';

export const platform: PlatformSchema = {
  version: 1,
  objects: [
    {
      name: 'participant',
      label: 'Participant',
      key: 'id',
      fields: [
        { name: 'id', type: 'text', maxLength: 36, required: true },
        { name: 'email', label: 'Email', type: 'email', maxLength: 80 },
        { name: 'last_name', label: 'Last name', type: 'text', maxLength: 80, required: true },
        { name: 'tags', label: 'Tags', type: 'multilineText', maxLength: 4000 },
        { name: 'score', label: 'Score', type: 'number', precision: 5, scale: 2 },
      ],
    },
  ],
};

const writable = { nillable: true, createable: true, updateable: true };

export const contact: SalesforceObject = {
  name: 'Contact',
  label: 'Contact',
  fields: [
    {
      name: 'Id',
      label: 'Contact ID',
      type: 'id',
      length: 18,
      createable: false,
      updateable: false,
    },
    {
      name: 'LastName',
      label: 'Last Name',
      type: 'string',
      length: 80,
      ...writable,
      nillable: false,
    },
    { name: 'Email', label: 'Email', type: 'email', length: 80, ...writable },
    { name: 'Tags__c', label: 'Tags', type: 'string', length: 255, custom: true, ...writable },
    { name: 'Health__c', label: 'Health', type: 'double', precision: 5, scale: 2, ...writable },
    {
      name: 'Pid__c',
      label: 'Participant',
      type: 'string',
      length: 36,
      externalId: true,
      ...writable,
    },
  ],
};

export const mappingText = `{
  "version": 1,
  "name": "Participants",
  "objects": [
    {
      "platform": "participant",
      "salesforce": "Contact",
      "direction": "both",
      "match": { "externalId": "Pid__c" },
      "fields": [
        { "platform": "email", "salesforce": "Emial" },
        { "platform": "last_name", "salesforce": "LastName" },
        { "platform": "tags", "salesforce": "Tags__c" }
      ]
    }
  ]
}
`;

export const report: Report = {
  ok: false,
  errors: 1,
  warnings: 1,
  diagnostics: [
    {
      code: 'CW2102',
      severity: 'error',
      pointer: '/objects/0/fields/0/salesforce',
      line: 11,
      column: 45,
      message: 'Contact has no field "Emial". Did you mean "Email"?',
      cause: 'The field does not exist, or the connected user may not see it.',
      fixes: [
        {
          title: 'Change to "Email"',
          patch: [{ op: 'replace', path: '/objects/0/fields/0/salesforce', value: 'Email' }],
          edits: [{ offset: mappingText.indexOf('"Emial"'), length: 7, text: '"Email"' }],
        },
      ],
    },
    {
      code: 'CW2301',
      severity: 'warning',
      pointer: '/objects/0/fields/2',
      line: 13,
      column: 9,
      message: 'A text of 4,000 characters may not fit into Tags__c, which holds 255.',
      fixes: [],
    },
  ],
};

export const plan: Plan = {
  id: 'pl_1',
  mapping: 'participants',
  digest: 'd41d8cd98f00b204e9800998ecf8427e',
  totals: {
    salesforce: { create: 1, update: 1, delete: 0 },
    platform: { create: 0, update: 0, deactivate: 0, delete: 0 },
    unchanged: 4510,
    skip: 1,
    conflict: 0,
    review: 0,
  },
  cost: {
    calls: 41,
    byKind: { query: 11, collections: 30, composite: 0, bulk: 0, other: 0 },
    seconds: 16,
  },
  records: [
    {
      object: 'participant',
      key: 'p-1',
      salesforce: 'Contact',
      id: null,
      side: 'salesforce',
      action: 'create',
      reason: 'No contact has this key.',
      fields: [
        {
          platform: 'email',
          salesforce: 'Email',
          before: null,
          after: 'a@b.example',
          side: 'salesforce',
          rule: 'create',
        },
      ],
    },
    {
      object: 'participant',
      key: 'p-2',
      salesforce: 'Contact',
      id: '003000000000001AAA',
      side: 'both',
      action: 'update',
      reason: null,
      fields: [
        {
          platform: 'score',
          salesforce: 'Health__c',
          before: '41.5',
          after: '48.25',
          side: 'salesforce',
          rule: 'policy:platform',
        },
      ],
    },
    {
      object: 'participant',
      key: 'p-3',
      salesforce: 'Contact',
      id: null,
      side: 'salesforce',
      action: 'skip',
      reason: 'Last name is empty.',
      fields: [],
    },
  ],
  next: 'after-p-3',
};

export const run: Run = {
  id: 'rn_1',
  sync: 'participants',
  kind: 'initial',
  state: 'running',
  phase: 'write',
  startedAt: '2026-11-22T10:00:00Z',
  finishedAt: null,
  read: { salesforce: 6012, platform: 10_000 },
  written: {
    salesforce: { created: 4183, updated: 1204, failed: 21 },
    platform: { created: 195, updated: 310, failed: 0 },
  },
  unchanged: 4510,
  issues: 29,
  apiCalls: 41,
  recordsPerSecond: 1312.4,
  etaSeconds: 12,
};

export const sync: Sync = {
  name: 'participants',
  connection: 'cn_1',
  mapping: 'participants',
  status: {
    firstSync: 'done',
    current: 'idle',
    lastSyncAt: '2026-11-22T10:00:00Z',
    inStep: 9712,
    waiting: 242,
    issues: 29,
  },
};

const issue: Issue = {
  id: 'is_1',
  sync: 'participants',
  run: 'rn_1',
  object: 'participant',
  key: 'p-1',
  salesforce: 'Contact',
  code: 'CW3101',
  salesforceCode: 'STRING_TOO_LONG',
  fields: ['Tags__c'],
  message: 'The text has 300 characters; Tags holds 255.',
  cure: 'Shorten the text, or let the mapping cut it.',
  state: 'open',
  lastSeen: '2026-11-22T10:00:00Z',
};

export const issues: Issue[] = [
  ...Array.from({ length: 12 }, (_, index) => ({ ...issue, id: `is_${index}`, key: `p-${index}` })),
  {
    ...issue,
    id: 'is_x',
    key: 'p-x',
    code: 'CW3301',
    salesforceCode: 'REQUIRED_FIELD_MISSING',
    fields: ['LastName'],
    message: 'Last Name is required.',
  },
];

export const record: PlatformRecord = {
  object: 'participant',
  key: 'p-1',
  fields: { email: 'a@b.example', tags: null, extra: 'more' },
  sync: {
    state: 'inStep',
    lastSyncAt: '2026-11-22T10:00:00Z',
    salesforce: 'Contact',
    id: '003000000000001AAA',
  },
};

export const connection: Connection = {
  id: 'cn_1',
  app: 'salesforce',
  kind: 'primary',
  state: 'active',
  orgName: 'Lumen Events',
  edition: 'Enterprise Edition',
  username: 'integration@lumen.example',
  orgId: '00D000000000001EAA',
  instanceUrl: 'https://lumen.my.salesforce.com',
  limit: { used: 1843, max: 15_000 },
};

export const codes: Explanation[] = [
  {
    code: 'CW2102',
    severity: 'error',
    family: 'Fields',
    title: 'A Salesforce field that nobody knows',
    example: '"salesforce": "Emial"',
    cause: 'The field does not exist, or the connected user may not see it.',
    cure: 'Check the API name and the field permissions.',
  },
  {
    code: 'CW2104',
    severity: 'error',
    family: 'Fields',
    title: 'A field that Salesforce does not let anybody write',
    example: 'A formula in a line that pushes',
    cause: 'Salesforce computes the value itself.',
    cure: 'Let it travel from Salesforce only.',
  },
  {
    code: 'CW2201',
    severity: 'warning',
    family: 'Matching',
    title: 'Records are created without a match',
    example: '"create": true',
    cause: 'Every run would make duplicates.',
    cure: 'Match by an external id.',
  },
];

export const matrix: Matrix = {
  platformTypes: [
    { name: 'text', label: 'text' },
    { name: 'boolean', label: 'yes or no' },
  ],
  columns: [
    { name: 'text', kind: 'text', label: 'Text' },
    { name: 'formulaText', kind: 'text', trait: 'formula', label: 'Formula (Text)' },
    { name: 'checkbox', kind: 'checkbox', label: 'Checkbox' },
  ],
  verdicts: [
    { class: 'exact', reason: 'Both sides hold the same kind of value.' },
    {
      class: 'incompatible',
      reason: 'A text is no truth.',
      remedies: [{ transform: 'map', advice: 'Map each text to true or false.' }],
    },
    { class: 'widening', reason: 'A truth is written as a text.' },
    { class: 'conditional', reason: 'Only texts that are a truth arrive.' },
  ],
  toSalesforce: [
    [0, 1, 1],
    [2, 1, 0],
  ],
  toPlatform: [
    [0, 0, 3],
    [3, 3, 0],
  ],
  policies: [],
};
