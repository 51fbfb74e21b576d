import { createServer, type Server } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gateOn } from './gate.ts';
import { hostJourneys } from './host-journeys.ts';
import { type HostPage, ordinaryPage, scriptTag } from './host-pages/host-page.ts';
import type { ApiCampaign } from './merchant-api.ts';

const site = hostJourneys();

/** Somebody else's server, which writes down everything that browsers tell it. */
const told: string[] = [];
const stranger: Server = createServer((request, response) => {
  told.push(JSON.stringify([request.url, request.headers]));
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><link rel="icon" href="data:,">Hello');
});
let elsewhere = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const address = stranger.address();
  elsewhere = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => new Promise((resolve) => stranger.close(resolve)));

/** The least careful policy that a page can have: browsers tell its whole address to everybody. */
const careless: HostPage = {
  name: 'careless',
  html: (place) =>
    ordinaryPage(place, {
      head: scriptTag(place),
      body: `<vip-gate campaign="${place.campaign}"></vip-gate><a href="${elsewhere}/away">Away</a>`,
    }),
  headers: () => ({ 'referrer-policy': 'unsafe-url' }),
};

const linkCampaign = () => site.merchant.createCampaign({ accessType: 'SECRET_LINK', productIds: [] });

async function openBy(campaign: ApiCampaign, query: string): Promise<{ page: Page; address: string }> {
  const address = site.addressOf(careless, campaign);
  const page = await (await site.visitor()).newPage();
  await page.goto(`${address}?${query}`);
  await gateOn(page).products();
  return { page, address };
}

test('on a page that tells its address to everybody, the secret is told to nobody once the gate stands', async () => {
  const campaign = await linkCampaign();
  const { secretLink } = campaign;
  const address = site.addressOf(careless, campaign);
  const page = await (await site.visitor()).newPage();
  const asked: Promise<string>[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/public/graphql') || request.url().includes('later'))
      asked.push(request.allHeaders().then((headers) => `${request.url()} ${JSON.stringify(headers)}`));
  });
  await page.goto(`${address}?vip=${secretLink}&utm_source=letter`);
  await gateOn(page).products();

  await page.evaluate((from) => fetch(`${from}/pixel`, { mode: 'no-cors' }), elsewhere);
  await page.getByRole('link', { name: 'Away' }).click();
  await page.getByText('Hello').waitFor();

  const [pixel = '', away = ''] = told;
  expect([pixel, away].map((one) => one.includes('utm_source=letter'))).toEqual([true, true]);
  expect(told.filter((one) => one.includes(secretLink))).toEqual([]);
  expect((await Promise.all(asked)).filter((one) => one.includes(secretLink))).toEqual([]);
});

test('everything else in the address stays as it was written, and going back and forth does not bring the secret back', async () => {
  const campaign = await linkCampaign();
  const { secretLink } = campaign;
  const { page, address } = await openBy(
    campaign,
    `a=1&a=2&vip=${secretLink}&empty=&utm_content=x+y%20z#part=2&vip=kept`,
  );
  const left = page.url();

  await page.evaluate(() => history.pushState({ mine: 1 }, '', '?soft=1'));
  await page.goBack();
  const back = page.url();
  await page.goForward();
  await page.goto(`${elsewhere}/away`);
  await page.goBack();
  await page.goBack();
  await gateOn(page).products();

  expect([left, back, page.url()]).toEqual(
    [1, 2, 3].map(() => `${address}?a=1&a=2&empty=&utm_content=x+y+z#part=2&vip=kept`),
  );
  const entries = await page.evaluate(() => [history.length, JSON.stringify(history.state)]);
  expect(entries[1]).not.toContain(secretLink);
});

test('the hosted page, whose address is the secret, tells nobody where somebody came from', async () => {
  const { secretLink } = await site.merchant.createCampaign({
    accessType: 'SECRET_LINK',
    productIds: await site.merchant.productIds(1),
  });
  const page = await (await site.visitor()).newPage();
  const referrers: Promise<string>[] = [];
  page.on('request', (request) => referrers.push(request.allHeaders().then(({ referer = '' }) => referer)));
  await page.goto(`${site.url}/c/${secretLink}`);
  await gateOn(page).products();

  await page.locator('vip-gate').getByRole('link').first().click();
  await page.waitForURL(/\/demo\//);

  const all = await Promise.all(referrers);
  expect(all.length).toBeGreaterThan(3);
  expect(all.filter((one) => one.includes(secretLink))).toEqual([]);
});

test('a script at the pinned address with another hash does not run, and the page goes on', async () => {
  const page = await site.visit(
    {
      name: 'pinned, another hash',
      html: (place) =>
        ordinaryPage(place, {
          head: `<script async crossorigin integrity="sha384-${'A'.repeat(64)}"
            src="${place.product}/widget/${place.version}/vip-gate.js"></script>`,
          body: `<vip-gate campaign="${place.campaign}">Come back later</vip-gate>
            <button onclick="this.textContent = 'Pressed'">Press</button>`,
        }),
    },
    { expected: (text) => text.includes('integrity') },
  );
  await page.waitForLoadState('networkidle');

  await page.getByRole('button').click();

  expect(await page.getByRole('button').textContent()).toBe('Pressed');
  expect(await page.evaluate(() => customElements.get('vip-gate') === undefined)).toBe(true);
  expect(await page.locator('vip-gate').textContent()).toBe('Come back later');
});
