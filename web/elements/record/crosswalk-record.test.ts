import { expect, test } from 'vitest';

import { platform, record } from '../../testing/fixtures.js';
import { accessibilityProblems, bench } from '../../testing/mount.js';

const { mount } = bench();

const [object] = platform.objects;

test('shows values under their labels, and what the schema does not know after them', async () => {
  const page = await mount('crosswalk-record', { record, object });
  await page.getByText('In step', { exact: true }).waitFor();
  expect(await page.getByRole('term').allTextContents()).toEqual(['Email', 'Tags', 'extra']);
  await page.getByText('003000000000001AAA').waitFor();
});

test('is accessible, in light and dark', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await mount('crosswalk-record', { record, object }, scheme);
    expect(await accessibilityProblems(page)).toEqual([]);
  }
});

test('markup in a value stays text', async () => {
  const page = await mount('crosswalk-record', {
    record: { ...record, key: '<b>k</b>', fields: { email: '<img src=x onerror=alert(1)>' } },
    object,
  });
  await page.getByText('<img src=x onerror=alert(1)>').waitFor();
  expect(await page.locator('img').count()).toBe(0);
});
