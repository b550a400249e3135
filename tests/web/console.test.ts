// One story in the console, from signing in to the issues of the first run. The tests go on where the
// one before them stopped.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { screenshot } from '../../web/testing/browser.js';
import { begin, type Story } from './story.js';

let story: Story;

beforeAll(async () => {
  story = await begin();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await screenshot(story.page, 'console-failure');
});
afterAll(() => story?.end());

const kRunMs = 90_000;

test('a wrong API key is refused with a reason, the right one opens the console', async () => {
  const { page, url, apiKey } = story;
  await page.goto(url);
  await page.getByLabel('API key').fill('not-a-key');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').getByText('This API key is not known.').waitFor();
  await story.look('console-01-sign-in');

  await page.getByLabel('API key').fill(apiKey);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.getByText('Connect Salesforce').waitFor();
  await story.look('console-02-set-up');
});

test('signing out closes the console, and a sign-in link opens it again, once', async () => {
  const { page, url } = story;
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('API key').waitFor();
  const link = await story.signInLink();
  await page.goto(link);
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  expect(new URL(page.url()).origin).toBe(new URL(url).origin);

  const answer = await page.request.get(link, { maxRedirects: 0 });
  expect(answer.status()).toBe(404);
});

test('the org is connected through its own consent page', async () => {
  const { page, orgUrl, consumerKey, consumerSecret } = story;
  await page.getByRole('link', { name: 'Connection' }).click();
  await page.getByLabel('Login URL').fill(orgUrl);
  await page.getByLabel('Consumer key').fill(consumerKey);
  await page.getByLabel('Consumer secret').fill(consumerSecret);
  await story.look('console-03-app');
  await page.getByRole('button', { name: 'Save app' }).click();
  await page.getByRole('button', { name: 'Connect to Salesforce' }).click();

  await page.waitForURL(`${orgUrl}/**`);
  await page.getByRole('button', { name: 'Allow', exact: true }).click();

  await page.getByText('Connected', { exact: true }).waitFor();
  await page.getByRole('term').filter({ hasText: 'User' }).waitFor();
  await story.look('console-04-connected');
});

test('objects and fields of the org can be looked at', async () => {
  const { page } = story;
  await page.getByRole('link', { name: 'Objects' }).click();
  await page.getByLabel('Find an object').fill('contact');
  await page.getByRole('link', { name: 'Contact Contact' }).click();
  const row = page.getByRole('row', { name: /Participant_Id__c/ });
  await row.getByText('External ID').waitFor();
  await story.look('console-05-objects');
  await page.getByLabel('Find a field').fill('last name');
  await page
    .getByRole('row', { name: /LastName/ })
    .getByText('Required')
    .waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
});

test('codes and types can be looked up, from the module itself', async () => {
  const { page } = story;
  await page.getByRole('link', { name: 'Problem codes' }).click();
  await page.getByRole('article').filter({ hasText: 'CW2102' }).first().waitFor();
  // axe takes its time with two hundred entries.
  await page.getByRole('searchbox').fill('external id');
  await story.look('console-05-codes');
  await page.getByRole('link', { name: 'Field types' }).click();
  await page.getByRole('gridcell').first().focus();
  await story.look('console-05-types');
});

test('a mapping is written, its mistake shows as it is typed, and its fix mends it', async () => {
  const { page, mapping } = story;
  await page.getByRole('link', { name: 'Mappings' }).click();
  await page.getByRole('button', { name: 'New mapping' }).first().click();
  await page.getByLabel('Name').fill('participants');
  await page.getByRole('button', { name: 'Create mapping' }).click();
  await page.getByText('No objects are paired yet').waitFor();

  await page.getByRole('button', { name: 'Text', exact: true }).click();
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(mapping);
  await page.getByText('Unsaved changes').waitFor();
  await page.locator('crosswalk-diagnostics').getByText('Checking…').waitFor({ state: 'hidden' });
  expect(await page.locator('.cm-lintRange-error').count()).toBe(0);

  const line = page.locator('.cm-line', { hasText: '"email"' }).first();
  await line.getByText('"Email"', { exact: true }).dblclick();
  await page.keyboard.insertText('Emial');
  const finding = page.locator('crosswalk-diagnostics').getByText(/has no field "Emial"/);
  await finding.waitFor();
  await page.locator('.cm-lintRange-error').first().waitFor();
  await story.look('console-06-mistake');

  const meaning = page.getByRole('link', { name: 'What CW2102 means' }).first();
  const [entry] = await Promise.all([page.context().waitForEvent('page'), meaning.click()]);
  await entry.locator('article[aria-current=true]').getByText('CW2102').waitFor();
  await entry.close();

  await page
    .locator('crosswalk-diagnostics')
    .getByRole('button', { name: /"Email"/ })
    .click();
  await finding.waitFor({ state: 'detached' });
  await page.locator('.cm-lintRange-error').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Unsaved changes').waitFor({ state: 'detached' });
});

