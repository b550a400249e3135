import { expect, test } from 'vitest';

import { run } from '../../testing/fixtures.js';
import { accessibilityProblems, bench } from '../../testing/mount.js';

const { mount, set } = bench();

test('shows phase, figures of both sides and the time that is left', async () => {
  const page = await mount('crosswalk-run', { run });
  await page.getByText('Running').waitFor();
  await page.getByText('about 12 s left').waitFor();
  await page.getByRole('row', { name: 'Salesforce 6,012 4,183 1,204 21' }).waitFor();
  expect(
    await page.getByRole('listitem').filter({ hasText: 'Write' }).getAttribute('aria-current'),
  ).toBe('step');
});

test('is accessible, in light and dark', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await mount('crosswalk-run', { run }, scheme);
    expect(await accessibilityProblems(page)).toEqual([]);
  }
});

test('follows the run to its end', async () => {
  const page = await mount('crosswalk-run', { run });
  await set({
    run: { ...run, state: 'partial', phase: 'settle', finishedAt: '2026-11-22T10:01:05Z' },
  });
  await page.getByText('Done, with issues').waitFor();
  await page.getByText('took 1 min 5 s').waitFor();
  expect(await page.locator('[aria-current=step]').count()).toBe(0);
});

test('a failed run says why', async () => {
  const page = await mount('crosswalk-run', {
    run: {
      ...run,
      state: 'failed',
      cause: 'The org has no API calls left today.',
      finishedAt: '2026-11-22T10:01:00Z',
    },
  });
  await page.getByText('The org has no API calls left today.').waitFor();
});

test('a run that has just begun has no figures yet and shows none', async () => {
  const page = await mount('crosswalk-run', {
    run: { id: 'x', sync: 's', kind: 'instant', state: 'queued' },
  });
  await page.getByText('Not started yet').waitFor();
});
