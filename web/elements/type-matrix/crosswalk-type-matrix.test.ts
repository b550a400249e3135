import { expect, test } from 'vitest';
import { screenshot } from '../../testing/browser.js';
import { matrix } from '../../testing/fixtures.js';
import { accessibilityProblems, bench } from '../../testing/mount.js';

const { mount } = bench();

test('shows a letter for each pair, and the reason of the cell that is pointed at', async () => {
  const page = await mount('crosswalk-type-matrix', { matrix });
  const row = page.getByRole('row', { name: /Checkbox/ });
  expect(await row.getByRole('gridcell').allTextContents()).toEqual(['–', 'E']);
  await row.getByRole('gridcell').first().hover();
  const pair = page.getByRole('complementary', { name: 'The chosen pair' });
  await pair.getByText('Text and Checkbox').waitFor();
  await pair.getByText('A text is no truth.').waitFor();
  await pair.getByText('Map each text to true or false.').waitFor();
});

test('is accessible, in light and dark', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await mount('crosswalk-type-matrix', { matrix }, scheme);
    await page.getByRole('gridcell').first().focus();
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, `element-type-matrix-${scheme}`);
    await page.context().close();
  }
});

test('the arrow keys go from cell to cell, and Tab stops once', async () => {
  const page = await mount('crosswalk-type-matrix', { matrix });
  await page.getByRole('gridcell').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.getByText('Yes or no and Checkbox').waitFor();
  expect(await page.locator('td[tabindex="0"]').count()).toBe(1);
});

test('both sides are narrowed by words, and the other way is a choice', async () => {
  const page = await mount('crosswalk-type-matrix', { matrix });
  await page.getByLabel('Salesforce field', { exact: true }).fill('check');
  await page.getByLabel('Platform type', { exact: true }).fill('text');
  expect(await page.getByRole('gridcell').allTextContents()).toEqual(['–']);
  await page.getByLabel('Values travel').selectOption('toPlatform');
  expect(await page.getByRole('gridcell').allTextContents()).toEqual(['C']);
  await page.getByLabel('Salesforce field', { exact: true }).fill('nothing of the kind');
  await page.getByText('No type bears this name').waitFor();
});

test('formulas and their like are shown when they are wanted', async () => {
  const page = await mount('crosswalk-type-matrix', { matrix });
  expect(await page.getByRole('row').count()).toBe(3);
  await page.getByLabel(/Formulas/).check();
  await page.getByRole('row', { name: /Formula \(Text\)/ }).waitFor();
});
