import { expect, test } from 'vitest';

import { plan } from '../../testing/fixtures.js';
import { accessibilityProblems, bench } from '../../testing/mount.js';

const { mount, events } = bench();

test('shows totals, cost and every record with its values before and after', async () => {
  const page = await mount('crosswalk-plan', { plan });
  await page.getByText('API calls').waitFor();
  await page.getByText('about 16 s').waitFor();
  await page.getByText('p-2').click();
  const row = page.getByRole('row', { name: /Health__c/ });
  await row.getByText('41.5').waitFor();
  await row.getByText('48.25').waitFor();
  await row.getByText('conflict settled: platform').waitFor();
  await page.getByText('Last name is empty.').waitFor();
});

test('is accessible, in light and dark', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await mount('crosswalk-plan', { plan }, scheme);
    await page.getByText('p-1').click();
    expect(await accessibilityProblems(page)).toEqual([]);
  }
});

test('asks for a kind of record and for more', async () => {
  const page = await mount('crosswalk-plan', { plan });
  await page.getByRole('button', { name: 'Update' }).click();
  await page.getByRole('button', { name: 'Show more records' }).click();
  expect(await events('crosswalk-filter')).toEqual([{ action: 'update' }]);
  expect(await events('crosswalk-more')).toHaveLength(1);
});

test('says what a plan is before there is one, and that it is computed', async () => {
  const page = await mount('crosswalk-plan', { plan: null });
  await page.getByText('No plan yet').waitFor();
  const computing = await mount('crosswalk-plan', { plan: null, loading: true });
  await computing.getByText('Computing the plan').waitFor();
});
