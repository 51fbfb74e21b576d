import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { complaintsAbout } from './axe.ts';
import { gateOn } from './gate.ts';
import { journeys } from './journeys.ts';
import { campaignAt } from './merchant.ts';
import { MerchantApi } from './merchant-api.ts';
import { VENDOR_KEYS, Vendors } from './vendors.ts';

const house = journeys();

async function merchant(width = 1280): Promise<Page> {
  return (await house.visitor({ viewport: { width, height: 900 } })).newPage();
}

async function enterKey(page: Page, button: string, label: string, key: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(label, { exact: true }).fill(key);
  await dialog.getByRole('button', { name: /^(Connect|Replace)/ }).click();
}

/** Connects what is not connected yet: the tests of this file share one shop. */
async function connectBoth(page: Page): Promise<void> {
  await page.goto(`${house.url}/admin/settings`);
  await page.getByRole('heading', { name: 'Klaviyo', exact: true }).waitFor();
  for (const [name, label, key] of [
    ['Klaviyo', 'Private API key', VENDOR_KEYS.klaviyo],
    ['Omnisend', 'API key', VENDOR_KEYS.omnisend],
  ] as const) {
    const account = page.getByText(`Demo shop at ${name}`);
    const connect = page.getByRole('button', { name: `Connect ${name}`, exact: true });
    await account.or(connect).waitFor();
    if (await account.isVisible()) continue;
    await enterKey(page, `Connect ${name}`, label, key);
    await account.waitFor();
  }
}

async function save(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Unsaved changes' }).getByRole('button', { name: 'Save' }).click();
  await page.getByText('Campaign saved').first().waitFor();
}

async function chooseList(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Choose (a|another) list$/ }).click();
  await page.getByLabel('Search lists').fill(name.slice(0, 5));
  await page.getByRole('button', { name: `Choose ${name}` }).click();
}

async function campaignWithList(page: Page, name: string, list: string): Promise<string> {
  const { hostedPageUrl } = await campaignAt(page, house.url, { name, accessType: 'EMAIL_SIGNUP' });
  await chooseList(page, list);
  await page.getByRole('button', { name: 'Use vip-early-access' }).click();
  await save(page);
  return hostedPageUrl;
}

/** The same by the API, where choosing is not what a test is about; leads the page there. */
async function openCampaignAt(page: Page, name: string): Promise<string> {
  const fields = {
    name,
    accessType: 'EMAIL_SIGNUP',
    klaviyoListId: 'VIPLST',
    omnisendListId: 'vip-early-access',
  } as const;
  const { id, secretLink } = await (await MerchantApi.signIn(house.url)).createCampaign(fields);
  await page.goto(`${house.url}/admin/campaigns/${id}`);
  return `${house.url}/c/${secretLink}`;
}

async function signUp(hostedPageUrl: string, email: string, consent = true): Promise<void> {
  const page = await (await house.visitor()).newPage();
  await page.goto(hostedPageUrl);
  await gateOn(page).enterEmail(email, consent);
  await gateOn(page).products();
}

async function vendors(): Promise<Vendors> {
  return new Vendors(await (await house.visitor()).newPage(), house.url);
}

/** As long as a sign-up may take from the gate until it was seen at the vendor: it is looked for after half a minute. */
const arrival = { timeout: 90_000 };

const rowOf = (page: Page, email: string) => page.getByRole('row').filter({ hasText: email }).last();

test('sign-ups are seen arriving at both, who left or did not agree is told apart, and who is removed is deleted', async () => {
  const page = await merchant();
  await connectBoth(page);
  const campaign = await campaignWithList(page, 'Both ways', 'VIP early access');
  await signUp(campaign, 'gone@both.example');
  await rowOf(page, 'gone@both.example').getByText('Klaviyo: accepted').waitFor(arrival);
  await page.getByRole('button', { name: 'Remove gone@both.example' }).click();
  await page.getByText(/Klaviyo is asked to delete the whole profile/).waitFor();
  await page.getByText(/Omnisend has no deletion for apps/).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Sign-up removed').first().waitFor();

  await signUp(campaign, 'ada@both.example');
  await signUp(campaign, 'silent@both.example', false);
  await signUp(campaign, 'leaver@both.example');
  await (await vendors()).press('Unsubscribe: leaver@both.example');

  // Nobody touches the page: it finds out by itself.
  const ada = rowOf(page, 'ada@both.example');
  await ada.getByText('Klaviyo: on the list').waitFor(arrival);
  await ada.getByText('Omnisend: with the tag').waitFor(arrival);
  await rowOf(page, 'silent@both.example').getByText('Klaviyo: no consent').waitFor();
  await rowOf(page, 'leaver@both.example').getByText('Klaviyo: unsubscribed').waitFor(arrival);
  await page.getByText('1 person didn’t agree to e-mails.').first().waitFor();
  await page.getByText(/^1 person unsubscribed at Klaviyo/).waitFor();
  await page.getByRole('button', { name: 'History of ada@both.example' }).click();
  await page.getByRole('dialog').getByText('Klaviyo accepted it').waitFor();
  await page.getByRole('dialog').getByText('Seen on the list').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  expect(await (await vendors()).forgetsAtKlaviyo('gone@both.example')).toBe(true);
}, 240_000);

