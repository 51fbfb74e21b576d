import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { gateOn } from './gate.ts';
import { hostJourneys } from './host-journeys.ts';
import { type HostPage, ordinaryPage } from './host-pages/host-page.ts';
import { documentOf, outages, PUBLIC_API } from './host-pages/outages.ts';
import type { ApiCampaign } from './merchant-api.ts';

const site = hostJourneys();

const MAIL = 'ada@example.com';

const plain: HostPage = { name: 'plain', html: (place) => ordinaryPage(place) };
/** The browser says what it could not reach; here that is the test's own doing. */
const cut = (text: string) => /ERR_|status of (429|503)|CORS|Content Security/.test(text);

const emailCampaign = (fields = {}) =>
  site.merchant.createCampaign({ accessType: 'EMAIL_SIGNUP', productIds: [], ...fields });

async function signupsOf({ id }: ApiCampaign): Promise<string[]> {
  interface Found {
    campaign: { totalSignups: number; signups: { nodes: { email: string }[] } };
  }
  const { campaign } = await site.merchant.ask<Found>(
    'query ($id: ID!) { campaign(id: $id) { totalSignups signups(first: 10) { nodes { email } } } }',
    { id },
  );
  expect(campaign.totalSignups).toBe(campaign.signups.nodes.length);
  return campaign.signups.nodes.map(({ email }) => email);
}

/** How often the page has asked the API for this. */
function askedFor(page: Page, mutation: string): () => number {
  let times = 0;
  page.on('request', (request) => {
    if (documentOf(request).includes(mutation)) times += 1;
  });
  return () => times;
}

/** What the widget waits for twenty seconds, it gives up after four here. */
const hurry = (page: Page) =>
  page.addInitScript(() => {
    const patient = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (milliseconds) => patient(milliseconds / 5);
  });

test.each(outages)('when $name, the gate says so, keeps what was typed, and one sign-up arrives', async (outage) => {
  const campaign = await emailCampaign();
  const page = await (await site.visitor({}, cut)).newPage();
  await hurry(page);
  await page.goto(site.addressOf(plain, campaign));
  await page.getByRole('textbox', { name: 'E-mail' }).fill(MAIL);
  await page.getByRole('checkbox').check();
  await page.waitForLoadState('networkidle');

  await outage.begin(page);
  await page.getByRole('button', { name: 'Get early access' }).click();
  await gateOn(page).says('Your entry is kept; trying again');
  const kept = await page.getByRole('textbox', { name: 'E-mail' }).inputValue();
  const isTicked = await page.getByRole('checkbox').isChecked();
  const during = await signupsOf(campaign);
  await outage.end(page);
  await gateOn(page).products();

  expect([kept, isTicked, during]).toEqual([MAIL, true, []]);
  expect(await signupsOf(campaign)).toEqual([MAIL]);
});

test.each(outages.slice(1))('when $name as somebody comes, the gate says so and comes by itself', async (outage) => {
  const campaign = await emailCampaign();
  const prepare = async (page: Page) => {
    await hurry(page);
    await outage.begin(page);
  };
  const page = await site.visit(plain, { campaign, prepare, expected: cut });

  await gateOn(page).says("We couldn't reach the shop. Trying again");
  await outage.end(page);

  await page.getByRole('textbox', { name: 'E-mail' }).waitFor();
});

test('who does not want to wait asks again by hand', async () => {
  const page = await site.visit(plain, {
    prepare: (fresh) => fresh.route(PUBLIC_API, (route) => route.abort()),
    expected: cut,
  });
  const again = page.getByRole('button', { name: 'Try now' });
  await again.waitFor();
  await page.unroute(PUBLIC_API);

  await again.click();

  await page.getByRole('textbox', { name: 'Password' }).waitFor();
});

test('when the answer is lost after the server has heard, the second try finds the same place and opens', async () => {
  const campaign = await emailCampaign({ capacity: 1 });
  const page = await site.visit(plain, { campaign, expected: cut });
  let lost = 0;
  await page.route(PUBLIC_API, async (route) => {
    if (!documentOf(route.request()).includes('gateUnlockWithEmail') || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });

  await gateOn(page).enterEmail(MAIL);
  await gateOn(page).products();

  expect([lost, await signupsOf(campaign)]).toEqual([1, [MAIL]]);
});

test('when the files beside the script are taken, the entry is kept until they come', async () => {
  const campaign = await emailCampaign();
  const page = await site.visit(plain, {
    campaign,
    expected: cut,
    prepare: (fresh) => fresh.route('**/later.js*', (route) => route.abort('blockedbyclient')),
  });

  await gateOn(page).enterEmail(MAIL);
  await gateOn(page).says('Your entry is kept; trying again');
  await page.unroute('**/later.js*');
  await gateOn(page).products();

  expect(await signupsOf(campaign)).toEqual([MAIL]);
});

const impatience: readonly [string, (page: Page) => Promise<unknown>][] = [
  ['two clicks', (page) => page.getByRole('button', { name: 'Get early access' }).dblclick()],
  [
    'Enter and a click',
    async (page) => {
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Get early access' }).click({ force: true });
    },
  ],
  [
    'a held Enter key',
    async (page) => {
      for (let times = 0; times < 5; times += 1) await page.keyboard.down('Enter');
      await page.keyboard.up('Enter');
    },
  ],
];

test.each(impatience)('%s send once', async (_name, act) => {
  const campaign = await emailCampaign();
  const page = await site.visit(plain, { campaign });
  const sent = askedFor(page, 'gateUnlockWithEmail');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(MAIL);
  // As long as a bad line takes, so that all of it happens before the answer.
  await page.route(PUBLIC_API, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });

  await act(page);
  await gateOn(page).products();

  expect([sent(), await signupsOf(campaign)]).toEqual([1, [MAIL]]);
});
