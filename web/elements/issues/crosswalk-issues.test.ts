import { expect, test } from 'vitest';

import { issues } from '../../testing/fixtures.js';
import { accessibilityProblems, bench } from '../../testing/mount.js';

const { mount, events } = bench();

const now = Date.parse('2026-11-22T10:05:00Z');

test('groups by cause, with the cure', async () => {
  const page = await mount('crosswalk-issues', { issues, now });
  await page.getByRole('heading', { name: 'Text is too long for the field: Tags__c' }).waitFor();
  await page.getByText('12 records').waitFor();
  await page.getByText('Shorten the text, or let the mapping cut it.').first().waitFor();
  await page.getByRole('heading', { name: 'A required field is empty: LastName' }).waitFor();
});

test('is accessible, in light and dark', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await mount('crosswalk-issues', { issues, now, more: true }, scheme);
    expect(await accessibilityProblems(page)).toEqual([]);
  }
});

test('a long group opens, a record and the next page can be asked for', async () => {
  const page = await mount('crosswalk-issues', { issues, now, more: true });
  expect(await page.getByRole('button', { name: 'participant p-11' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Show all 12' }).click();
  await page.getByRole('button', { name: 'participant p-11' }).click();
  await page.getByRole('button', { name: 'Show more issues' }).click();
  expect(await events('crosswalk-record')).toEqual([{ object: 'participant', key: 'p-11' }]);
  expect(await events('crosswalk-more')).toHaveLength(1);
});

test('no issues is good news', async () => {
  const page = await mount('crosswalk-issues', { issues: [], now });
  await page.getByText('No open issues').waitFor();
});
