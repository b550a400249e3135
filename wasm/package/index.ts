/**
 * Crosswalk's core in JavaScript: `const crosswalk = await load()`.
 *
 * Works in a page, in a Worker and in Node, under a Content-Security-Policy of
 * `script-src 'self' 'wasm-unsafe-eval'`. Documents are given as JSON text (then findings carry line
 * and column) or as values.
 */

import { Core } from './core.js';
import type { Crosswalk } from './face.js';
import { compile, type WasmSource } from './instance.js';
import { WholeFace } from './workspace.js';

export type {
  Compatibility,
  DescribeField,
  Matrix,
  MatrixColumn,
  PlatformField,
  PlatformType,
  Policy,
  Remedy,
  Verdict,
} from './compat.js';
export type { CompatClass, Offer, OfferFit, OfferKind } from './complete.js';
export { CrosswalkError } from './error.js';
export type {
  Crosswalk,
  Document,
  Explanation,
  FieldPath,
  Knowledge,
  PlanInput,
  Schemas,
  ValidateInput,
  Workspace,
} from './face.js';
export type { WasmSource } from './instance.js';
export type { Plan, PlanAction, PlanField, PlanRecord, Side } from './plan.js';
export type { Diagnostic, Fix, PatchOperation, Report, Severity, TextEdit } from './report.js';

export interface LoadOptions {
  /** Where the `.wasm` comes from: bytes, a compiled module or an address. Default: beside this file. */
  wasm?: WasmSource;
}

export async function load(options: LoadOptions = {}): Promise<Crosswalk> {
  return new WholeFace(new Core(await compile(options.wasm)));
}
