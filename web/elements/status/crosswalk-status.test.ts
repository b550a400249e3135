import { expect, test } from 'vitest';

import { sync } from '../../testing/fixtures.js';
import { accessibilityProblems, bench } from '../../testing/mount.js';

const { mount } = bench();

const now = Date.parse('2026-11-22T10:05:00Z');

test('shows how many records are in step, waiting and in trouble', async () => {
  const page = await mount('crosswalk-status', { sync, now });
  await page.getByText('9,712').waitFor();
  await page.getByText('Needs attention').waitFor();
  await page.getByText('Last run 5 minutes ago').waitFor();
});

test('is accessible, in light and dark', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await mount('crosswalk-status', { sync, now }, scheme);
    expect(await accessibilityProblems(page)).toEqual([]);
  }
});

test('a sync that never ran says so', async () => {
  const page = await mount('crosswalk-status', {
    sync: { ...sync, status: { firstSync: 'never', current: 'idle' } },
    now,
  });
  await page.getByText('Never run').waitFor();
});
