// One running copy of a compiled module. Compilation is asynchronous and happens once; making an
// instance is synchronous, so that a copy that has stopped can be replaced in the middle of a call.

import type { EmscriptenModule, Factory } from './crosswalk.mjs';
import type { WasmSource } from './source.js';

export async function compile(source: WasmSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
    return WebAssembly.compile(source);
  }
  const url = new URL(source, import.meta.url);
  if (url.protocol === 'file:') return compileFile(url);
  return compileResponse(await fetch(url, { credentials: 'same-origin' }));
}

async function compileFile(url: URL): Promise<WebAssembly.Module> {
  // Named through a variable: bundlers for the browser must not follow it.
  const files = 'node:fs/promises';
  const { readFile } = (await import(/* @vite-ignore */ files)) as {
    readFile(path: URL): Promise<Uint8Array<ArrayBuffer>>;
  };
  return WebAssembly.compile(await readFile(url));
}

async function compileResponse(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) throw new Error(`${response.url} could not be loaded: HTTP ${response.status}`);
  const type = response.headers.get('content-type') ?? '';
  // Streaming compilation insists on this type; any other still works, one step later.
  if (type.split(';')[0]?.trim() === 'application/wasm') {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The glue fills the object it is given; with a synchronous `instantiateWasm` it is ready at once. */
export function instantiate(factory: Factory, module: WebAssembly.Module): EmscriptenModule {
  const options = {
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ): Record<string, never> {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports as Record<string, never>;
    },
    print() {},
    printErr() {},
  };
  // The promise repeats what the object already tells; a rejected one is an abort at start.
  factory(options).catch(() => {});
  const ready = options as unknown as Partial<EmscriptenModule>;
  if (typeof ready.open !== 'function') throw new Error('the WebAssembly module did not start');
  return ready as EmscriptenModule;
}
