// Changes to a mapping: edits of its text, or a JSON Patch (RFC 6902) of its value.

import { membersOf } from './documents.js';
import { CrosswalkError } from './error.js';
import type { PatchOperation, TextEdit } from './report.js';

export function edited(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let done = 0;
  const sound = Array.from(edits, (edit) => membersOf(edit, 'an edit'));
  for (const edit of sound.sort((left, right) => left.offset - right.offset)) {
    const { offset, length, text: inserted } = edit;
    const counted = Number.isInteger(offset) && Number.isInteger(length) && length >= 0;
    if (
      !counted ||
      offset < done ||
      offset + length > text.length ||
      typeof inserted !== 'string'
    ) {
      throw unfit('its edits do not fit this text');
    }
    out += text.slice(done, offset) + inserted;
    done = offset + length;
  }
  return out + text.slice(done);
}

/** A changed copy; the value itself stays as it is. */
export function patched<Value extends object>(
  value: Value,
  patch: readonly PatchOperation[],
): Value {
  const root = { value: JSON.parse(JSON.stringify(value)) as unknown };
  for (const step of patch) carryOut(root, membersOf(step, 'a step of the patch'));
  return root.value as Value;
}

function carryOut(root: { value: unknown }, step: PatchOperation): void {
  const path = tokensOf(step.path);
  switch (step.op) {
    case 'add':
      put(root, path, copyOf(step.value), true);
      break;
    case 'replace':
      valueAt(root, path);
      put(root, path, copyOf(step.value), false);
      break;
    case 'remove':
      take(root, path);
      break;
    case 'move':
      put(root, path, take(root, tokensOf(step.from)), true);
      break;
    case 'copy':
      put(root, path, copyOf(valueAt(root, tokensOf(step.from))), true);
      break;
    case 'test':
      if (!equal(valueAt(root, path), step.value)) throw unfit(`${step.path} holds another value`);
      break;
    default:
      throw unfit(`"${String((step as PatchOperation).op)}" is no step of a JSON Patch`);
  }
}

function tokensOf(pointer: string | undefined): string[] {
  if (typeof pointer !== 'string' || !/^(\/|$)/.test(pointer)) {
    throw unfit(`"${String(pointer)}" is no JSON Pointer`);
  }
  const tokens = pointer
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  return ['value', ...tokens.slice(1)];
}

type Container = Record<string, unknown> | unknown[];

function valueAt(root: { value: unknown }, path: readonly string[]): unknown {
  let value: unknown = root;
  for (const token of path) {
    if (!has(value, token)) throw unfit(`/${path.slice(1).join('/')} is not there`);
    value = (value as Record<string, unknown>)[token];
  }
  return value;
}

function has(value: unknown, token: string): value is Container {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(token) && Number(token) < value.length;
  return typeof value === 'object' && value !== null && Object.hasOwn(value, token);
}

function holderOf(root: { value: unknown }, path: readonly string[]): [Container, string] {
  const holder = valueAt(root, path.slice(0, -1)) as Container;
  if (typeof holder !== 'object' || holder === null) throw unfit('a value has no members');
  return [holder, path.at(-1) as string];
}

function put(
  root: { value: unknown },
  path: readonly string[],
  value: unknown,
  insert: boolean,
): void {
  const [holder, token] = path.length === 1 ? [root, 'value'] : holderOf(root, path);
  if (!Array.isArray(holder)) {
    // Not by assignment: a member named __proto__ is a member like any other.
    const member = { value, writable: true, enumerable: true, configurable: true };
    Object.defineProperty(holder, token, member);
    return;
  }
  const place = token === '-' ? holder.length : Number(token);
  if (token !== '-' && !(/^(0|[1-9]\d*)$/.test(token) && place <= holder.length)) {
    throw unfit(`/${path.slice(1).join('/')} is not there`);
  }
  holder.splice(place, insert ? 0 : 1, value);
}

function take(root: { value: unknown }, path: readonly string[]): unknown {
  const value = valueAt(root, path);
  const [holder, token] = holderOf(root, path);
  if (path.length === 1) throw unfit('the whole document cannot be removed');
  if (Array.isArray(holder)) holder.splice(Number(token), 1);
  else delete holder[token];
  return value;
}

function copyOf(value: unknown): unknown {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
}

function equal(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) {
    return left === right;
  }
  const names = Object.keys(left);
  return (
    Array.isArray(left) === Array.isArray(right) &&
    names.length === Object.keys(right).length &&
    names.every((name) => {
      const [ours, theirs] = [left, right] as Record<string, unknown>[];
      return Object.hasOwn(right, name) && equal(ours?.[name], theirs?.[name]);
    })
  );
}

function unfit(why: string): CrosswalkError {
  return new CrosswalkError('fixDoesNotFit', `The fix cannot be carried out: ${why}.`);
}
