import { expect, test } from 'vitest';
import { screenshot } from '../../testing/browser.js';
import { codes } from '../../testing/fixtures.js';
import { accessibilityProblems, bench } from '../../testing/mount.js';

const { mount, set } = bench();

test('shows each code with its example, cause and cure, family by family', async () => {
  const page = await mount('crosswalk-codes', { codes });
  const entry = page.getByRole('article').filter({ hasText: 'CW2104' });
  await entry.getByText('A field that Salesforce does not let anybody write').waitFor();
  await entry.getByText('Let it travel from Salesforce only.').waitFor();
  expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
    'Fields',
    'Matching',
  ]);
});

test('is accessible, in light and dark', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await mount('crosswalk-codes', { codes, chosen: 'CW2104' }, scheme);
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, `element-codes-${scheme}`);
    await page.context().close();
  }
});

test('words narrow the list, and are told how many are left', async () => {
  const page = await mount('crosswalk-codes', { codes });
  await page.getByText('3 codes', { exact: true }).waitFor();
  await page.getByRole('searchbox').fill('duplicates external');
  await page.getByText('1 code', { exact: true }).waitFor();
  await page.getByRole('article').getByText('CW2201').waitFor();
  await page.getByRole('searchbox').fill('cw9');
  await page.getByText('No code says this').waitFor();
});

test('a chosen code is marked and has the focus, even when words had hidden it', async () => {
  const page = await mount('crosswalk-codes', { codes });
  await page.getByRole('searchbox').fill('cw2104');
  await page.getByText('1 code', { exact: true }).waitFor();
  await set({ chosen: 'cw2201' });
  await page.locator('article[aria-current=true]').getByText('CW2201').waitFor();
  await expect
    .poll(() =>
      page.evaluate(() => document.querySelector('crosswalk-codes')?.shadowRoot?.activeElement?.id),
    )
    .toBe('CW2201');
});

test('every code has an address of its own', async () => {
  const page = await mount('crosswalk-codes', { codes, codesAt: '#/docs/codes/' });
  const link = page.getByRole('link', { name: 'CW2104' });
  expect(await link.getAttribute('href')).toBe('#/docs/codes/CW2104');
});
