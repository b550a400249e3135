import { expect, test } from 'vitest';
import { screenshot } from '../../testing/browser.js';
import { contact, mappingText, platform, report } from '../../testing/fixtures.js';
import { accessibilityProblems, bench } from '../../testing/mount.js';

const { mount, events, set } = bench();

const properties = { text: mappingText, platform, salesforce: [contact], report };
type Change = { text: string };

test('shows every pair with labels, types, rules and what is wrong with it', async () => {
  const page = await mount('crosswalk-mapper', properties);
  const row = page.getByRole('row', { name: /last_name/ });
  await row.getByText('Text(80)', { exact: true }).waitFor();
  expect(await row.getByText('required').count()).toBe(2);
  await page.getByRole('row', { name: /Emial/ }).getByText('Did you mean "Email"?').waitFor();
});

test('is accessible as table and as text, in light and dark', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await mount('crosswalk-mapper', properties, scheme);
    await page.getByRole('button', { name: 'Settings of email' }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, `element-mapper-${scheme}`);
    await page.getByRole('button', { name: 'Text', exact: true }).click();
    await page.locator('.cm-content').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.context().close();
  }
});

test('a Salesforce field is found by typing and chosen with the keyboard', async () => {
  const page = await mount('crosswalk-mapper', properties);
  await page.getByRole('button', { name: /Salesforce field of email/ }).click();
  const search = page.getByRole('combobox', { name: 'Contact field for email' });
  await search.fill('mail');
  await page.getByRole('option', { name: /Email/ }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await search.press('Enter');
  const [change] = await events<Change>('crosswalk-change');
  expect(change?.text).toBe(mappingText.replace('"Emial"', '"Email"'));
  await expect
    .poll(() =>
      page.evaluate(
        () => document.querySelector('crosswalk-mapper')?.shadowRoot?.activeElement?.className,
      ),
    )
    .toContain('side');
});

test('Escape leaves the list without a change', async () => {
  const page = await mount('crosswalk-mapper', properties);
  await page.getByRole('button', { name: /Salesforce field of email/ }).click();
  await page.getByRole('combobox', { name: /field for email/ }).press('Escape');
  await page.getByRole('combobox', { name: /field for email/ }).waitFor({ state: 'hidden' });
  expect(await events('crosswalk-change')).toEqual([]);
});

test('a pair is added by choosing both fields, and removed again', async () => {
  const page = await mount('crosswalk-mapper', properties);
  await page.getByRole('button', { name: 'Add field' }).click();
  await page.getByRole('option', { name: /score/ }).click();
  await page.getByRole('option', { name: /Health__c/ }).click();
  const [change] = await events<Change>('crosswalk-change');
  expect(change?.text).toContain('{ "platform": "score", "salesforce": "Health__c" }');
  await page.getByRole('button', { name: 'Remove score' }).click();
  const all = await events<Change>('crosswalk-change');
  expect(all.at(-1)?.text).toBe(mappingText);
});

test('direction and settings are written into the text', async () => {
  const page = await mount('crosswalk-mapper', properties);
  await page.getByLabel('Direction of tags').selectOption('push');
  await page.getByRole('button', { name: 'Settings of tags' }).click();
  await page.getByLabel('When the text is too long').selectOption('truncate');
  const all = await events<Change>('crosswalk-change');
  expect(all.at(-1)?.text).toContain(
    '{ "platform": "tags", "salesforce": "Tags__c", "direction": "push", "onTooLong": "truncate" }',
  );
});

test('a fix beside a field is told', async () => {
  const page = await mount('crosswalk-mapper', properties);
  await page.getByRole('button', { name: 'Change to "Email"' }).click();
  expect(await events('crosswalk-fix')).toHaveLength(1);
});

test('typing in the text shows in the table', async () => {
  const page = await mount('crosswalk-mapper', { ...properties, view: 'text' });
  await page.locator('.cm-line', { hasText: 'last_name' }).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('{ "platform": "score", "salesforce": "Health__c" },');
  await page.getByRole('button', { name: 'Table' }).click();
  await page.getByRole('button', { name: 'Salesforce field of score: Health' }).waitFor();
});

test('typing over a selected value needs no inline style', async () => {
  const page = await mount('crosswalk-mapper', { ...properties, view: 'text' });
  await page.getByText('"LastName"', { exact: true }).dblclick();
  await page.keyboard.type('Name');
  const all = await events<Change>('crosswalk-change');
  expect(all.at(-1)?.text).toBe(mappingText.replace('LastName', 'Name'));
});

test('a fix is offered in the text, where the finding is', async () => {
  const page = await mount('crosswalk-mapper', { ...properties, view: 'text' });
  await page.locator('.cm-lintRange-error').hover();
  await page.getByRole('button', { name: 'Change to "Email"' }).click();
  const [change] = await events<Change>('crosswalk-change');
  expect(change?.text).toBe(mappingText.replace('"Emial"', '"Email"'));
});

test('text that is no JSON says so in the table instead of losing it', async () => {
  const page = await mount('crosswalk-mapper', { ...properties, text: '{ "objects": [' });
  await page.getByText('This text cannot be shown as a table').waitFor();
  expect(await events('crosswalk-change')).toEqual([]);
});

test('an object that is not described is asked for, once', async () => {
  await mount('crosswalk-mapper', { ...properties, salesforce: [] });
  await set({ report: null });
  expect(await events('crosswalk-object-wanted')).toEqual([{ name: 'Contact' }]);
});

test('five hundred pairs are shown and filtered', async () => {
  const fields = Array.from({ length: 500 }, (_, index) => ({
    platform: `field_${index}`,
    salesforce: `Field_${index}__c`,
  }));
  const text = JSON.stringify({
    version: 1,
    objects: [{ platform: 'participant', salesforce: 'Contact', fields }],
  });
  const page = await mount('crosswalk-mapper', { ...properties, text, report: null });
  await page.getByText('500 field pairs').waitFor();
  await page.getByLabel('Filter field pairs').fill('field_499');
  await page.getByText('500 field pairs, 1 shown').waitFor();
});
