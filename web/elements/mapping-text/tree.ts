// JSON text with comments, as a tree that knows where every value stands, so that a change made in
// the table touches only its own place in the text. It forgives: what cannot be read gives no tree,
// and saying why is the core's work.

export interface Member {
  key: string;
  keyStart: number;
  value: Node;
}

interface Span {
  start: number;
  end: number;
}

export type Node = Span &
  (
    | { kind: 'object'; members: Member[] }
    | { kind: 'array'; items: Node[] }
    | { kind: 'plain'; value: string | number | boolean | null }
  );

const kDepthMax = 64;

class Unreadable extends Error {}

export function parseTree(text: string): Node | undefined {
  try {
    return new Reader(text).document();
  } catch (thrown) {
    if (thrown instanceof Unreadable) return undefined;
    throw thrown;
  }
}

class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  document(): Node {
    const node = this.value(0);
    this.space();
    if (this.at < this.text.length) throw new Unreadable();
    return node;
  }

  private value(depth: number): Node {
    if (depth > kDepthMax) throw new Unreadable();
    this.space();
    const start = this.at;
    const first = this.text[start];
    if (first === '{') return this.object(start, depth);
    if (first === '[') return this.array(start, depth);
    const plain = first === '"' ? this.string() : this.word();
    return { kind: 'plain', start, end: this.at, value: plain };
  }

  private object(start: number, depth: number): Node {
    const members: Member[] = [];
    this.at += 1;
    while (!this.take('}')) {
      if (members.length > 0) this.expect(',');
      this.space();
      const keyStart = this.at;
      const key = this.string();
      this.expect(':');
      members.push({ key, keyStart, value: this.value(depth + 1) });
    }
    return { kind: 'object', start, end: this.at, members };
  }

  private array(start: number, depth: number): Node {
    const items: Node[] = [];
    this.at += 1;
    while (!this.take(']')) {
      if (items.length > 0) this.expect(',');
      items.push(this.value(depth + 1));
    }
    return { kind: 'array', start, end: this.at, items };
  }

  private string(): string {
    const found = matchAt(/"(?:[^"\\\n]|\\.)*"/y, this.text, this.at);
    this.at += found.length;
    return read<string>(found);
  }

  private word(): number | boolean | null {
    const found = matchAt(/-?\d[\d.eE+-]*|true|false|null/y, this.text, this.at);
    this.at += found.length;
    return read<number | boolean | null>(found);
  }

  private take(mark: string): boolean {
    this.space();
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    return true;
  }

  private expect(mark: string): void {
    if (!this.take(mark)) throw new Unreadable();
  }

  private space(): void {
    const blank = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
    this.at += matchAt(blank, this.text, this.at).length;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (!found) throw new Unreadable();
  return found[0];
}

function read<T>(source: string): T {
  try {
    return JSON.parse(source) as T;
  } catch {
    throw new Unreadable();
  }
}

export function member(node: Node | undefined, key: string): Node | undefined {
  if (node?.kind !== 'object') return undefined;
  return node.members.find((each) => each.key === key)?.value;
}

export function plain(node: Node | undefined): string | undefined {
  return node?.kind === 'plain' && typeof node.value === 'string' ? node.value : undefined;
}

export function toValue(node: Node): unknown {
  if (node.kind === 'array') return node.items.map(toValue);
  if (node.kind === 'plain') return node.value;
  return Object.fromEntries(node.members.map((each) => [each.key, toValue(each.value)]));
}
