// Changes to mapping text in place. Each gives the new text; comments and layout elsewhere stay.
import type { TextEdit } from '@crosswalk/core';
import type { Node } from './tree.js';

type ObjectNode = Extract<Node, { kind: 'object' }>;
type ArrayNode = Extract<Node, { kind: 'array' }>;

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  // From the end, so that earlier offsets stay true.
  const ordered = [...edits].sort((a, b) => b.offset - a.offset);
  return ordered.reduce(
    (result, edit) =>
      result.slice(0, edit.offset) + edit.text + result.slice(edit.offset + edit.length),
    text,
  );
}

/** JSON on one line, as a person writes it: `{ "platform": "email", "salesforce": "Email" }`. */
export function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([key, each]) => `${JSON.stringify(key)}: ${oneLine(each)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Sets a member; `undefined` takes it away. */
export function setMember(text: string, object: ObjectNode, key: string, value: unknown): string {
  const index = object.members.findIndex((each) => each.key === key);
  const existing = object.members[index];
  if (existing && value !== undefined) {
    return splice(text, existing.value.start, existing.value.end, oneLine(value));
  }
  if (existing) {
    return removeAt(text, object, object.members.map(spanOf), index);
  }
  if (value === undefined) return text;
  const last = object.members.at(-1);
  const addition = `${JSON.stringify(key)}: ${oneLine(value)}`;
  if (!last) return splice(text, object.start, object.end, `{ ${addition} }`);
  return insertAfter(text, last.keyStart, last.value.end, addition);
}

export function addItem(text: string, array: ArrayNode, value: unknown): string {
  const last = array.items.at(-1);
  if (last) return insertAfter(text, last.start, last.end, oneLine(value));
  const indent = indentOf(text, array.start);
  return splice(text, array.start, array.end, `[\n${indent}  ${oneLine(value)}\n${indent}]`);
}

export function removeItem(text: string, array: ArrayNode, index: number): string {
  return removeAt(text, array, array.items, index);
}

function spanOf(member: ObjectNode['members'][number]): { start: number; end: number } {
  return { start: member.keyStart, end: member.value.end };
}

function splice(text: string, start: number, end: number, addition: string): string {
  return text.slice(0, start) + addition + text.slice(end);
}

/** On a line of its own where the neighbour has one, else after it on the same line. */
function insertAfter(text: string, start: number, end: number, addition: string): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(lineStart, start);
  if (lineStart === 0 || indent.trim() !== '') return splice(text, end, end, `, ${addition}`);
  // A remark at the end of the neighbour's line stays with the neighbour.
  const remark = /^[ \t]*\/\/[^\n]*/.exec(text.slice(end))?.[0] ?? '';
  return splice(text, end, end + remark.length, `,${remark}\n${indent}${addition}`);
}

function removeAt(
  text: string,
  whole: { start: number; end: number },
  parts: readonly { start: number; end: number }[],
  index: number,
): string {
  const part = parts[index];
  if (!part) return text;
  const next = parts[index + 1];
  if (next) return splice(text, part.start, next.start, '');
  const before = parts[index - 1];
  if (before) return splice(text, before.end, part.end, '');
  return splice(text, whole.start + 1, whole.end - 1, '');
}

function indentOf(text: string, at: number): string {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
}
