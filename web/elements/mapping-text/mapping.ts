// The mapping document as the table shows it: object pairs with their field pairs, each with the JSON
// Pointer where its findings point. Reads both forms of `fields`; a change that the short form cannot
// hold turns it into the list form.
import { addItem, oneLine, removeItem, setMember } from './edit.js';
import { member, type Node, parseTree, plain, toValue } from './tree.js';

export type Direction = 'push' | 'pull' | 'both';

export interface FieldPair {
  pointer: string;
  platform: string;
  salesforce: string;
  direction: Direction;
  /** True where the pair has a direction of its own instead of its object's. */
  ownDirection: boolean;
  conflict: string | undefined;
  onTooLong: string | undefined;
  onNull: string | undefined;
  default: string | undefined;
  display: boolean;
  transforms: number;
}

export interface ObjectPair {
  pointer: string;
  platform: string;
  salesforce: string;
  direction: Direction;
  create: boolean;
  update: boolean;
  externalId: string | undefined;
  matchFields: string[];
  fields: FieldPair[];
  constants: { pointer: string; salesforce: string; value: unknown }[];
}

export interface MappingView {
  name: string;
  objects: ObjectPair[];
}

/** `undefined` where the text is not readable JSON. */
export function readMapping(text: string): MappingView | undefined {
  const root = parseTree(text);
  if (!root) return undefined;
  const objects = member(root, 'objects');
  return {
    name: plain(member(root, 'name')) ?? '',
    objects: objects?.kind === 'array' ? objects.items.map(readObject) : [],
  };
}

function readObject(node: Node, index: number): ObjectPair {
  const pointer = `/objects/${index}`;
  const direction = readDirection(member(node, 'direction')) ?? 'push';
  const match = member(node, 'match');
  const matchFields = member(match, 'fields');
  const constants = member(node, 'constants');
  return {
    pointer,
    platform: plain(member(node, 'platform')) ?? '',
    salesforce: plain(member(node, 'salesforce')) ?? '',
    direction,
    create: truth(member(node, 'create'), true),
    update: truth(member(node, 'update'), true),
    externalId: plain(member(match, 'externalId')),
    matchFields:
      matchFields?.kind === 'array' ? matchFields.items.map((each) => plain(each) ?? '') : [],
    fields: readFields(member(node, 'fields'), `${pointer}/fields`, direction),
    constants:
      constants?.kind === 'array'
        ? constants.items.map((each, at) => ({
            pointer: `${pointer}/constants/${at}`,
            salesforce: plain(member(each, 'salesforce')) ?? '',
            value: toValue(
              member(each, 'value') ?? { kind: 'plain', value: null, start: 0, end: 0 },
            ),
          }))
        : [],
  };
}

function readFields(node: Node | undefined, pointer: string, inherited: Direction): FieldPair[] {
  if (node?.kind === 'array') {
    return node.items.map((each, index) => readField(each, `${pointer}/${index}`, inherited));
  }
  if (node?.kind !== 'object') return [];
  return node.members.map((each) => ({
    ...readField(undefined, `${pointer}/${escapePointer(each.key)}`, inherited),
    platform: each.key,
    salesforce: plain(each.value) ?? '',
  }));
}

function readField(node: Node | undefined, pointer: string, inherited: Direction): FieldPair {
  const own = readDirection(member(node, 'direction'));
  const fallback = member(node, 'default');
  const transform = member(node, 'transform');
  return {
    pointer,
    platform: plain(member(node, 'platform')) ?? '',
    salesforce: plain(member(node, 'salesforce')) ?? '',
    direction: own ?? inherited,
    ownDirection: own !== undefined,
    conflict: plain(member(node, 'conflict')),
    onTooLong: plain(member(node, 'onTooLong')),
    onNull: plain(member(node, 'onNull')),
    default: fallback ? String(toValue(fallback)) : undefined,
    display: truth(member(node, 'display'), false),
    transforms: transform?.kind === 'array' ? transform.items.length : 0,
  };
}

function truth(node: Node | undefined, fallback: boolean): boolean {
  return node?.kind === 'plain' && typeof node.value === 'boolean' ? node.value : fallback;
}

function readDirection(node: Node | undefined): Direction | undefined {
  const text = plain(node);
  return text === 'push' || text === 'pull' || text === 'both' ? text : undefined;
}

export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

export type FieldSetting =
  | 'platform'
  | 'salesforce'
  | 'direction'
  | 'conflict'
  | 'onTooLong'
  | 'onNull'
  | 'default'
  | 'display';

/** Sets one member of one field pair; `undefined` takes it away. */
export function setField(
  text: string,
  object: number,
  field: number,
  key: FieldSetting,
  value: unknown,
): string {
  return change(text, object, (listed, fields) => {
    const pair = fields.items[field];
    return pair?.kind === 'object' ? setMember(listed, pair, key, value) : listed;
  });
}

export function addField(text: string, object: number, pair: object): string {
  return change(text, object, (listed, fields) => addItem(listed, fields, pair));
}

export function removeField(text: string, object: number, field: number): string {
  return change(text, object, (listed, fields) => removeItem(listed, fields, field));
}

export function setObject(text: string, object: number, key: string, value: unknown): string {
  const node = objectNode(text, object);
  return node?.kind === 'object' ? setMember(text, node, key, value) : text;
}

export function addObject(text: string, pair: object): string {
  const root = parseTree(text);
  if (root?.kind !== 'object') return text;
  const objects = member(root, 'objects');
  if (objects?.kind === 'array') return addItem(text, objects, pair);
  return setMember(text, root, 'objects', [pair]);
}

function objectNode(text: string, index: number): Node | undefined {
  const objects = member(parseTree(text), 'objects');
  return objects?.kind === 'array' ? objects.items[index] : undefined;
}

type FieldsEdit = (text: string, fields: Extract<Node, { kind: 'array' }>) => string;

function change(text: string, object: number, edit: FieldsEdit): string {
  const listed = inListForm(text, object);
  const fields = member(objectNode(listed, object), 'fields');
  return fields?.kind === 'array' ? edit(listed, fields) : text;
}

function inListForm(text: string, object: number): string {
  const node = objectNode(text, object);
  if (node?.kind !== 'object') return text;
  const fields = member(node, 'fields');
  if (!fields) return setMember(text, node, 'fields', []);
  if (fields.kind !== 'object') return text;
  const indent =
    /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', fields.start - 1) + 1))?.[0] ?? '';
  const pairs = fields.members.map(
    (each) => `${indent}  ${oneLine({ platform: each.key, salesforce: toValue(each.value) })}`,
  );
  const list = pairs.length === 0 ? '[]' : `[\n${pairs.join(',\n')}\n${indent}]`;
  return text.slice(0, fields.start) + list + text.slice(fields.end);
}
