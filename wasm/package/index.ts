/**
 * Crosswalk's core in JavaScript: `const crosswalk = await load()`.
 *
 * Works in a page, in a Worker and in Node, under a Content-Security-Policy of
 * `script-src 'self' 'wasm-unsafe-eval'`. Documents are given as JSON text (then findings carry line
 * and column) or as values.
 */

import type { EmscriptenModule } from './crosswalk.mjs';
import { compile, instantiate, stopped, type WasmSource } from './instance.js';
import type { Plan } from './plan.js';
import type { Report } from './report.js';

export type { WasmSource } from './instance.js';
export type { Plan, PlanAction, PlanField, PlanRecord, Side } from './plan.js';
export type { Diagnostic, Fix, PatchOperation, Report, Severity, TextEdit } from './report.js';

/** JSON text, or a value that can be written as JSON. */
export type Document = string | object;

export interface Schemas {
  /** The platform schema. */
  platform: Document;
  /** Describe results of the Salesforce objects, one each. */
  salesforce: readonly Document[];
  /** What else is known of the org: limits, record counts, record types, campaigns. */
  org?: Document;
}

export interface ValidateInput extends Schemas {
  mapping: Document;
}

export interface PlanInput {
  mapping: Document;
  /** Platform records: NDJSON of `{"object","key","fields"}`, or CSV whose header names fields. */
  left: string;
  leftIsCsv?: boolean;
  /** The platform object of a CSV; needed where the mapping has several objects. */
  leftObject?: string;
  /** Salesforce records: NDJSON of REST records with `attributes.type` and `Id`. */
  right: string;
  /** Links with their bases: NDJSON of `{"object","key","salesforce","id","base"}`. */
  links?: string;
}

export interface LoadOptions {
  /** Where the `.wasm` comes from: bytes, a compiled module or an address. Default: beside this file. */
  wasm?: WasmSource;
}

/** A call that the core refused or could not finish. `code` is stable. */
export class CrosswalkError extends Error {
  override readonly name = 'CrosswalkError';
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
    /** Where: "left:LINE:COLUMN" of the records, a JSON Pointer into the mapping, or empty. */
    readonly path = '',
  ) {
    super(message, options);
  }
}

/** Both schemas, parsed once, for checking many states of a mapping. */
export interface Workspace {
  validate(mapping: Document): Report;
  /** What a run would do with these records. A mapping with errors is refused: validate it first. */
  plan(input: PlanInput): Plan;
  /** Frees the schemas. A closed workspace refuses further calls. */
  close(): void;
}

export interface Crosswalk {
  validate(input: ValidateInput): Report;
  plan(input: PlanInput & Schemas): Plan;
  workspace(schemas: Schemas): Workspace;
}

export async function load(options: LoadOptions = {}): Promise<Crosswalk> {
  const core = new Core(await compile(options.wasm));
  return {
    validate(input) {
      const all = encoder.encode(JSON.stringify({ mapping: text(input.mapping), ...texts(input) }));
      return read<Report>(core.run((instance) => instance.call(0, 'validate', all)));
    },
    plan(input) {
      const workspace = new OpenWorkspace(core, input);
      try {
        return workspace.plan(input);
      } finally {
        workspace.close();
      }
    },
    workspace: (schemas) => new OpenWorkspace(core, schemas),
  };
}

const encoder = new TextEncoder();

/** Owns the current instance and replaces it when it stops. */
class Core {
  private instance: EmscriptenModule | undefined;
  /** Grows with every instance: a handle is good only in the generation that gave it. */
  generation = 0;

  constructor(private readonly module: WebAssembly.Module) {}

  run<T>(work: (instance: EmscriptenModule) => T): T {
    this.instance ??= this.start();
    try {
      return work(this.instance);
    } catch (thrown) {
      if (!stopped(thrown)) throw thrown;
      this.instance = undefined;
      throw new CrosswalkError(
        'coreStopped',
        'The core ran out of stack or memory on this input.',
        {
          cause: thrown,
        },
      );
    }
  }

  private start(): EmscriptenModule {
    this.generation += 1;
    return instantiate(this.module);
  }

  /** True when a handle of this generation can still be used. */
  current(generation: number): boolean {
    return this.instance !== undefined && this.generation === generation;
  }
}

class OpenWorkspace implements Workspace {
  private readonly input: string;
  private handle = 0;
  private generation = 0;
  private closed = false;

  constructor(
    private readonly core: Core,
    schemas: Schemas,
  ) {
    this.input = JSON.stringify(texts(schemas));
    this.open();
  }

  validate(mapping: Document): Report {
    return this.call<Report>('validate', text(mapping));
  }

  plan({ mapping, left, leftIsCsv, leftObject, right, links }: PlanInput): Plan {
    const given = { mapping: text(mapping), left, leftIsCsv, leftObject, right, links };
    return this.call<Plan>('plan', JSON.stringify(given));
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    if (!this.core.current(this.generation)) return;
    this.core.run((instance) => instance.close(this.handle));
  }

  private open(): void {
    const input = encoder.encode(this.input);
    const answer = this.core.run((instance) => instance.open(input));
    this.handle = read<{ handle: number }>(answer).handle;
    this.generation = this.core.generation;
  }

  private call<T>(operation: string, input: string): T {
    if (this.closed) throw new CrosswalkError('workspaceClosed', 'This workspace is closed.');
    if (!this.core.current(this.generation)) this.open();
    return read<T>(
      this.core.run((instance) => instance.call(this.handle, operation, encoder.encode(input))),
    );
  }
}

function texts(schemas: Schemas): { platform: string; salesforce: string[]; org?: string } {
  return {
    platform: text(schemas.platform),
    salesforce: schemas.salesforce.map(text),
    ...(schemas.org === undefined ? {} : { org: text(schemas.org) }),
  };
}

function text(document: Document): string {
  const given = typeof document === 'string' ? document : JSON.stringify(document);
  // Half a surrogate pair has no UTF-8: it becomes U+FFFD, one unit for one, so offsets stay true.
  return given.replace(/\p{Surrogate}/gu, '\ufffd');
}

interface Refusal {
  code: string;
  message: string;
  path?: string;
}

function read<T>(answer: string): T {
  const value = JSON.parse(answer) as T | { error: Refusal };
  if (typeof value === 'object' && value !== null && 'error' in value) {
    const { code, message, path } = value.error;
    throw new CrosswalkError(code, message, undefined, path);
  }
  return value as T;
}