test('sign-ups from before the list are offered, sent when asked for, and the list says who has yet to confirm', async () => {
  const page = await merchant();
  await connectBoth(page);
  const { hostedPageUrl } = await campaignAt(page, house.url, { name: 'Early birds', accessType: 'EMAIL_SIGNUP' });
  await signUp(hostedPageUrl, 'bird@early.example');
  await chooseList(page, 'Newsletter, with confirmation');
  await page.getByText('Klaviyo mails each person first.').waitFor();
  await save(page);

  await page.getByText('1 earlier sign-up is not on this list.').waitFor();
  await page.getByRole('button', { name: 'Send them to Klaviyo' }).click();
  await page.getByText('1 sign-up will be sent').first().waitFor();

  await rowOf(page, 'bird@early.example').getByText('Klaviyo: to confirm').waitFor(arrival);
  await page.getByText('Klaviyo mailed them, and they haven’t clicked its link yet.').waitFor();
});

test('a wrong key is refused in words, and a key that stops working is told of until it works again', async () => {
  const page = await merchant();
  await connectBoth(page);
  await page.getByRole('button', { name: 'Replace key: Klaviyo' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Private API key').fill('pk_of_somebody_else');
  await page.keyboard.press('Enter');
  await dialog.getByText(/Klaviyo refuses this key.*Nothing was saved/).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  const campaign = await openCampaignAt(page, 'Out of order');
  const { href } = new URL(page.url());

  const stand = await vendors();
  await stand.switchFault({ kind: 'STATUS', vendor: 'klaviyo', status: 401 });
  await signUp(campaign, 'patient@order.example');
  const refusal = page.getByText('Klaviyo refuses the key').first();
  await refusal.waitFor(arrival);
  await rowOf(page, 'patient@order.example').getByText('Klaviyo: waiting').waitFor();
  await page.goto(`${house.url}/admin/campaigns`);
  await refusal.waitFor();
  await stand.switchFault(null);
  await page.getByRole('link', { name: 'Open settings' }).click();
  await page.getByRole('button', { name: 'Test again: Klaviyo' }).click();
  await page.getByText('Klaviyo answered, and the key is good.').first().waitFor();

  await page.goto(href);
  await rowOf(page, 'patient@order.example').getByText('Klaviyo: accepted').waitFor(arrival);
  expect(await refusal.isVisible()).toBe(false);
});

test('connections, lists and histories are usable by everybody, on a desk and on a phone', async () => {
  const page = await merchant();
  await connectBoth(page);
  const told = await complaintsAbout(page);
  await page.setViewportSize({ width: 390, height: 900 });
  told.push(...(await complaintsAbout(page)));
  await page.getByRole('button', { name: 'Replace key: Klaviyo' }).click();
  await page.getByRole('dialog').getByLabel('Private API key').waitFor();
  told.push(...(await complaintsAbout(page, { within: '[role="dialog"]' })));
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  const campaign = await openCampaignAt(page, 'For everybody');
  await signUp(campaign, 'ada@everybody.example');
  await page.getByText('accepted, not seen there yet').first().waitFor(arrival);
  await page.getByRole('button', { name: 'Choose another list' }).click();
  await page.getByRole('list', { name: 'Lists found' }).waitFor();
  told.push(...(await complaintsAbout(page)));
  await page.setViewportSize({ width: 1280, height: 900 });
  told.push(...(await complaintsAbout(page)));
  await page.setViewportSize({ width: 390, height: 900 });
  // The page notices that its window has another size a moment later.
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.poll(overflow, { timeout: 15_000 }).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'History of ada@everybody.example' }).click();
  await page.getByRole('dialog').getByText('Sent to Klaviyo').waitFor();
  told.push(...(await complaintsAbout(page, { within: '[role="dialog"]' })));

  expect(told).toEqual([]);
});
