// A mapping of 500 fields, its platform schema, and a describe of 1,000 fields in Salesforce's shape:
// every type in turn; and with `misspelt`, every seventh pair names a field that does not exist.

const SALESFORCE = [
  { type: "string", soapType: "xsd:string", length: 255, byteLength: 765 },
  { type: "double", soapType: "xsd:double", length: 0, precision: 18, scale: 2 },
  { type: "boolean", soapType: "xsd:boolean", length: 0, nillable: false, defaultedOnCreate: true },
  { type: "date", soapType: "xsd:date", length: 0 },
  { type: "datetime", soapType: "xsd:dateTime", length: 0 },
  { type: "email", soapType: "xsd:string", length: 80, byteLength: 240 },
  { type: "picklist", soapType: "xsd:string", length: 255, byteLength: 765, restrictedPicklist: true,
    picklistValues: ["Registered", "Came", "Cancelled"].map((value) => ({ active: true, defaultValue: false, label: value, validFor: null, value })) },
  { type: "textarea", soapType: "xsd:string", length: 32768, byteLength: 98304 },
];
const PLATFORM = [
  { type: "text", maxLength: 80 }, { type: "number", precision: 10, scale: 2 }, { type: "boolean" }, { type: "date" },
  { type: "datetime" }, { type: "email", maxLength: 80 }, { type: "selectList", values: ["Registered", "Came"] },
  { type: "multilineText", maxLength: 2000 },
];

const describeField = (index) => ({
  aggregatable: true, aiPredictionField: false, autoNumber: false, byteLength: 0, calculated: false, calculatedFormula: null,
  cascadeDelete: false, caseSensitive: false, compoundFieldName: null, controllerName: null, createable: true, custom: true,
  defaultValue: null, defaultValueFormula: null, defaultedOnCreate: false, dependentPicklist: false, deprecatedAndHidden: false,
  digits: 0, displayLocationInDecimal: false, encrypted: false, externalId: false, extraTypeInfo: null, filterable: true,
  filteredLookupInfo: null, formulaTreatNullNumberAsZero: false, groupable: true, highScaleNumber: false, htmlFormatted: false,
  idLookup: false, inlineHelpText: null, label: `Field ${index}`, mask: null, maskType: null, name: `Field_${index}__c`,
  nameField: false, namePointing: false, nillable: true, permissionable: true, picklistValues: [], polymorphicForeignKey: false,
  precision: 0, queryByDistance: false, referenceTargetField: null, referenceTo: [], relationshipName: null,
  relationshipOrder: null, restrictedDelete: false, restrictedPicklist: false, scale: 0, searchPrefilterable: false,
  sortable: true, unique: false, updateable: true, writeRequiresMasterRead: false, ...SALESFORCE[index % SALESFORCE.length],
});

export function documents({ misspelt = false, mapped = 500, described = 1000 } = {}) {
  const range = (count) => Array.from({ length: count }, (_, index) => index);
  return {
    mapping: JSON.stringify({
      version: 1, name: "Large",
      objects: [{
        platform: "thing", salesforce: "Thing__c", direction: "push", match: { externalId: "Key__c" }, create: true, update: true,
        fields: range(mapped).map((index) => ({
          platform: `field_${index}`, salesforce: `${misspelt && index % 7 === 3 ? "Feild" : "Field"}_${index}__c`,
        })),
      }],
    }, null, 2),
    platform: JSON.stringify({
      version: 1,
      objects: [{ name: "thing", key: "id", fields: [
        { name: "id", type: "text", maxLength: 36, required: true, unique: true },
        ...range(mapped).map((index) => ({ name: `field_${index}`, ...PLATFORM[index % PLATFORM.length] })),
      ] }],
    }),
    describe: JSON.stringify({
      name: "Thing__c", label: "Thing", custom: true, createable: true, updateable: true, queryable: true,
      fields: [
        { ...describeField(0), name: "Key__c", type: "string", length: 36, externalId: true, idLookup: true, unique: true },
        ...range(described - 1).map(describeField),
      ],
    }),
  };
}
