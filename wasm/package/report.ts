// What the core answers: the report of the contracts, the same bytes that the command line and the
// HTTP API give.

export type Severity = 'error' | 'warning' | 'info';

/** One step of a JSON Patch (RFC 6902) against the mapping document. */
export interface PatchOperation {
  op: 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test';
  path: string;
  value?: unknown;
  from?: string;
}

/** A change to the source text, in UTF-16 units of the text that was checked. Keeps comments and layout. */
export interface TextEdit {
  offset: number;
  length: number;
  text: string;
}

export interface Fix {
  title: string;
  patch: PatchOperation[];
  edits?: TextEdit[];
}

export interface Diagnostic {
  /** Stable code, such as `CW2104`. */
  code: string;
  severity: Severity;
  /** JSON Pointer into the mapping document. */
  pointer: string;
  /** Counted from 1; absent where there is no source text. */
  line?: number;
  /** Counted from 1, in UTF-16 units. */
  column?: number;
  message: string;
  cause?: string;
  fixes: Fix[];
}

export interface Report {
  ok: boolean;
  errors: number;
  warnings: number;
  diagnostics: Diagnostic[];
}
