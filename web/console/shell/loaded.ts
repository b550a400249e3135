// Something a page needs from the server: not there yet, there, or failed, with a way to ask again.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiError, wordsOf } from '../api/client.js';

export class Loaded<T> implements ReactiveController {
  value: T | undefined;
  problem = '';
  pending = false;
  private turn = 0;

  constructor(
    private readonly host: ReactiveControllerHost & EventTarget,
    private readonly ask: () => Promise<T>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    void this.load();
  }

  /** Keeps what was there while the newer is on its way. */
  async load(): Promise<void> {
    const turn = ++this.turn;
    this.pending = true;
    this.host.requestUpdate();
    try {
      const value = await this.ask();
      if (turn !== this.turn) return;
      this.value = value;
      this.problem = '';
    } catch (thrown) {
      if (turn !== this.turn) return;
      this.problem = wordsOf(thrown);
      if (thrown instanceof ApiError && thrown.status === 401) {
        this.host.dispatchEvent(new CustomEvent('signed-out', { bubbles: true, composed: true }));
      }
    }
    this.pending = false;
    this.host.requestUpdate();
  }
}

/** Nothing there is no failure: the answer of a 404 is null. */
export async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.status === 404) return null;
    throw thrown;
  }
}
