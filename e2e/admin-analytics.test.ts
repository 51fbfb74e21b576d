import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { complaintsAbout } from './axe.ts';
import { gateOn } from './gate.ts';
import { journeys } from './journeys.ts';
import { MerchantApi } from './merchant-api.ts';

const house = journeys();

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

async function merchant(width = 1280): Promise<Page> {
  return (await house.visitor({ viewport: { width, height: 900 } })).newPage();
}

async function ask(query: string): Promise<void> {
  const headers = { 'content-type': 'application/json', 'user-agent': FIREFOX, 'accept-language': 'de' };
  const response = await fetch(`${house.url}/public/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
  });
  expect(response.status).toBe(200);
}

async function comeTo(campaignId: string): Promise<void> {
  const source = 'https://shop.example/?utm_source=newsletter';
  await ask(`mutation { viewRecord(input: { campaignId: "${campaignId}", source: "${source}" }) { __typename } }`);
}

async function tryPassword(campaignId: string, password: string): Promise<void> {
  await ask(
    `mutation { gateUnlockWithPassword(input: { campaignId: "${campaignId}", password: "${password}" }) { __typename } }`,
  );
}

async function aCampaign(name: string): Promise<string> {
  const api = await MerchantApi.signIn(house.url);
  const productIds = await api.productIds(2);
  const gate = { accessType: 'PASSWORD', password: 'amber-lantern' } as const;
  const fields = { name, productIds, endsAt: '2099-01-01T00:00:00Z', ...gate };
  return (await api.createCampaign(fields)).id;
}

async function expectClean(page: Page): Promise<void> {
  expect(await complaintsAbout(page)).toEqual([]);
}

function numberOf(page: Page, section: string, name: string) {
  const card = page
    .locator('section, .Polaris-Card, .Polaris-ShadowBevel')
    .filter({ has: page.getByRole('heading', { name: section }) });
  return card
    .last()
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd > span')
    .first();
}

test('a merchant reads who came from where, by eye, by keyboard and as a table', async () => {
  const id = await aCampaign('Counted drop');
  for (let view = 0; view < 3; view += 1) await comeTo(id);
  await tryPassword(id, 'wrong');
  await tryPassword(id, 'amber-lantern');
  const page = await merchant();

  await page.goto(`${house.url}/admin/campaigns/${id}`);
  await page.getByRole('heading', { name: 'Counted drop' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Analytics' }).click();
  await page.getByRole('heading', { name: 'Analytics of Counted drop' }).waitFor();
  await page.getByRole('heading', { name: 'From a view to the cart' }).waitFor();

  expect(await numberOf(page, 'Numbers', 'Views').textContent()).toBe('3');
  expect(await numberOf(page, 'Numbers', 'Visitors').textContent()).toBe('1');
  expect(await numberOf(page, 'Numbers', 'Let in').textContent()).toBe('1');
  await page.getByText('newsletter', { exact: true }).waitFor();
  await page.getByText('The password was wrong').waitFor();
  const slider = page.getByRole('slider', { name: 'Move along the chart' });
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/: 3 views$/);
  await slider.press('ArrowLeft');
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/: 0 views$/);
  await page.getByRole('button', { name: 'Show as a table' }).click();
  await page.getByLabel('Range').selectOption('Today');
  await page.getByRole('heading', { name: 'From a view to the cart' }).waitFor();
  await expectClean(page);

  await page.goto(`${house.url}/admin/analytics`);
  await page.getByRole('heading', { name: 'Where they came from' }).waitFor();
  await expectClean(page);
});

test('what a visitor does in a browser is counted, from the first look into the cart, and never stands in the way', async () => {
  const id = await aCampaign('Followed drop');
  // A headless browser says so, and would be counted as a machine.
  const page = await (await house.visitor({ userAgent: FIREFOX })).newPage();
  await page.goto(`${house.url}/demo/?campaign=${id}&utm_source=Poster`);
  await gateOn(page).enterPassword('amber-lantern');
  await gateOn(page).products();
  await page.locator('vip-gate a.name').first().click();
  await page.waitForURL((url) => !url.href.includes('campaign='));

  const api = await MerchantApi.signIn(house.url);
  const counts = 'views uniqueVisitors gateShown attempts passes productsOpened';
  const counted = async () => {
    const question = `{ campaign(id: "${id}") { analytics { sources { value } totals { ${counts} suspected { views } } } } }`;
    return (await api.ask<{ campaign: { analytics: unknown } }>(question)).campaign.analytics;
  };
  const once = { views: 1, uniqueVisitors: 1, gateShown: 1, attempts: 1, passes: 1, productsOpened: 1 };
  await expect.poll(counted, { timeout: 10_000 }).toEqual({
    sources: [{ value: 'poster' }],
    totals: { ...once, suspected: { views: 0 } },
  });
});

test('a merchant opens a number down to its rows and comes back to the same range, and sets two campaigns side by side', async () => {
  const [own, other] = [await aCampaign('Opened drop'), await aCampaign('Other drop')];
  await comeTo(own);
  await comeTo(own);
  await comeTo(other);
  await tryPassword(own, 'wrong');
  await tryPassword(own, 'amber-lantern');
  const page = await merchant();
  await page.goto(`${house.url}/admin/campaigns/${own}/analytics?range=month`);

  await page.getByRole('link', { name: 'Tries: 2, show each' }).first().click();
  await page.getByRole('heading', { name: 'Tries at Opened drop' }).waitFor();
  await page.getByRole('cell', { name: 'Not let in: The password was wrong' }).waitFor();
  const rows = await page.getByRole('row').allTextContents();
  expect(rows.slice(1).map((row) => /Let in|Not let in/.exec(row)?.[0])).toEqual(['Let in', 'Not let in']);
  await expectClean(page);

  await page.goBack();
  await page.getByLabel('Compare with').selectOption('Other drop');
  await page.getByRole('row', { name: 'Views 2 1 +1 (+100%)' }).waitFor();
  await expect
    .poll(() => page.getByRole('slider').getAttribute('aria-valuetext'))
    .toMatch(/: 2 views · Other drop: 1$/);
  expect(new URL(page.url()).search).toBe(`?range=month&compare=${other}`);
  await expectClean(page);
});

test('on a phone the analytics fit and stay readable', async () => {
  const id = await aCampaign('Small drop');
  await comeTo(id);
  const page = await merchant(390);

  await page.goto(`${house.url}/admin/campaigns/${id}/analytics`);
  await page.getByRole('heading', { name: 'Where they came from' }).waitFor();

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectClean(page);

  await page.getByRole('link', { name: 'Views: 1, show each' }).first().click();
  await page.getByRole('heading', { name: 'Views at Small drop' }).waitFor();
  await page.getByRole('list', { name: 'rows' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectClean(page);
});

test('on the day of a drop the numbers come by themselves, and every lever works and is recorded', async () => {
  const id = await aCampaign('Live drop');
  const page = await merchant();
  await page.goto(`${house.url}/admin/campaigns/${id}/live-view`);
  const views = numberOf(page, 'As of', 'Views');
  await expect.poll(() => views.textContent(), { timeout: 15_000 }).toBe('0');

  await comeTo(id);
  await expect.poll(() => views.textContent(), { timeout: 15_000 }).toBe('1');
  await page.getByRole('heading', { name: 'In the last minute' }).waitFor();

  await pull(page, 'Open to all');
  await page.getByText('Open to all: whoever asks gets in.').waitFor();
  await tryPassword(id, 'anything');
  await pull(page, 'Ask for access again');
  await pull(page, 'Extend');
  await page.getByRole('button', { name: 'Replace the password' }).click();
  await page.getByLabel('New password').fill('silver-lantern');
  await page.getByRole('dialog').getByRole('button', { name: 'Replace the password' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await pull(page, 'Pause');
  await page.getByRole('cell', { name: 'Paused' }).waitFor();
  const record = await page.getByRole('table').last().getByRole('row').allTextContents();

  expect(record.slice(1).map((row) => row.replace(/Merchant.*/, ''))).toEqual([
    ...['Paused', 'Password replaced', 'End changed', 'Asks for access again', 'Opened to all'],
  ]);
  await expectClean(page);
});

/** Presses a lever and says yes. */
async function pull(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
