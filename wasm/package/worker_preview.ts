// A preview beside the page: in a Worker of its own, so that checks of what somebody types meanwhile do
// not wait for it. The page hands over piece by piece, as the Worker asks for them.

import { CrosswalkError } from './error.js';
import type { Document, Schemas } from './face.js';
import type { PreviewOptions, PreviewProgress, PreviewReport, PreviewRows } from './preview.js';
import { cancelled, piecesOf } from './preview_run.js';
import type { WasmSources } from './source.js';
import { died, type MakeWorker } from './worker_line.js';
import { type Answer, listen, type Port } from './worker_messages.js';

/** What the Worker says of a preview before its answer. */
type Said =
  | Answer
  | { number: number; more: true }
  | { number: number; progress: PreviewProgress }
  | { number: number; lines: string };

export interface PreviewPlace {
  make: MakeWorker;
  sources: WasmSources;
  schemas: Schemas;
  patienceMs: number;
}

export async function previewBeside(
  { make, sources, schemas, patienceMs }: PreviewPlace,
  mapping: Document,
  rows: PreviewRows,
  { onProgress, onOffenders, signal, ...asked }: PreviewOptions,
): Promise<PreviewReport> {
  if (signal?.aborted) throw cancelled(signal.reason);
  const worker = await make();
  const pieces = piecesOf(rows);
  let abort: (() => void) | undefined;
  let late: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<PreviewReport>((resolve, reject) => {
      const requests = [
        { start: sources },
        { number: 1, workspace: 1, method: 'open', given: [schemas] },
        {
          number: 2,
          workspace: 1,
          method: 'preview',
          given: [mapping, { ...asked, offenders: !!onOffenders }],
        },
      ];
      const patient = (): void => {
        clearTimeout(late);
        late = setTimeout(() => reject(lost('The Worker did not answer in time.')), patienceMs);
      };
      const send = (message: unknown): void => {
        patient();
        worker.postMessage(message);
      };
      const hear = async (said: Said): Promise<void> => {
        patient();
        if ('error' in said) {
          const { code, message, path } = said.error;
          reject(new CrosswalkError(code, message, undefined, path));
        } else if ('more' in said) {
          const { done, value } = await pieces.next();
          send({ number: 2, piece: done ? null : value });
        } else if ('progress' in said) onProgress?.(said.progress);
        else if ('lines' in said) onOffenders?.(said.lines);
        else if (said.number < 2) send(requests[said.number + 1]);
        else resolve(said.value as PreviewReport);
      };
      abort = () => reject(cancelled(signal?.reason));
      signal?.addEventListener('abort', abort);
      listen(worker, 'message', (said) => hear(said as Said).catch(reject));
      for (const type of ['error', 'messageerror', 'exit']) {
        listen(worker, type, (given) => reject(lost(died(given))));
      }
      send(requests[0]);
    });
  } finally {
    clearTimeout(late);
    if (abort) signal?.removeEventListener('abort', abort);
    pieces.return(undefined).catch(() => {});
    worker.terminate?.();
  }
}

function lost(words: string): CrosswalkError {
  return new CrosswalkError('workerLost', words);
}

/** The Worker's end of the pieces: asks for each when it has room for it. */
export class AskedPieces implements AsyncIterable<Uint8Array> {
  private take: ((piece: Uint8Array | null) => void) | undefined;

  constructor(
    private readonly port: Port,
    private readonly number: number,
  ) {}

  heard(piece: Uint8Array | null): void {
    this.take?.(piece);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      const piece = await new Promise<Uint8Array | null>((resolve) => {
        this.take = resolve;
        this.port.postMessage({ number: this.number, more: true });
      });
      if (piece === null) return;
      yield piece;
    }
  }
}
