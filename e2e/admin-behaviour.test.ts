import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { complaintsAbout } from './axe.ts';
import { journeys } from './journeys.ts';
import { MerchantApi } from './merchant-api.ts';

const house = journeys();

/** A page, and what opens on it: by the name of its button, each closed again by its key. */
interface Look {
  readonly path: string;
  readonly dialogs?: readonly string[];
}

async function looks(): Promise<Look[]> {
  const merchant = await MerchantApi.signIn(house.url);
  const { id } = await merchant.createCampaign({ accessType: 'PASSWORD_OR_EMAIL', password: 'deep blue sea' });
  return [
    { path: `campaigns/${id}`, dialogs: ['Add access code'] },
    { path: `campaigns/${id}/live-view` },
    { path: 'catalog' },
    { path: 'settings', dialogs: ['Create token', 'Rotate keys', 'Connect Klaviyo'] },
    { path: 'settings/new-campaigns' },
    { path: 'nowhere' },
  ];
}

const WIDTHS = [1280, 390];

async function merchant(expected?: (text: string) => boolean): Promise<Page> {
  return (await house.visitor({ viewport: { width: 1280, height: 900 } }, expected)).newPage();
}

/** Whatever keeps somebody from using the page as it stands, and how far it reaches beyond the screen. */
async function complaints(page: Page, where: string, within?: string): Promise<string[]> {
  const told = await complaintsAbout(page, within === undefined ? {} : { within });
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [...told, ...(beyond > 0 ? [`reaches ${beyond} pixels beyond the screen`] : [])].map(
    (one) => `${where}: ${one}`,
  );
}

async function complaintsAt(page: Page, { path, dialogs = [] }: Look): Promise<string[]> {
  await page.goto(`${house.url}/admin/${path}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('[class*="Polaris-Skeleton"], .shell') === null);
  const told: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    told.push(...(await complaints(page, `${path} at ${width}`)));
  }
  for (const name of dialogs) {
    await page.getByRole('button', { name, exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button').first().waitFor();
    told.push(...(await complaints(page, `${path}, ${name}`, '[role="dialog"]')));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
  return told;
}

/** Before any script has run, which on a slow network is a second or more. */
async function firstLook(width: number, path: string): Promise<string[]> {
  const visitor = await house.visitor({ viewport: { width, height: 900 }, javaScriptEnabled: false });
  const page = await visitor.newPage();
  await page.goto(`${house.url}/admin/${path}`);
  return page.getByRole('heading').allInnerTexts();
}

test('the pages that no other journey leads to are usable by everybody, on a desk and on a phone', async () => {
  const page = await merchant();
  const told: string[] = [];
  for (const look of await looks()) told.push(...(await complaintsAt(page, look)));

  expect(told).toEqual([]);
  for (const width of WIDTHS) expect(await firstLook(width, 'settings')).toContain('Shop details');
});

test('a network that goes away is told of, takes nothing typed, and its return is noticed without a press', async () => {
  const page = await merchant((text) => /ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(text));
  await page.goto(`${house.url}/admin/settings`);
  const name = page.getByLabel('Name', { exact: true });
  const before = await name.inputValue();
  await name.fill('Harbour and sons');
  await page.context().setOffline(true);

  await page.getByText('You’re offline').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The network is gone').first().waitFor();
  expect(await name.inputValue()).toBe('Harbour and sons');
  await page.context().setOffline(false);

  await page.getByText('You’re offline').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Shop details saved').first().waitFor();
  await name.fill(before);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('region', { name: 'Unsaved changes' }).waitFor({ state: 'hidden' });
});

test('what is set in the settings holds: a test mail arrives, a new key is published, a new campaign looks as set', async () => {
  const page = await merchant();
  await page.goto(`${house.url}/admin/settings#mail`);
  await page.getByLabel('Send a test mail to').fill('me@demo.example');
  await page.getByRole('button', { name: 'Send test mail' }).click();
  await page.getByText('The test mail is in the demo’s mailbox.').first().waitFor();

  await page.getByRole('button', { name: 'Rotate keys' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rotate keys' }).click();
  await page.getByText('Waiting', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Rotate keys' }).waitFor();

  await page.getByRole('link', { name: 'Change what they begin with' }).click();
  await page.getByLabel('Accent colour', { exact: true }).fill('#1a6b54');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. New campaigns begin with it.').first().waitFor();
  const api = await MerchantApi.signIn(house.url);
  const { id } = await api.createCampaign({ accessType: 'EMAIL_SIGNUP' });
  await page.goto(`${house.url}/admin/campaigns/${id}`);
  expect(await page.getByLabel('Accent colour', { exact: true }).inputValue()).toBe('#1a6b54');
  await page.goto(`${house.url}/demo/mailbox`);
  await page.getByText('Your mails arrive').first().waitFor();
});
