// What a page and its Worker say to each other. Requests are numbered; one is on its way at a time,
// so that those which wait can still be dropped.

import type { WasmSources } from './source.js';

/** The first message: where the `.wasm` files come from. Answered as request 0. */
export interface Start {
  start: WasmSources;
}

export interface Request {
  number: number;
  /** The page's number of a workspace; 0: none. */
  workspace: number;
  /** A method of the face; `open` and `dispose` of a workspace. */
  method: string;
  given: unknown[];
}

/** The next bytes of a preview's rows, which the Worker has asked for; null: there are no more. */
export interface Piece {
  number: number;
  piece: Uint8Array | null;
}

export type Answer =
  | { number: number; value: unknown }
  | { number: number; error: { code: string; message: string; path: string } };

/** A Worker of the page or of Node, or the other end of it, as far as it is needed here. */
export interface Port {
  postMessage(message: unknown): void;
  terminate?(): unknown;
  addEventListener?(type: string, listener: (event: Event) => void): void;
  on?(type: string, listener: (given: unknown) => void): unknown;
}

/** Node hands over the message itself, a page an event. */
export function listen(port: Port, type: string, heard: (given: unknown) => void): void {
  if (port.on) port.on(type, heard);
  else {
    port.addEventListener?.(type, (event) =>
      heard(type === 'message' ? (event as MessageEvent<unknown>).data : event),
    );
  }
}
