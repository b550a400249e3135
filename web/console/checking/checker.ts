// The page's side of the checking Worker: the newest text is checked, older answers are dropped.
import type { Report } from '@crosswalk/core';
import type { Question, Reply } from './protocol.js';

const kSettleMs = 60;

export class Checker {
  private readonly worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  private sequence = 0;
  private timer: number | undefined;

  constructor(
    private readonly answered: (report: Report) => void,
    private readonly failed: (message: string) => void,
  ) {
    this.worker.addEventListener('message', (event: MessageEvent<Reply>) => this.take(event.data));
    this.worker.addEventListener('error', () => failed('The checker could not be loaded.'));
  }

  setSchemas(platform: string, salesforce: string[]): void {
    this.ask({ kind: 'schemas', platform, salesforce });
  }

  check(mapping: string): void {
    window.clearTimeout(this.timer);
    const sequence = ++this.sequence;
    this.timer = window.setTimeout(() => this.ask({ kind: 'check', sequence, mapping }), kSettleMs);
  }

  /** Drops what is on its way: its answer would be about schemas that are not complete. */
  hold(): void {
    window.clearTimeout(this.timer);
    this.sequence += 1;
  }

  close(): void {
    window.clearTimeout(this.timer);
    this.worker.terminate();
  }

  private ask(question: Question): void {
    this.worker.postMessage(question);
  }

  private take(reply: Reply): void {
    if (reply.kind === 'failure') this.failed(reply.message);
    else if (reply.sequence === this.sequence) this.answered(reply.report);
  }
}
