// The line to a Worker: a queue, one request on its way, and a new Worker when one has died.

import { CrosswalkError } from './error.js';
import type { Schemas } from './face.js';
import type { WasmSources } from './source.js';
import { type Answer, listen, type Port, type Start } from './worker_messages.js';

export type MakeWorker = () => Port | Promise<Port>;

interface Waiting {
  workspace: number;
  method: string;
  given: unknown[];
  resolve(value: unknown): void;
  reject(error: CrosswalkError): void;
}

export class Line {
  private queue: Waiting[] = [];
  private worker: Port | undefined;
  private busy = false;
  private ended = false;
  private requests = 0;
  private workspaces = 0;
  /** The open workspaces, and those of them that the present Worker knows. */
  private readonly schemas = new Map<number, Schemas>();
  private readonly opened = new Set<number>();
  private readonly forgotten = new FinalizationRegistry<number>((number) => this.close(number));
  /** Takes the answer to the request that is on its way, or what became of the Worker. */
  private take: ((answer: Answer | CrosswalkError) => void) | undefined;

  constructor(
    private readonly make: MakeWorker,
    private readonly sources: WasmSources,
    private readonly patienceMs: number,
  ) {}

  /** Resolves when a Worker is there and has loaded the module. */
  async start(): Promise<void> {
    const worker = await this.make();
    if (this.ended) {
      worker.terminate?.();
      throw ended();
    }
    this.worker = worker;
    this.opened.clear();
    listen(worker, 'message', (answer) => this.heard(worker, answer as Answer));
    for (const type of ['error', 'messageerror', 'exit']) {
      listen(worker, type, (given) => this.lost(worker, died(given)));
    }
    try {
      await this.exchange(0, { start: this.sources } satisfies Start);
    } catch (thrown) {
      // One that could not load the module is of no use to the next request either.
      this.lost(worker, '');
      throw thrown;
    }
  }

  async open(schemas: Schemas): Promise<number> {
    const number = ++this.workspaces;
    this.schemas.set(number, schemas);
    try {
      // The schemas go ahead of any request that names the workspace.
      await this.ask(number, 'open', [schemas]);
    } catch (thrown) {
      this.schemas.delete(number);
      throw thrown;
    }
    return number;
  }

  /** Closes the workspace once its owner cannot be reached any more. */
  closeWith(owner: object, workspace: number): void {
    this.forgotten.register(owner, workspace);
  }

  close(workspace: number): void {
    if (!this.schemas.delete(workspace)) return;
    if (this.opened.delete(workspace)) this.ask(workspace, 'dispose', []).catch(() => {});
  }

  ask(workspace: number, method: string, given: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(ended());
      if (method === 'validate') this.supersede(workspace);
      this.queue.push({ workspace, method, given, resolve, reject });
      void this.pump();
    });
  }

  end(): void {
    this.ended = true;
    this.worker?.terminate?.();
    this.worker = undefined;
    for (const each of this.queue.splice(0)) each.reject(ended());
    this.take?.(ended());
  }

  /** Who asks for a newer report has no use for one that has not even been begun. */
  private supersede(workspace: number): void {
    if (workspace === 0) return;
    this.queue = this.queue.filter((each) => {
      const older = each.workspace === workspace && each.method === 'validate';
      if (older) each.reject(new CrosswalkError('superseded', 'A newer text is to be checked.'));
      return !older;
    });
  }

  private async pump(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      try {
        if (!this.worker) await this.start();
        next.resolve(await this.carryOut(next));
      } catch (thrown) {
        next.reject(thrown as CrosswalkError);
      }
    }
    this.busy = false;
  }

  private async carryOut({ workspace, method, given }: Waiting): Promise<unknown> {
    if (workspace !== 0 && method !== 'dispose') {
      if (!this.schemas.has(workspace)) {
        throw new CrosswalkError('workspaceClosed', 'This workspace has been disposed of.');
      }
      if (!this.opened.has(workspace)) {
        await this.send(workspace, 'open', [this.schemas.get(workspace)]);
        this.opened.add(workspace);
      }
      if (method === 'open') return null;
    }
    return this.send(workspace, method, given);
  }

  private send(workspace: number, method: string, given: unknown[]): Promise<unknown> {
    const number = ++this.requests;
    return this.exchange(number, { number, workspace, method, given });
  }

  /** One message and its answer. A Worker that does not answer in time is as good as dead. */
  private exchange(number: number, message: unknown): Promise<unknown> {
    const worker = this.worker as Port;
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => this.lost(worker, 'The Worker did not answer in time.'),
        this.patienceMs,
      );
      this.take = (answer) => {
        if (!(answer instanceof CrosswalkError) && answer.number !== number) return;
        clearTimeout(late);
        this.take = undefined;
        if (answer instanceof CrosswalkError) reject(answer);
        else if ('error' in answer) {
          const { code, message: words, path } = answer.error;
          reject(new CrosswalkError(code, words, undefined, path));
        } else resolve(answer.value);
      };
      try {
        worker.postMessage(message);
      } catch (thrown) {
        const words = 'The input cannot be handed to the Worker.';
        this.take(new CrosswalkError('badInput', words, { cause: thrown }));
      }
    });
  }

  private heard(worker: Port, answer: Answer): void {
    if (worker === this.worker) this.take?.(answer);
  }

  /** The request on its way is refused; the next one gets a new Worker. */
  private lost(worker: Port, words: string): void {
    if (worker !== this.worker) return;
    this.worker = undefined;
    worker.terminate?.();
    this.take?.(new CrosswalkError('workerLost', words));
  }
}

export function died(given: unknown): string {
  const words = (given as { message?: unknown } | null)?.message;
  return typeof words === 'string' ? `The Worker has died: ${words}` : 'The Worker has died.';
}

function ended(): CrosswalkError {
  return new CrosswalkError('disposed', 'The connection to the Worker has been disposed of.');
}
