// Checks the text of a mapping beside the page, so that typing never waits for it. The newest text is
// checked; answers about an older one are dropped.
import { CrosswalkError, type RemoteWorkspace } from '@crosswalk/core/worker';
import type { Report } from '../../elements/model/documents.js';
import { core } from './core.js';

export class Checker {
  private workspace: Promise<RemoteWorkspace> | undefined;
  private sequence = 0;

  constructor(
    private readonly answered: (report: Report) => void,
    private readonly failed: (message: string) => void,
  ) {}

  setSchemas(platform: string, salesforce: string[]): void {
    this.close();
    this.workspace = core().then((crosswalk) => crosswalk.workspace({ platform, salesforce }));
    // Said by the check that follows.
    this.workspace.catch(() => {});
  }

  async check(mapping: string): Promise<void> {
    const sequence = ++this.sequence;
    try {
      const report = await (await this.workspace)?.validate(mapping);
      if (report && sequence === this.sequence) this.answered(report);
    } catch (thrown) {
      if (sequence !== this.sequence || isSuperseded(thrown)) return;
      this.failed(thrown instanceof Error ? thrown.message : String(thrown));
    }
  }

  /** Drops what is on its way: its answer would be about schemas that are not complete. */
  hold(): void {
    this.sequence += 1;
  }

  close(): void {
    this.hold();
    this.workspace?.then((workspace) => workspace.dispose()).catch(() => {});
    this.workspace = undefined;
  }
}

function isSuperseded(thrown: unknown): boolean {
  return thrown instanceof CrosswalkError && thrown.code === 'superseded';
}
