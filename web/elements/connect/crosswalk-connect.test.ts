import { expect, test } from 'vitest';

import { connection } from '../../testing/fixtures.js';
import { accessibilityProblems, bench } from '../../testing/mount.js';

const { mount, events } = bench();

const app = {
  name: 'salesforce',
  loginUrl: 'https://login.salesforce.com',
  consumerKey: 'key',
  scopes: ['api'],
};

test('asks for the app first and lets nobody connect before', async () => {
  const page = await mount('crosswalk-connect', {
    callbackUrl: 'https://cw.example/oauth/callback',
  });
  expect(await page.getByLabel('Callback URL').inputValue()).toBe(
    'https://cw.example/oauth/callback',
  );
  expect(await page.getByRole('button', { name: 'Connect to Salesforce' }).isDisabled()).toBe(true);
});

test('is accessible at each step, in light and dark', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const properties of [{}, { app }, { app, connection }, { app, problem: 'Refused.' }]) {
      const page = await mount('crosswalk-connect', properties, scheme);
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.context().close();
    }
  }
});

test('tells the settings, trimmed, and only when they are complete', async () => {
  const page = await mount('crosswalk-connect', {});
  await page.getByLabel('Consumer key').fill('  3MVG9  ');
  await page.getByRole('button', { name: 'Save app' }).click();
  expect(await events('crosswalk-app')).toEqual([]);
  await page.getByLabel('Consumer secret').fill('s3cret');
  await page.getByRole('button', { name: 'Save app' }).click();
  expect(await events('crosswalk-app')).toEqual([
    { loginUrl: 'https://login.salesforce.com', consumerKey: '3MVG9', consumerSecret: 's3cret' },
  ]);
});

test('shows the org once it is connected, and tells when it is to be left', async () => {
  const page = await mount('crosswalk-connect', { app, connection });
  await page.getByText('1,843 of 15,000').waitFor();
  await page.getByRole('button', { name: 'Disconnect' }).click();
  expect(await events('crosswalk-disconnect')).toHaveLength(1);
});
