import { expect, test } from 'vitest';

import { report } from '../../testing/fixtures.js';
import { accessibilityProblems, bench } from '../../testing/mount.js';

const { mount, events } = bench();

test('shows what is wrong, why, and where', async () => {
  const page = await mount('crosswalk-diagnostics', { report });
  await page.getByText('Contact has no field "Emial"').waitFor();
  await page.getByText('the connected user may not see it').waitFor();
  await page.getByRole('button', { name: 'Line 11:45' }).waitFor();
  await page.getByText('1 error', { exact: true }).waitFor();
});

test('is accessible, in light and dark', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await mount('crosswalk-diagnostics', { report }, scheme);
    expect(await accessibilityProblems(page)).toEqual([]);
  }
});

test('a place and a fix are told, with the finding', async () => {
  const page = await mount('crosswalk-diagnostics', { report });
  await page.getByRole('button', { name: 'Line 11:45' }).click();
  await page.getByRole('button', { name: 'Change to "Email"' }).click();
  expect(await events('crosswalk-goto')).toEqual([{ diagnostic: report.diagnostics[0] }]);
  expect(await events('crosswalk-fix')).toEqual([
    { diagnostic: report.diagnostics[0], fix: report.diagnostics[0]?.fixes[0] },
  ]);
});

test('a code leads to its entry in the catalogue, where there is one', async () => {
  const page = await mount('crosswalk-diagnostics', { report, codesAt: '#/docs/codes/' });
  const link = page.getByRole('link', { name: 'What CW2102 means' });
  expect(await link.getAttribute('href')).toBe('#/docs/codes/CW2102');
  expect(await accessibilityProblems(page)).toEqual([]);
  const plain = await mount('crosswalk-diagnostics', { report });
  expect(await plain.getByRole('link').count()).toBe(0);
});

test('a clean report says so', async () => {
  const page = await mount('crosswalk-diagnostics', {
    report: { ok: true, errors: 0, warnings: 0, diagnostics: [] },
  });
  await page.getByText('No problems').waitFor();
});

test('a thousand findings come in portions', async () => {
  const [first] = report.diagnostics;
  const diagnostics = Array.from({ length: 1000 }, () => first);
  const page = await mount('crosswalk-diagnostics', { report: { ...report, diagnostics } });
  expect(await page.getByRole('listitem').count()).toBe(200);
  await page.getByRole('button', { name: /Show more/ }).click();
  expect(await page.getByRole('listitem').count()).toBe(400);
});
