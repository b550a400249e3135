// The Worker's side: answers the requests of `connect`.

import { CrosswalkError } from './error.js';
import type { Crosswalk, Document, Schemas, Workspace } from './face.js';
import { load } from './index.js';
import type { PreviewOptions } from './preview.js';
import {
  type Answer,
  listen,
  type Piece,
  type Port,
  type Request,
  type Start,
} from './worker_messages.js';
import { AskedPieces } from './worker_preview.js';

const kOfCrosswalk = [
  'explain',
  'codes',
  'matrix',
  'applyFix',
  'validate',
  'plan',
  'soql',
  'compat',
];
const kOfWorkspace = [...kOfCrosswalk, 'complete', 'suggest'];

/** Answers on this Worker's own port, or on another. */
export async function serve(port?: Port): Promise<void> {
  const here = port ?? (await ownPort());
  let crosswalk: Promise<Crosswalk> | undefined;
  const workspaces = new Map<number, Workspace>();
  const pieces = new Map<number, AskedPieces>();

  async function preview(workspace: Workspace, { number, given }: Request): Promise<unknown> {
    const rows = new AskedPieces(here, number);
    pieces.set(number, rows);
    const [mapping, { offenders, ...options }] = given as [
      Document,
      PreviewOptions & { offenders: boolean },
    ];
    try {
      return await workspace.preview(rows, {
        ...options,
        mapping,
        onProgress: (progress) => here.postMessage({ number, progress }),
        ...(offenders ? { onOffenders: (lines) => here.postMessage({ number, lines }) } : {}),
      });
    } finally {
      pieces.delete(number);
    }
  }

  async function answer(message: Start | Request): Promise<unknown> {
    if ('start' in message) {
      crosswalk = load(message.start);
      await crosswalk;
      return null;
    }
    const whole = await crosswalk;
    if (!whole) throw new CrosswalkError('notStarted', 'The Worker has not been started.');
    const { workspace: number, method, given } = message;
    if (method === 'open') {
      workspaces.set(number, whole.workspace(given[0] as Schemas));
      return null;
    }
    if (method === 'dispose') {
      workspaces.get(number)?.dispose();
      workspaces.delete(number);
      return null;
    }
    const opened = workspaces.get(number);
    if (method === 'preview' && opened) return preview(opened, message);
    const [face, methods] = number === 0 ? [whole, kOfCrosswalk] : [opened, kOfWorkspace];
    if (!face || !methods.includes(method)) {
      throw new CrosswalkError('unknownOperation', 'There is no such operation.');
    }
    return (face as unknown as Record<string, (...given: unknown[]) => unknown>)[method]?.(
      ...given,
    );
  }

  listen(here, 'message', async (message) => {
    if ('piece' in (message as Piece)) {
      const { number, piece } = message as Piece;
      pieces.get(number)?.heard(piece);
      return;
    }
    const number = 'number' in (message as Request) ? (message as Request).number : 0;
    try {
      const value = await answer(message as Start | Request);
      here.postMessage({ number, value } satisfies Answer);
    } catch (thrown) {
      here.postMessage({ number, error: told(thrown) } satisfies Answer);
    }
  });
}

function told(thrown: unknown): { code: string; message: string; path: string } {
  if (thrown instanceof CrosswalkError) {
    return { code: thrown.code, message: thrown.message, path: thrown.path };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'internal', message, path: '' };
}

async function ownPort(): Promise<Port> {
  if (typeof postMessage === 'function') return globalThis as unknown as Port;
  // Named through a variable: bundlers for the browser must not follow it.
  const threads = 'node:worker_threads';
  const { parentPort } = (await import(/* @vite-ignore */ threads)) as { parentPort: Port };
  return parentPort;
}
