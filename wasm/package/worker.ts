/**
 * The same interface beside the page: `const crosswalk = await connect()` starts a Worker, and every
 * method answers a promise.
 *
 * While a check is on its way, only the newest of those that wait for the same workspace is carried
 * out; the others are refused with the code `superseded`. A Worker that dies, or does not answer in
 * time, is replaced: the request that it had is refused with `workerLost`, the others go on.
 */

import type {
  Compatibility,
  DescribeField,
  Matrix,
  PlatformField,
  PlatformType,
} from './compat.js';
import type { Offer } from './complete.js';
import type {
  Document,
  Explanation,
  FieldPath,
  PlanInput,
  Schemas,
  ValidateInput,
} from './face.js';
import type { Plan } from './plan.js';
import type { PreviewOptions, PreviewProgress, PreviewReport, PreviewRows } from './preview.js';
import type { Fix, Report } from './report.js';
import type { WasmSource, WasmSources } from './source.js';
import type { Suggestion, SuggestOptions } from './suggest.js';
import { Line, type MakeWorker } from './worker_line.js';
import type { Port } from './worker_messages.js';
import { type PreviewPlace, previewBeside } from './worker_preview.js';

export { CrosswalkError } from './error.js';
export type { Port } from './worker_messages.js';

/** `Knowledge`, beside the page. */
export interface RemoteKnowledge {
  explain(code: string): Promise<Explanation | null>;
  codes(): Promise<Explanation[]>;
  matrix(): Promise<Matrix>;
  applyFix(mapping: string, fix: Fix): Promise<string>;
  applyFix<Value extends object>(mapping: Value, fix: Fix): Promise<Value>;
}

/** `Crosswalk`, beside the page. */
export interface RemoteCrosswalk extends RemoteKnowledge, Disposable {
  validate(input: ValidateInput): Promise<Report>;
  plan(input: PlanInput & Schemas): Promise<Plan>;
  workspace(schemas: Schemas): Promise<RemoteWorkspace>;
  soql(text: string): Promise<Report>;
  compat(
    platform: PlatformType | PlatformField,
    salesforce: string | DescribeField,
  ): Promise<Compatibility>;
  /** Ends the Worker; what is still on its way is refused. */
  dispose(): void;
}

/** `Workspace`, beside the page. */
export interface RemoteWorkspace extends RemoteKnowledge, Disposable {
  validate(mapping: Document): Promise<Report>;
  plan(input: PlanInput): Promise<Plan>;
  suggest(options?: SuggestOptions): Promise<Suggestion[]>;
  /** In a Worker of its own: checks of what is typed meanwhile do not wait. */
  preview(
    rows: PreviewRows,
    how?: PreviewOptions | ((progress: PreviewProgress) => void),
  ): Promise<PreviewReport>;
  complete(...place: [mapping: Document, pointer: string] | [pointer: string]): Promise<Offer[]>;
  soql(text: string, options?: { object?: string }): Promise<Report>;
  compat(
    platform: PlatformType | PlatformField | FieldPath,
    salesforce: string | DescribeField,
  ): Promise<Compatibility>;
  dispose(): void;
}

export interface ConnectOptions extends WasmSources {
  /** After so many milliseconds without an answer a Worker counts as dead. Default: 30,000. */
  patienceMs?: number;
}

/**
 * `worker`: a Worker that calls `serve()` of `@crosswalk/core/worker/serve`, or a function that makes
 * one; a Worker that dies is replaced by one that the function makes. Without it, and for a Worker
 * that was given itself, the package's own script is started.
 */
export async function connect(
  worker?: Port | MakeWorker,
  options: ConnectOptions = {},
): Promise<RemoteCrosswalk> {
  const { patienceMs = 30_000 } = options;
  const sources = sourcesOf(options);
  const line = new Line(maker(worker), sources, patienceMs);
  try {
    await line.start();
  } catch (thrown) {
    line.end();
    throw thrown;
  }
  // A Worker that was given itself is taken; previews start the package's own beside it.
  const make = typeof worker === 'function' ? worker : ownWorker;
  return new Remote(line, { make, sources, patienceMs });
}

