/**
 * Crosswalk's core in JavaScript: `const crosswalk = await load()`.
 *
 * Works in a page, in a Worker and in Node, under a Content-Security-Policy of
 * `script-src 'self' 'wasm-unsafe-eval'`. Documents are given as JSON text (then findings carry line
 * and column) or as values.
 */

import type { Crosswalk } from './face.js';
import { Modules } from './modules.js';
import type { WasmSources } from './source.js';
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
export type { Plan, PlanAction, PlanField, PlanRecord, Side } from './plan.js';
export type {
  PreviewExample,
  PreviewedField,
  PreviewFinding,
  PreviewOptions,
  PreviewProgress,
  PreviewReport,
  PreviewRows,
} from './preview.js';
export type { Diagnostic, Fix, PatchOperation, Report, Severity, TextEdit } from './report.js';
export type { WasmSource, WasmSources } from './source.js';
export type { Suggestion, SuggestOptions } from './suggest.js';

export async function load(options: WasmSources = {}): Promise<Crosswalk> {
  return new WholeFace(await Modules.load(options));
}
