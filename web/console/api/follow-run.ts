// A run as it goes on: server-sent events while they come, and asking again where they do not.
import type { Issue, Run } from '../../elements/model/documents.js';
import { hasEnded } from '../../elements/model/run-words.js';
import { api } from './client.js';

const kAskAgainMs = 2000;

export interface Followed {
  run(run: Run): void;
  issue(issue: Issue): void;
}

/** Returns the way to stop. The browser reconnects by itself and names the last event that it saw. */
export function followRun(id: string, followed: Followed): () => void {
  let timer: number | undefined;
  let stopped = false;
  const source = new EventSource(api.runEvents(id));

  const stop = (): void => {
    stopped = true;
    source.close();
    window.clearTimeout(timer);
  };
  const tell = (run: Run): void => {
    if (stopped) return;
    followed.run(run);
    if (hasEnded(run)) stop();
  };
  const ask = async (): Promise<void> => {
    try {
      tell(await api.run(id));
    } catch {
      // The server is away for a moment; the next question may find it.
    }
    if (!stopped) timer = window.setTimeout(ask, kAskAgainMs);
  };

  source.addEventListener('progress', (event) => tell(JSON.parse(event.data) as Run));
  source.addEventListener('end', (event) => tell(JSON.parse(event.data) as Run));
  source.addEventListener('issue', (event) => followed.issue(JSON.parse(event.data) as Issue));
  source.addEventListener('error', () => {
    // Closed for good (the stream's end, or refused), not a reconnect that the browser does itself.
    if (source.readyState === EventSource.CLOSED && !stopped && timer === undefined) void ask();
  });
  void ask();
  return stop;
}