test('the table shows the same mapping, and a choice in it is checked at once', async () => {
  const { page } = story;
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('row', { name: /last_name/ }).waitFor();
  await story.look('console-07-mapping');

  await page.getByRole('button', { name: /Salesforce field of birth_date/ }).click();
  const search = page.getByRole('combobox', { name: 'Contact field for birth_date' });
  await search.fill('opt out of email');
  await search.fill('HasOptedOutOfEmail');
  await search.press('Enter');
  const row = page.getByRole('row', { name: /birth_date/ });
  await row.locator('.finding.error').first().waitFor();
  await story.look('console-08-mismatch');
  await page.getByRole('button', { name: 'Discard' }).click();
  await row.locator('.finding.error').first().waitFor({ state: 'detached' });
});

test('a sync is created, and its plan says what would be written', async () => {
  const { page } = story;
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('button', { name: 'Create sync' }).click();
  await page.getByLabel('Name').fill('participants');
  await page.getByRole('button', { name: 'Create sync' }).last().click();
  await page.getByRole('button', { name: 'Plan', exact: true }).click();
  await page.getByText('Create in Salesforce').waitFor({ timeout: kRunMs });
  await page.locator('details.record').first().locator('summary').click();
  await story.look('console-09-plan');

  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect
    .poll(() => page.locator('details.record .badge').allTextContents())
    .toSatisfy((all: string[]) => all.length > 0 && all.every((each) => each === 'Create'));
});

test('a run is started and watched to its end', async () => {
  const { page } = story;
  await page.getByRole('button', { name: 'Run for the first time' }).click();
  const run = page.locator('crosswalk-run');
  await run
    .getByRole('status')
    .getByText(/Succeeded|Done, with issues/)
    .waitFor({ timeout: kRunMs });
  const written = run.getByRole('row', { name: /^Salesforce/ }).getByRole('cell');
  const created = Number((await written.nth(1).textContent())?.replace(/\D/g, ''));
  expect(created).toBeGreaterThan(0);
  await page.getByRole('heading', { name: 'Issues of this run' }).waitFor();
  await story.look('console-10-run');
});

test('issues say why, what to do, and lead to their records', async () => {
  const { page } = story;
  await page.getByRole('link', { name: 'Issues' }).click();
  const issues = page.locator('crosswalk-issues');
  await issues.getByRole('row').nth(1).waitFor();
  expect(await issues.locator('.cure').first().textContent()).not.toBe('');
  await story.look('console-11-issues');
  await issues
    .getByRole('button', { name: /^participant / })
    .first()
    .click();
  await page.getByText('Issue', { exact: true }).waitFor();
  await story.look('console-12-record');
});

test('records show how they stand, and the overview is done with setting up', async () => {
  const { page } = story;
  await page.getByRole('link', { name: 'Records' }).first().click();
  await page.locator('tbody .badge', { hasText: 'In step' }).first().waitFor();
  await story.look('console-13-records');
  await page.getByLabel('State').selectOption('issue');
  await expect
    .poll(() => page.locator('tbody .badge').allTextContents())
    .toSatisfy((all: string[]) => all.length > 0 && all.every((each) => each === 'Issue'));

  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('heading', { name: 'Latest runs' }).waitFor();
  expect(await page.getByLabel('To set up').count()).toBe(0);
  await story.look('console-14-overview');
});

test('nothing changed means that a second run writes nothing', async () => {
  const { page } = story;
  await page.getByRole('button', { name: 'Plan and run' }).click();
  await page.getByRole('button', { name: 'Run now' }).click();
  const run = page.locator('crosswalk-run');
  await run
    .getByRole('status')
    .getByText(/Succeeded|Done, with issues/)
    .waitFor({ timeout: kRunMs });
  const written = run.getByRole('row', { name: /^Salesforce/ }).getByRole('cell');
  expect(await written.nth(1).textContent()).toBe('0');
  expect(await written.nth(2).textContent()).toBe('0');
});
