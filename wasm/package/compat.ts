// The type relation: what becomes of values that travel into a field of another type.

import type { CompatClass } from './complete.js';

export type PlatformType =
  | 'text'
  | 'multilineText'
  | 'integer'
  | 'number'
  | 'currency'
  | 'percent'
  | 'boolean'
  | 'nullableBoolean'
  | 'date'
  | 'datetime'
  | 'time'
  | 'selectList'
  | 'multiselectList'
  | 'email'
  | 'phone'
  | 'url'
  | 'id'
  | 'reference'
  | 'address'
  | 'location'
  | 'json'
  | 'file'
  | 'picture'
  | 'document';

/** A field as the platform schema writes it. */
export interface PlatformField {
  type: PlatformType;
  name?: string;
  label?: string;
  maxLength?: number;
  precision?: number;
  scale?: number;
  required?: boolean;
  unique?: boolean;
  values?: readonly string[];
  object?: string;
}

/** A field as a describe writes it; of its properties as many as are known. */
export interface DescribeField {
  type: string;
  name?: string;
  [property: string]: unknown;
}

export interface Remedy {
  /** A transform of the mapping, such as `join`; empty where the advice is all. */
  transform: string;
  advice: string;
}

export interface Verdict {
  class: CompatClass;
  reason: string;
  /** What is lost or refused. */
  loss?: string;
  /** What the field's own nature means for every value: a formula is never written. */
  note?: string;
  remedies?: Remedy[];
}

export interface Compatibility {
  toSalesforce: Verdict;
  toPlatform: Verdict;
  /** The name of the workspace's policy, when it does not allow the pair whatever the types say. */
  refusedBy?: string;
}

export interface MatrixColumn {
  /** What `compat` takes: `restrictedPicklist`, `formulaNumber`. */
  name: string;
  kind: string;
  /** How the field comes to its value, where that is told apart: `formula`, `rollUp`. */
  trait?: string;
  /** As Salesforce's set-up says it. */
  label: string;
}

/** The whole relation. A cell is the number of a verdict. */
export interface Matrix {
  platformTypes: { name: PlatformType; label: string }[];
  columns: MatrixColumn[];
  verdicts: Verdict[];
  /** A row for each platform type, in it a cell for each column. */
  toSalesforce: number[][];
  toPlatform: number[][];
  policies: Policy[];
}

/** Of the pairs that could be mapped a policy allows only some. */
export interface Policy {
  name: string;
  /** Pairs of a platform type and a column's kind. */
  allowed: [PlatformType, string][];
  /** Standard Salesforce fields that it allows all the same. */
  exempt: string[];
  /** The longest text that it lets pass without a warning, in UTF-16 units. */
  textUnitsMax: number;
}
