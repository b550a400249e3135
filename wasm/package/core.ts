// Owns the current instance of a module and replaces it when it stops.

import type { EmscriptenModule, Factory } from './crosswalk.mjs';
import { packed, tooMuch } from './documents.js';
import { CrosswalkError } from './error.js';
import { instantiate } from './instance.js';

/** An open workspace of the module: a handle, good only in the generation that gave it. */
export interface Held {
  handle: number;
  generation: number;
}

const encoder = /* @__PURE__ */ new TextEncoder();

export class Core {
  private instance: EmscriptenModule | undefined;
  /** Grows with every instance. */
  private generation = 0;
  private readonly forgotten = new FinalizationRegistry<Held>((held) => this.release(held));

  constructor(
    private readonly factory: Factory,
    private readonly module: WebAssembly.Module,
  ) {}

  /** Asks what needs no workspace. */
  ask<T>(operation: string, input: object): T {
    return this.call<T>(0, operation, packed(input));
  }

  open(input: string): Held {
    const bytes = encoded(input);
    const { handle } = read<{ handle: number }>(this.run((instance) => instance.open(bytes)));
    return { handle, generation: this.generation };
  }

  call<T>(handle: number, operation: string, input: string): T {
    const bytes = encoded(input);
    return read<T>(this.run((instance) => instance.call(handle, operation, bytes)));
  }

  /** The next bytes of a preview. */
  feed<T>(preview: number, bytes: Uint8Array): T {
    return read<T>(
      this.run((instance) => {
        const place = instance.room?.(preview, bytes.length);
        if (place) instance.HEAPU8.set(bytes, place);
        return instance.feed?.(preview, place ? bytes.length : 0) ?? '';
      }),
    );
  }

  release(held: Held): void {
    if (this.alive(held)) this.run((instance) => instance.close(held.handle));
  }

  /** False when the instance that gave the handle has stopped. */
  alive(held: Held): boolean {
    return this.instance !== undefined && held.generation === this.generation;
  }

  /** Releases what `held` says by then, once `owner` cannot be reached any more. */
  releaseWith(owner: object, held: Held): void {
    this.forgotten.register(owner, held, held);
  }

  keep(held: Held): void {
    this.forgotten.unregister(held);
  }

  private run<T>(work: (instance: EmscriptenModule) => T): T {
    try {
      this.instance ??= this.start();
      return work(this.instance);
    } catch (thrown) {
      // Whatever comes out of the module, it may have stopped halfway: nobody calls it again.
      this.instance = undefined;
      const message = 'The core ran out of stack or memory on this input.';
      throw new CrosswalkError('coreStopped', message, { cause: thrown });
    }
  }

  private start(): EmscriptenModule {
    this.generation += 1;
    return instantiate(this.factory, this.module);
  }
}

function encoded(input: string): Uint8Array {
  try {
    return encoder.encode(input);
  } catch (thrown) {
    throw tooMuch(thrown);
  }
}

interface Refusal {
  code: string;
  message: string;
  path?: string;
}

function read<T>(answer: string): T {
  const value = JSON.parse(answer) as T | { error: Refusal };
  if (typeof value === 'object' && value !== null && 'error' in value) {
    const { code, message, path } = value.error;
    throw new CrosswalkError(code, message, undefined, path);
  }
  return value as T;
}
