// The interfaces of the package.
/// <reference lib="esnext.disposable" preserve="true" />

import type {
  Compatibility,
  DescribeField,
  Matrix,
  PlatformField,
  PlatformType,
} from './compat.js';
import type { Offer } from './complete.js';
import type { Plan } from './plan.js';
import type { PreviewOptions, PreviewProgress, PreviewReport, PreviewRows } from './preview.js';
import type { Fix, Report, Severity } from './report.js';
import type { Suggestion, SuggestOptions } from './suggest.js';

/** JSON text, or a value that can be written as JSON. */
export type Document = string | object;

export interface Schemas {
  /** The platform schema. */
  platform: Document;
  /** Describe results of the Salesforce objects, as the connected user sees them. */
  salesforce: readonly Document[];
  /** The same as an admin sees them: tells what does not exist from what the user may not see. */
  admin?: readonly Document[];
  /** A policy that holds beside the mapping's own, such as `strict-events`. */
  policy?: string;
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

/** An entry of the catalogue of codes. */
export interface Explanation {
  code: string;
  severity: Severity;
  family: string;
  title: string;
  example: string;
  cause: string;
  cure: string;
}

/** A path ("Contact.Email", "participant.email") that the workspace's schemas know. */
export type FieldPath = `${string}.${string}`;

/** What needs no schema. The catalogue and the relation are a file that is fetched when first asked for. */
export interface Knowledge {
  /** What a code means and what to do about it; null for a code that nobody knows. */
  explain(code: string): Promise<Explanation | null>;
  /** The whole catalogue, in the order of the codes. */
  codes(): Promise<Explanation[]>;
  /** The whole type relation. */
  matrix(): Promise<Matrix>;
  /**
   * Carries a fix out. A text keeps its comments and layout; it must be the text that was checked.
   * A value is left as it is, the answer is a changed copy.
   */
  applyFix(mapping: string, fix: Fix): string;
  applyFix<Value extends object>(mapping: Value, fix: Fix): Value;
}

export interface Crosswalk extends Knowledge {
  validate(input: ValidateInput): Report;
  plan(input: PlanInput & Schemas): Promise<Plan>;
  workspace(schemas: Schemas): Workspace;
  /** Whether Salesforce can read a query: its language and the language's bounds. */
  soql(text: string): Report;
  /** What happens to values between a platform type or field and a column of `matrix()` or a field. */
  compat(platform: PlatformType | PlatformField, salesforce: string | DescribeField): Compatibility;
}

/** Both schemas, parsed once, for checking many states of a mapping. */
export interface Workspace extends Knowledge, Disposable {
  validate(mapping: Document): Report;
  /**
   * What a run would do with these records. A mapping with errors is refused: validate it first. Fetches
   * the module for records when first asked.
   */
  plan(input: PlanInput): Promise<Plan>;
  /**
   * Pairs of fields that probably belong together, one to one, how surely and why; with records, what
   * their values say counts, too.
   */
  suggest(options?: SuggestOptions): Promise<Suggestion[]>;
  /**
   * A file's rows through the mapping, before anything is sent: what Salesforce would refuse or change,
   * with examples, and how long and how many the values are. In pieces: memory stays the same however
   * many rows come. `connect()` does it in a Worker of its own.
   */
  preview(
    rows: PreviewRows,
    how?: PreviewOptions | ((progress: PreviewProgress) => void),
  ): Promise<PreviewReport>;
  /**
   * What may stand at a JSON Pointer, what fits first: of an object the members that may be added, of
   * a value what it may be. Without a mapping, the one that was validated last. The text may be
   * broken, as it is while somebody types.
   */
  complete(...place: [mapping: Document, pointer: string] | [pointer: string]): Offer[];
  /** Checks a query, or, with an object, a condition over it, against the describes. */
  soql(text: string, options?: { object?: string }): Report;
  /** What happens to the values, and whether the workspace's policy allows the pair. */
  compat(
    platform: PlatformType | PlatformField | FieldPath,
    salesforce: string | DescribeField,
  ): Compatibility;
  /** Frees the schemas. A workspace that is not used any more is freed in the end all the same. */
  dispose(): void;
}
