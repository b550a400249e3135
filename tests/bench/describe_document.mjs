// A describe result as Salesforce sends it for a large object: 1,000 fields in the mix of types that
// an Account of a real org has, every property, picklists (some dependent, with validFor), record
// types, two hundred child relationships; 1.4 MB. The same text every time.

const PLAIN = {
  aggregatable: true, aiPredictionField: false, autoNumber: false, byteLength: 0, calculated: false, calculatedFormula: null,
  cascadeDelete: false, caseSensitive: false, compoundFieldName: null, controllerName: null, createable: true, custom: true,
  defaultValue: null, defaultValueFormula: null, defaultedOnCreate: false, dependentPicklist: false, deprecatedAndHidden: false,
  digits: 0, displayLocationInDecimal: false, encrypted: false, externalId: false, extraTypeInfo: null, filterable: true,
  filteredLookupInfo: null, formulaTreatNullNumberAsZero: false, groupable: true, highScaleNumber: false, htmlFormatted: false,
  idLookup: false, inlineHelpText: null, label: "", length: 0, mask: null, maskType: null, name: "", nameField: false,
  namePointing: false, nillable: true, permissionable: true, picklistValues: [], polymorphicForeignKey: false, precision: 0,
  queryByDistance: false, referenceTargetField: null, referenceTo: [], relationshipName: null, relationshipOrder: null,
  restrictedDelete: false, restrictedPicklist: false, scale: 0, searchPrefilterable: false, soapType: "xsd:string", sortable: true,
  type: "string", unique: false, updateable: true, writeRequiresMasterRead: false,
};

const values = (count, validFor = () => null) => Array.from({ length: count }, (_, index) => ({
  active: index % 9 !== 8, defaultValue: index === 0, label: `Choice number ${index + 1}`, validFor: validFor(index), value: `Choice_${index + 1}`,
}));
const text = (length, more = {}) => ({ byteLength: length * 3, length, ...more });
const number = (type, precision, scale, more = {}) => ({ type, soapType: "xsd:double", precision, scale, ...more });
const readOnly = { createable: false, updateable: false, calculated: true };

// How often each kind comes, of a hundred; each makes what sets it apart.
const MIX = [
  [22, () => text(255)],
  [3, () => text(80, { externalId: true, idLookup: true, unique: true, caseSensitive: true })],
  [4, () => text(1300, { ...readOnly, calculatedFormula: 'IF(ISBLANK(Parent.Name), "", Parent.Name & " (" & TEXT(Status__c) & ")")' })],
  [13, () => number("currency", 18, 2)],
  [10, () => number("double", 18, 0)],
  [3, () => number("double", 18, 0, { ...readOnly })],
  [2, () => number("percent", 5, 2)],
  [8, () => ({ type: "boolean", soapType: "xsd:boolean", nillable: false, defaultedOnCreate: true, defaultValue: false })],
  [8, (index) => ({ ...text(255), type: "picklist", restrictedPicklist: index % 2 === 0, picklistValues: values(4 + (index % 9)) })],
  [2, (index) => ({ ...text(255), type: "picklist", dependentPicklist: true, controllerName: `Field_Number_${index - 1}__c`,
    picklistValues: values(10, (value) => Buffer.from([128 >> (value % 4), 0, 0]).toString("base64")) })],
  [1, () => ({ ...text(4099), type: "multipicklist", filterable: true, sortable: false, groupable: false, picklistValues: values(12) })],
  [7, (index) => ({ ...text(18), type: "reference", soapType: "tns:ID", referenceTo: [index % 3 === 0 ? "User" : "Contact"], relationshipName: `Related_${index}__r` })],
  [6, () => ({ type: "date", soapType: "xsd:date" })],
  [4, () => ({ type: "datetime", soapType: "xsd:dateTime", groupable: false })],
  [3, () => ({ ...text(32768), type: "textarea", extraTypeInfo: "plaintextarea", filterable: false, groupable: false, sortable: false })],
  [1, () => ({ ...text(32768), type: "textarea", extraTypeInfo: "richtextarea", htmlFormatted: true, filterable: false, sortable: false })],
  [1, () => ({ ...text(80), type: "email" })],
  [1, () => ({ ...text(40), type: "phone" })],
  [1, () => ({ ...text(255), type: "url" })],
].flatMap(([share, make]) => Array.from({ length: share }, () => make));

function field(index) {
  const kind = MIX[(index * 37) % MIX.length]; // 37 and 100 share no divisor: every kind in turn
  return {
    ...PLAIN, label: `Field Number ${index} of the Account`, name: `Field_Number_${index}__c`,
    inlineHelpText: index % 5 === 0 ? "What the team agreed to write here, and when; say \"none\" when it is not known." : null,
    ...kind(index),
  };
}

export function describeDocument(fields = 1000) {
  const range = (count) => Array.from({ length: count }, (_, index) => index);
  return JSON.stringify({
    actionOverrides: [], activateable: false, associateEntityType: null, associateParentEntity: null,
    childRelationships: range(200).map((index) => ({
      cascadeDelete: index % 2 === 0, childSObject: `Child_${index}__c`, deprecatedAndHidden: false, field: "Account__c", junctionIdListNames: [],
      junctionReferenceTo: [], relationshipName: index % 3 === 0 ? null : `Children_${index}__r`, restrictedDelete: false,
    })),
    compactLayoutable: true, createable: true, custom: false, customSetting: false, deepCloneable: false, defaultImplementation: null, deletable: true,
    deprecatedAndHidden: false, extendedBy: null, extendsInterfaces: null, feedEnabled: true,
    fields: [
      { ...PLAIN, ...text(18), custom: false, name: "Id", label: "Account ID", type: "id", soapType: "tns:ID", idLookup: true, nillable: false, createable: false, updateable: false },
      ...range(fields - 1).map(field),
    ],
    hasSubtypes: false, implementedBy: null, implementsInterfaces: null, isInterface: false, isSubtype: false, keyPrefix: "001", label: "Account",
    labelPlural: "Accounts", layoutable: true, listviewable: null, lookupLayoutable: null, mergeable: true, mruEnabled: true, name: "Account",
    namedLayoutInfos: [], networkScopeFieldName: null, queryable: true,
    recordTypeInfos: range(6).map((index) => ({
      active: true, available: index !== 4, defaultRecordTypeMapping: index === 0, developerName: `Kind_${index}`, master: index === 5, name: `Kind ${index}`,
      recordTypeId: `0125j000000RqV${index}AAK`, urls: { layout: `/services/data/v62.0/sobjects/Account/describe/layouts/0125j000000RqV${index}AAK` },
    })),
    replicateable: true, retrieveable: true, searchLayoutable: true, searchable: true, sobjectDescribeOption: "FULL",
    supportedScopes: [{ label: "All accounts", name: "everything" }, { label: "My accounts", name: "mine" }], triggerable: true, undeletable: true,
    updateable: true, urls: { sobject: "/services/data/v62.0/sobjects/Account", describe: "/services/data/v62.0/sobjects/Account/describe" },
  });
}
