// A run's state and kind in words, and the tone they are shown in.
import type { Run } from './documents.js';

const states: Record<Run['state'], { name: string; tone: string }> = {
  queued: { name: 'Queued', tone: 'busy' },
  running: { name: 'Running', tone: 'busy' },
  waitingApproval: { name: 'Waiting for approval', tone: 'warn' },
  paused: { name: 'Paused', tone: 'warn' },
  succeeded: { name: 'Succeeded', tone: 'good' },
  partial: { name: 'Done, with issues', tone: 'warn' },
  failed: { name: 'Failed', tone: 'bad' },
  cancelled: { name: 'Cancelled', tone: '' },
};

export function runState(state: Run['state']): { name: string; tone: string } {
  return states[state] ?? { name: state, tone: '' };
}

const kinds: Record<string, string> = {
  initial: 'Full run',
  instant: 'Run of changes',
  forced: 'Forced run',
  reconcile: 'Reconciling run',
  undo: 'Undoing run',
};

export function runKind(kind: string): string {
  return kinds[kind] ?? kind;
}

export function hasEnded(run: Run): boolean {
  return ['succeeded', 'partial', 'failed', 'cancelled'].includes(run.state);
}