/** As a message can carry them. */
function sourcesOf({ wasm, recordsWasm }: ConnectOptions): WasmSources {
  const sent = (source: WasmSource) => (source instanceof URL ? source.href : source);
  return {
    ...(wasm === undefined ? {} : { wasm: sent(wasm) }),
    ...(recordsWasm === undefined ? {} : { recordsWasm: sent(recordsWasm) }),
  };
}

function maker(worker: Port | MakeWorker | undefined): MakeWorker {
  if (typeof worker === 'function') return worker;
  let given = worker;
  return () => {
    const first = given;
    given = undefined;
    return first ?? ownWorker();
  };
}

async function ownWorker(): Promise<Port> {
  if (typeof Worker === 'function') {
    // Written out so that bundlers see the script.
    return new Worker(new URL('./worker_script.js', import.meta.url), { type: 'module' });
  }
  // Named through a variable: bundlers for the browser must not follow it.
  const threads = 'node:worker_threads';
  const node = (await import(/* @vite-ignore */ threads)) as {
    Worker: new (script: URL) => Port;
  };
  const script = './worker_script.js';
  return new node.Worker(new URL(script, import.meta.url));
}

class Remote implements RemoteCrosswalk {
  constructor(
    private readonly line: Line,
    private readonly beside: Omit<PreviewPlace, 'schemas'>,
  ) {}

  explain = (code: string) => this.ask<Explanation | null>('explain', code);
  codes = () => this.ask<Explanation[]>('codes');
  matrix = () => this.ask<Matrix>('matrix');
  validate = (input: ValidateInput) => this.ask<Report>('validate', input);
  plan = (input: PlanInput & Schemas) => this.ask<Plan>('plan', input);
  soql = (text: string) => this.ask<Report>('soql', text);
  compat = (platform: string | PlatformField, salesforce: string | DescribeField) =>
    this.ask<Compatibility>('compat', platform, salesforce);

  applyFix<Value extends Document>(mapping: Value, fix: Fix): Promise<Value> {
    return this.ask<Value>('applyFix', mapping, fix);
  }

  async workspace(schemas: Schemas): Promise<RemoteWorkspace> {
    const number = await this.line.open(schemas);
    const workspace = new RemoteOpenWorkspace(this.line, number, { ...this.beside, schemas });
    this.line.closeWith(workspace, number);
    return workspace;
  }

  dispose(): void {
    this.line.end();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  private ask<T>(method: string, ...given: unknown[]): Promise<T> {
    return this.line.ask(0, method, given) as Promise<T>;
  }
}

class RemoteOpenWorkspace implements RemoteWorkspace {
  private latest: Document = '';

  constructor(
    private readonly line: Line,
    private readonly number: number,
    private readonly beside: PreviewPlace,
  ) {}

  explain = (code: string) => this.ask<Explanation | null>('explain', code);
  codes = () => this.ask<Explanation[]>('codes');
  matrix = () => this.ask<Matrix>('matrix');
  validate(mapping: Document): Promise<Report> {
    this.latest = mapping;
    return this.ask<Report>('validate', mapping);
  }

  preview(
    rows: PreviewRows,
    how: PreviewOptions | ((progress: PreviewProgress) => void) = {},
  ): Promise<PreviewReport> {
    const { mapping = this.latest, ...options } =
      typeof how === 'function' ? { onProgress: how } : { ...how };
    return previewBeside(this.beside, mapping, rows, options);
  }

  suggest = (options: SuggestOptions = {}) => this.ask<Suggestion[]>('suggest', options);
  plan = (input: PlanInput) => this.ask<Plan>('plan', input);
  complete = (...place: [mapping: Document, pointer: string] | [pointer: string]) =>
    this.ask<Offer[]>('complete', ...place);
  soql = (text: string, options?: { object?: string }) =>
    this.ask<Report>('soql', text, ...(options === undefined ? [] : [options]));
  compat = (platform: string | PlatformField, salesforce: string | DescribeField) =>
    this.ask<Compatibility>('compat', platform, salesforce);

  applyFix<Value extends Document>(mapping: Value, fix: Fix): Promise<Value> {
    return this.ask<Value>('applyFix', mapping, fix);
  }

  dispose(): void {
    this.line.close(this.number);
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  private ask<T>(method: string, ...given: unknown[]): Promise<T> {
    return this.line.ask(this.number, method, given) as Promise<T>;
  }
}
