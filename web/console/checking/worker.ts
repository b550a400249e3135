// Checks mappings beside the page, so that typing never waits for it.
import { type Crosswalk, load, type Workspace } from '@crosswalk/core';
import type { Question, Reply } from './protocol.js';

const loading: Promise<Crosswalk> = load();
let workspace: Workspace | undefined;

self.addEventListener('message', async (event: MessageEvent<Question>) => {
  const question = event.data;
  const sequence = question.kind === 'check' ? question.sequence : -1;
  try {
    const crosswalk = await loading;
    if (question.kind === 'schemas') {
      workspace?.close();
      workspace = crosswalk.workspace(question);
    } else if (workspace) {
      reply({ kind: 'report', sequence, report: workspace.validate(question.mapping) });
    }
  } catch (thrown) {
    reply({
      kind: 'failure',
      sequence,
      message: thrown instanceof Error ? thrown.message : String(thrown),
    });
  }
});

function reply(message: Reply): void {
  self.postMessage(message);
}
