// Both sides' schemas as the elements read them: the platform schema of the contracts, and the part
// of Salesforce's describe result that a person choosing a field needs.

export interface PlatformField {
  name: string;
  label?: string;
  type: string;
  maxLength?: number;
  precision?: number;
  scale?: number;
  required?: boolean;
  unique?: boolean;
  values?: string[];
  object?: string;
}

export interface PlatformObject {
  name: string;
  label?: string;
  key: string;
  fields: PlatformField[];
}

export interface PlatformSchema {
  version: number;
  objects: PlatformObject[];
}

export interface SalesforceField {
  name: string;
  label: string;
  type: string;
  length?: number;
  precision?: number;
  scale?: number;
  nillable?: boolean;
  createable?: boolean;
  updateable?: boolean;
  defaultedOnCreate?: boolean;
  unique?: boolean;
  externalId?: boolean;
  idLookup?: boolean;
  calculated?: boolean;
  autoNumber?: boolean;
  custom?: boolean;
  restrictedPicklist?: boolean;
  picklistValues?: { value: string; label: string | null; active: boolean }[] | null;
  referenceTo?: string[] | null;
  inlineHelpText?: string | null;
}

export interface SalesforceObject {
  name: string;
  label: string;
  labelPlural?: string;
  custom?: boolean;
  createable?: boolean;
  updateable?: boolean;
  queryable?: boolean;
  fields: SalesforceField[];
}

/** Needed when a record is created: not nullable, not defaulted, and writable at all. */
export function requiredOnCreate(field: SalesforceField): boolean {
  return (
    field.nillable === false &&
    field.defaultedOnCreate !== true &&
    field.createable === true &&
    field.type !== 'boolean'
  );
}

export function readOnly(field: SalesforceField): boolean {
  return field.createable === false && field.updateable === false;
}
