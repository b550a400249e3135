// The glue that Emscripten writes for each module, declared by hand (3.1.6 emits no typings). Private to
// this package.

export interface EmscriptenModule {
  open(input: Uint8Array): string;
  call(handle: number, operation: string, input: Uint8Array): string;
  close(handle: number): void;
  HEAPU8: Uint8Array;
  /** Of the module for records: where the next bytes of a preview go (0: there is none), and that they came. */
  room?(preview: number, bytes: number): number;
  feed?(preview: number, bytes: number): string;
}

export interface EmscriptenOptions {
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance) => void,
  ): Record<string, never>;
  onAbort?(reason: unknown): void;
  print?(line: string): void;
  printErr?(line: string): void;
}

export type Factory = (options: EmscriptenOptions) => Promise<EmscriptenModule>;

declare const factory: Factory;
export default factory;
