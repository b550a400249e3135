// What callers give, as the core takes it: text. Whatever it is, it is answered for here or by the
// core, never by a TypeError from deep inside.

import { CrosswalkError } from './error.js';
import type { Document, Schemas } from './face.js';

// As many UTF-16 units are more bytes than the core reads of one document: no need for the rest.
const kUnitsMax = (32 << 20) + 1;

export function textOf(document: Document, what: string): string {
  const given = typeof document === 'string' ? document : written(document, what);
  const bounded = given.length > kUnitsMax ? given.slice(0, kUnitsMax) : given;
  // Half a surrogate pair has no UTF-8: it becomes U+FFFD, one unit for one, so offsets stay true.
  return bounded.replace(/\p{Surrogate}/gu, '\ufffd');
}

function written(value: unknown, what: string): string {
  if (typeof value !== 'object' || value === null)
    throw refused(`${what} must be JSON text or a value`);
  try {
    return JSON.stringify(value);
  } catch (thrown) {
    throw new CrosswalkError('badInput', `${what} cannot be written as JSON.`, { cause: thrown });
  }
}

/** What one call hands over. */
export function packed(input: object): string {
  try {
    return JSON.stringify(input);
  } catch (thrown) {
    if (thrown instanceof RangeError) throw tooMuch(thrown);
    throw new CrosswalkError('badInput', 'The input cannot be written as JSON.', { cause: thrown });
  }
}

export function tooMuch(cause: unknown): CrosswalkError {
  const message = 'The documents need more memory than there is.';
  return new CrosswalkError('outOfMemory', message, { cause });
}

export function wordOf(given: unknown, what: string): string {
  if (typeof given !== 'string') throw refused(`${what} must be text`);
  return textOf(given, what);
}

function textsOf(documents: readonly Document[], what: string): string[] {
  if (!Array.isArray(documents)) throw refused(`${what} must be an array of describes`);
  // Array.from: a hole is an item that is refused, not one that is passed over.
  return Array.from(documents, (each: Document) => textOf(each, what));
}

export interface SchemaTexts {
  platform: string;
  salesforce: string[];
  admin?: string[];
  policy?: string;
  org?: string;
}

export function schemaTexts(schemas: Schemas): SchemaTexts {
  const { platform, salesforce, admin, policy, org } = membersOf(schemas, 'the schemas');
  return {
    platform: textOf(platform, 'platform'),
    salesforce: textsOf(salesforce, 'salesforce'),
    ...(admin === undefined ? {} : { admin: textsOf(admin, 'admin') }),
    ...(policy === undefined ? {} : { policy: wordOf(policy, 'policy') }),
    ...(org === undefined ? {} : { org: textOf(org, 'org') }),
  };
}

/** `given`, when its members can be asked for. */
export function membersOf<T extends object>(given: T, what: string): T {
  if (typeof given !== 'object' || given === null) throw refused(`${what} must be an object`);
  return given;
}

export function refused(what: string): CrosswalkError {
  return new CrosswalkError('badInput', `${what.charAt(0).toUpperCase()}${what.slice(1)}.`);
}
