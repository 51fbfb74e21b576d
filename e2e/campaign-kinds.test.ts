import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { gateOn } from './gate.ts';
import { journeys } from './journeys.ts';
import { campaignAt, createCampaign, type MadeCampaign, readNumbers } from './merchant.ts';
import { type CampaignFields, MerchantApi } from './merchant-api.ts';

const house = journeys();

/** Two of the demo shop's goods. */
const PRODUCTS = ['Lantern Teapot', 'Storm Jug'] as const;

const HANDLES = ['lantern-teapot', 'storm-jug'];

const DENIED = "That didn't open it. Check the spelling and try again.";
const LINK_DENIED = "That link didn't open it.";

async function merchant() {
  return (await house.visitor()).newPage();
}

async function visit(url: string) {
  const page = await (await house.visitor()).newPage();
  await page.goto(url);
  return { page, gate: gateOn(page) };
}

/** A campaign on both of them, whose making is not what the test is about. */
async function onBoth(page: Page, fields: CampaignFields): Promise<MadeCampaign> {
  const productIds = await (await MerchantApi.signIn(house.url)).productIdsOf(HANDLES);
  return campaignAt(page, house.url, { ...fields, productIds });
}

test('a password opens the gate on the hosted page and on the demo page, a wrong one does not', async () => {
  const admin = await merchant();
  const campaign = await createCampaign(admin, `${house.url}/admin`, {
    name: 'Regulars first',
    accessType: 'PASSWORD',
    password: 'Open Sesame',
    products: PRODUCTS,
  });

  const hosted = await visit(campaign.hostedPageUrl);
  await hosted.gate.enterPassword('open barley');
  await hosted.gate.says(DENIED);
  expect(await hosted.gate.isOpen()).toBe(false);
  await hosted.gate.enterPassword('open sesame');
  expect(await hosted.gate.products()).toEqual(PRODUCTS);
  const demo = await visit(`${house.url}/demo/?campaign=${campaign.id}`);
  await demo.gate.enterPassword('Open Sesame');
  expect(await demo.gate.products()).toEqual(PRODUCTS);

  expect(await readNumbers(admin, campaign)).toEqual({ views: '2', signups: '0', conversion: '0%' });
});

test('a secret link opens by itself on both pages, another secret opens nothing', async () => {
  const admin = await merchant();
  const campaign = await onBoth(admin, {
    name: 'By link alone',
    accessType: 'SECRET_LINK',
  });

  const mistyped = await visit(`${house.url}/demo/?campaign=${campaign.id}&vip=${'x'.repeat(24)}`);
  await mistyped.gate.says(LINK_DENIED);
  expect(await mistyped.gate.isOpen()).toBe(false);
  const demo = await visit(`${house.url}/demo/?campaign=${campaign.id}&vip=${campaign.secretLink}`);
  expect(await demo.gate.products()).toEqual(PRODUCTS);
  expect(demo.page.url()).not.toContain(campaign.secretLink);
  const hosted = await visit(campaign.hostedPageUrl);
  expect(await hosted.gate.products()).toEqual(PRODUCTS);

  expect(await readNumbers(admin, campaign)).toEqual({ views: '3', signups: '0', conversion: '0%' });
});

test('an e-mail address opens the gate and becomes one sign-up, however often and however it is typed', async () => {
  const admin = await merchant();
  const campaign = await onBoth(admin, {
    name: 'For the letter list',
    accessType: 'EMAIL_SIGNUP',
  });

  const hosted = await visit(campaign.hostedPageUrl);
  await hosted.gate.enterEmail('not an address');
  await hosted.gate.says('Please enter an e-mail address');
  expect(await hosted.gate.isOpen()).toBe(false);
  await hosted.gate.enterEmail('Ada@Example.com', true);
  expect(await hosted.gate.products()).toEqual(PRODUCTS);
  const demo = await visit(`${house.url}/demo/?campaign=${campaign.id}`);
  await demo.gate.enterEmail(' ada@example.COM ');
  expect(await demo.gate.products()).toEqual(PRODUCTS);

  expect(await readNumbers(admin, campaign)).toEqual({ views: '2', signups: '1', conversion: '50%' });
  await admin.getByText('Ada@Example.com').first().waitFor();
});

test('where both ways lead in, either does, and the other stays in sight', async () => {
  const admin = await merchant();
  const campaign = await onBoth(admin, {
    name: 'Either way',
    accessType: 'PASSWORD_OR_EMAIL',
    password: 'warm bread',
  });

  const hosted = await visit(campaign.hostedPageUrl);
  await hosted.gate.enterPassword('cold bread');
  await hosted.gate.says(DENIED);
  await hosted.gate.enterEmail('grace@example.com');
  expect(await hosted.gate.products()).toEqual(PRODUCTS);
  const demo = await visit(`${house.url}/demo/?campaign=${campaign.id}`);
  await demo.gate.enterPassword('warm bread');
  expect(await demo.gate.products()).toEqual(PRODUCTS);

  expect(await readNumbers(admin, campaign)).toEqual({ views: '2', signups: '1', conversion: '50%' });
});
