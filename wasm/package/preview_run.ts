// A file's rows through a mapping, in pieces, so that memory stays the same and the page breathes between
// them.

import type { Core } from './core.js';
import { CrosswalkError } from './error.js';
import type { PreviewOptions, PreviewProgress, PreviewReport, PreviewRows } from './preview.js';

const kBetweenProgressMs = 100;

/** `open` asks the module for a new preview, given what is known of the file. */
export async function preview(
  core: Core,
  open: (input: object) => { preview: number },
  mapping: string,
  rows: PreviewRows,
  options: PreviewOptions,
): Promise<PreviewReport> {
  const { object, separator, onProgress, onOffenders, signal } = options;
  let { format } = options;
  let number: number | undefined;
  let told = 0;
  const begin = (bytes: Uint8Array): number => {
    format ??= formatOf(bytes);
    const input = { mapping, object, format, separator, offenders: onOffenders !== undefined };
    return open(input).preview;
  };
  const tellOffenders = (of: number): void => {
    if (!onOffenders) return;
    const { lines } = core.ask<{ lines: string }>('previewOffenders', { preview: of });
    if (lines !== '') onOffenders(lines);
  };
  try {
    let progress: PreviewProgress = { bytes: 0, rows: 0, refused: 0 };
    for await (const bytes of piecesOf(rows)) {
      if (signal?.aborted) throw cancelled(signal.reason);
      number ??= begin(bytes);
      progress = core.feed<PreviewProgress>(number, bytes);
      tellOffenders(number);
      const now = performance.now();
      if (!onProgress || now - told < kBetweenProgressMs) continue;
      told = now;
      onProgress(progress);
    }
    if (signal?.aborted) throw cancelled(signal.reason);
    number ??= begin(new Uint8Array());
    const report = core.ask<PreviewReport>('previewFinish', { preview: number });
    tellOffenders(number);
    onProgress?.({ ...progress, rows: report.rows, refused: report.refused });
    return report;
  } finally {
    if (number !== undefined) core.ask('previewClose', { preview: number });
  }
}

export function cancelled(cause: unknown): CrosswalkError {
  return new CrosswalkError('cancelled', 'The preview was cancelled.', { cause });
}

/** A record of NDJSON begins with a bracket; a header of a CSV does not. */
function formatOf(bytes: Uint8Array): 'csv' | 'ndjson' {
  const text = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart();
  return text.startsWith('{') ? 'ndjson' : 'csv';
}

const kPiece = 1 << 20;

/** Of at most a megabyte each. */
export async function* piecesOf(rows: PreviewRows): AsyncGenerator<Uint8Array> {
  if (typeof rows === 'string') yield* cut(new TextEncoder().encode(rows));
  else if (ArrayBuffer.isView(rows)) yield* cut(rows);
  else if (rows instanceof Blob) yield* streamed(rows.stream());
  else if (rows instanceof ReadableStream) yield* streamed(rows);
  else if (typeof rows?.[Symbol.asyncIterator] === 'function') {
    for await (const piece of rows) yield* cut(bytesOf(piece));
  } else throw new CrosswalkError('badInput', 'The rows must be a stream, a Blob, bytes or text.');
}

function bytesOf(piece: unknown): Uint8Array {
  if (typeof piece === 'string') return new TextEncoder().encode(piece);
  if (piece instanceof Uint8Array) return piece;
  throw new CrosswalkError('badInput', 'The pieces of the rows must be bytes.');
}

function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += kPiece) yield bytes.subarray(at, at + kPiece);
}

// Not every browser iterates over a stream itself.
async function* streamed(stream: ReadableStream<unknown>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      yield* cut(bytesOf(next.value));
    }
  } finally {
    // Who stops in the middle wants no more of it; at its end there is nothing to cancel.
    reader.cancel().catch(() => {});
  }
}
