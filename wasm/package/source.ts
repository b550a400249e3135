// Where the `.wasm` files come from.

/** Bytes, a compiled module, or an address: of a server, or of a file where there are files. */
export type WasmSource = BufferSource | WebAssembly.Module | URL | string;

/** Default: the files beside this package's own. */
export interface WasmSources {
  wasm?: WasmSource;
  recordsWasm?: WasmSource;
}
