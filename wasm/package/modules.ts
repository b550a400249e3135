// The package's two modules: `crosswalk.wasm` has what an editor asks while somebody types, and is there
// from the start; `crosswalk_records.wasm` has what looks at records, and is downloaded when that is
// asked for.

import { Core } from './core.js';
import factory from './crosswalk.mjs';
import { compile } from './instance.js';
import type { WasmSources } from './source.js';

export class Modules {
  private constructor(
    readonly checks: Core,
    private readonly sources: WasmSources,
  ) {}

  // The addresses are written out so that bundlers see the files.

  static async load(sources: WasmSources): Promise<Modules> {
    const source = sources.wasm ?? new URL('./crosswalk.wasm', import.meta.url);
    return new Modules(new Core(factory, await compile(source)), sources);
  }

  private loading: Promise<Core> | undefined;

  records(): Promise<Core> {
    this.loading ??= this.loadRecords();
    // Who asks after a failure tries again.
    this.loading.catch(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async loadRecords(): Promise<Core> {
    const source = this.sources.recordsWasm ?? new URL('./crosswalk_records.wasm', import.meta.url);
    const [glue, module] = await Promise.all([import('./crosswalk_records.mjs'), compile(source)]);
    return new Core(glue.default, module);
  }
}
