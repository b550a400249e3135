// How a platform record stands with Salesforce, in words and tone.
const states: Record<string, { name: string; tone: string }> = {
  inStep: { name: 'In step', tone: 'good' },
  waiting: { name: 'Waiting', tone: 'busy' },
  issue: { name: 'Issue', tone: 'warn' },
  inactive: { name: 'Inactive', tone: '' },
  unlinked: { name: 'Not linked', tone: '' },
};

export function recordState(state: string | undefined): { name: string; tone: string } {
  return states[state ?? 'unlinked'] ?? { name: state ?? '', tone: '' };
}
