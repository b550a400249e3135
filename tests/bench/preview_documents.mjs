// The documents and the rows of the preview's benchmark: ten columns of ten types, and a CSV of any
// length, the same bytes at every run. Three values in a thousand are what Salesforce would refuse.
const COLUMNS = [
  { name: "first_name", type: { type: "text", maxLength: 80 }, field: { name: "FirstName", type: "string", length: 40 } },
  { name: "email", type: { type: "email", maxLength: 80 }, field: { name: "Email", type: "email", length: 80 } },
  { name: "score", type: { type: "number", precision: 10, scale: 2 }, field: { name: "Score__c", type: "double", precision: 8, scale: 2 } },
  { name: "born", type: { type: "date" }, field: { name: "Birthdate", type: "date" } },
  { name: "arrival", type: { type: "datetime" }, field: { name: "Arrival__c", type: "datetime" } },
  { name: "vip", type: { type: "boolean" }, field: { name: "Vip__c", type: "boolean", nillable: false, defaultedOnCreate: true } },
  { name: "status", type: { type: "selectList", values: ["registered", "came", "cancelled"] }, field: {
    name: "Status__c", type: "picklist", length: 255, restrictedPicklist: true,
    picklistValues: ["registered", "came", "cancelled"].map((value) => ({ active: true, defaultValue: false, label: value, validFor: null, value })) } },
  { name: "phone", type: { type: "phone", maxLength: 60 }, field: { name: "Phone", type: "phone", length: 40 } },
  { name: "web", type: { type: "url", maxLength: 255 }, field: { name: "Website__c", type: "url", length: 255 } },
  { name: "visits", type: { type: "integer" }, field: { name: "Visits__c", type: "double", precision: 6, scale: 0 } },
];

const describeField = (field) => ({ label: field.name, nillable: true, createable: true, updateable: true, filterable: true, length: 0, precision: 0, scale: 0, picklistValues: [], ...field });

export const header = COLUMNS.map(({ name }) => name);
export const describedFields = COLUMNS.map(({ name, field }) => ({ column: name, ...describeField(field) }));
export const previewDocuments = {
  mapping: JSON.stringify({
    version: 1, name: "Preview",
    objects: [{
      platform: "guest", salesforce: "Contact", direction: "push", match: { fields: ["email"], onMultiple: "issue" },
      fields: COLUMNS.map(({ name, field }) => ({ platform: name, salesforce: field.name })),
    }],
  }),
  platform: JSON.stringify({
    version: 1,
    objects: [{ name: "guest", label: "Guest", key: "id", fields: [{ name: "id", type: "text", maxLength: 36, unique: true }, ...COLUMNS.map(({ name, type }) => ({ name, ...type }))] }],
  }),
  describe: JSON.stringify({
    name: "Contact", label: "Contact", createable: true, updateable: true, queryable: true,
    fields: [
      { name: "Id", label: "Id", type: "id", length: 18 },
      { name: "SystemModstamp", label: "System Modstamp", type: "datetime" },
      { name: "CreatedDate", label: "Created Date", type: "datetime" },
      ...COLUMNS.map(({ field }) => describeField(field)),
    ],
  }),
};

/** A stream of numbers below `bound`, from a seed (a linear congruential generator of 32 bits). */
function dice(seed) {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * bound);
  };
}

const NAMES = ["Ada", "Grace", "Zoë", "Łukasz", "José", "Nguyễn", "Håkon", "Maria", "Anne-Sophie", "Bob", "陽子", "Олег", "Chidi", "\"Ann, the first\""];
const two = (number) => String(number).padStart(2, "0");
const cellOf = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Pieces of the CSV's text, of about a megabyte. */
export function* csvPieces(rows) {
  const next = dice(20261122);
  let piece = `${header.join(",")}\n`;
  for (let row = 1; row <= rows; row += 1) {
    const flawed = next(1000) < 3 ? next(10) : -1;
    const name = NAMES[next(NAMES.length)];
    const date = `${1940 + next(70)}-${two(1 + next(12))}-${two(1 + next(28))}`;
    const cells = [
      flawed === 0 ? "x".repeat(41 + next(40)) : name,
      flawed === 1 ? `person${row}.example` : `person${row}@mail${next(50)}.example`,
      flawed === 2 ? "12,5" : `${next(99999)}.${two(next(100))}`,
      flawed === 3 ? "31.02.1980" : date,
      flawed === 4 ? "2026-13-01T10:00:00Z" : `2026-${two(1 + next(12))}-${two(1 + next(28))}T${two(next(24))}:${two(next(60))}:00.000Z`,
      flawed === 5 ? "perhaps" : next(2) ? "true" : "false",
      flawed === 6 ? "lost" : ["registered", "came", "cancelled"][next(3)],
      flawed === 7 ? "1".repeat(41) : next(5) === 0 ? "" : `+49 ${30 + next(900)} ${1000000 + next(8999999)}`,
      flawed === 8 ? `https://${"x".repeat(260)}.example` : next(3) === 0 ? "" : `https://site${next(5000)}.example/p/${row}`,
      flawed === 9 ? "12345678" : String(next(99999)),
    ];
    piece += `${cells.map(cellOf).join(",")}\n`;
    if (piece.length > 1 << 20) {
      yield piece;
      piece = "";
    }
  }
  yield piece;
}
