// What can be chosen in the mapper's lists, from the schemas.
import { platformType, salesforceType, typeIcon } from '../model/field-type.js';
import {
  type PlatformObject,
  readOnly,
  requiredOnCreate,
  type SalesforceField,
  type SalesforceObject,
} from '../model/schema.js';
import type { Choice } from './choice-picker.js';

export function salesforceMarks(field: SalesforceField): string[] {
  const marks: string[] = [];
  if (requiredOnCreate(field)) marks.push('required');
  if (field.externalId) marks.push('external ID');
  if (field.unique) marks.push('unique');
  if (readOnly(field)) marks.push('read-only');
  return marks;
}

export function salesforceChoices(object: SalesforceObject, used: ReadonlySet<string>): Choice[] {
  return object.fields.map((field) => ({
    value: field.name,
    label: field.label,
    icon: typeIcon(field.type),
    type: salesforceType(field),
    marks: salesforceMarks(field),
    used: used.has(field.name.toLowerCase()),
  }));
}

/** Those that are not mapped yet come first. */
export function platformChoices(object: PlatformObject, used: ReadonlySet<string>): Choice[] {
  const all = object.fields.map((field) => ({
    value: field.name,
    label: field.label ?? field.name,
    icon: typeIcon(field.type),
    type: platformType(field),
    marks: field.required ? ['required'] : [],
    used: used.has(field.name),
  }));
  return [...all.filter((each) => !each.used), ...all.filter((each) => each.used)];
}
