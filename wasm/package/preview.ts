// What a preview is given and what it reports, as the contracts have it.

import type { Document } from './face.js';
import type { Severity } from './report.js';

/** The bytes of a CSV or NDJSON file: a stream, as `fetch` and `File.stream()` give one, or whole. */
export type PreviewRows =
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>
  | Blob
  | Uint8Array
  | string;

export interface PreviewProgress {
  bytes: number;
  rows: number;
  refused: number;
}

export interface PreviewOptions {
  /** Default: the one that the workspace validated last. */
  mapping?: Document;
  /** A platform object, where the mapping has several. */
  object?: string;
  /** Default: what the first character says. */
  format?: 'csv' | 'ndjson';
  /** Of a CSV; default: found out from the first rows. */
  separator?: string;
  /** Told ten times a second at the most, and at the end. */
  onProgress?: (progress: PreviewProgress) => void;
  /** One JSON line for each refused row and cause, in portions. */
  onOffenders?: (lines: string) => void;
  /** Ends the preview; the promise is refused with the code `cancelled`. */
  signal?: AbortSignal;
}

/** Rows count from 1, the header line not counted; a finding about the header has row 0. */
export interface PreviewExample {
  row: number;
  value: string;
  message: string;
}

export interface PreviewFinding {
  code: string;
  severity: Severity;
  platform: string;
  salesforce: string;
  count: number;
  examples: PreviewExample[];
}

export interface PreviewedField {
  salesforce: string;
  longest: number;
  longestRow: number;
  nulls: number;
  distinct: number;
}

export interface PreviewReport {
  rows: number;
  accepted: number;
  refused: number;
  findings: PreviewFinding[];
  fields: PreviewedField[];
}
