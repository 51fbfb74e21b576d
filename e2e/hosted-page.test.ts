import { expect, test } from 'vitest';
import { complaintsAbout } from './axe.ts';
import { journeys } from './journeys.ts';
import { MerchantApi } from './merchant-api.ts';

const house = journeys();

/** A refused form is answered with a status that Chromium notes in its console. */
const isRefusal = (text: string) => /status of 4\d\d/.test(text);

async function aCampaign() {
  const merchant = await MerchantApi.signIn(house.url);
  const productIds = await merchant.productIds(3);
  const fields = { accessType: 'PASSWORD_OR_EMAIL', password: 'warm hands', productIds } as const;
  const { secretLink } = await merchant.createCampaign(fields);
  return `${house.url}/c/${secretLink}`;
}

test('a visitor without scripts fails once, passes once, sees the products and comes back', async () => {
  const address = await aCampaign();
  const page = await (await house.visitor({ javaScriptEnabled: false }, isRefusal)).newPage();
  await page.goto(address);

  await page.getByLabel('Password').fill('cold feet');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByText("That didn't open it.").waitFor();
  const kept = await page.getByLabel('Password').inputValue();
  await page.getByLabel('Password').fill('Warm Hands');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.waitForURL(`${address}/pass`);
  const products = await page.getByRole('heading', { level: 3 }).count();
  await page.goto(address);
  await page.getByRole('link', { name: 'See the products' }).click();

  expect(kept).toBe('');
  expect(products).toBe(3);
  expect(await page.getByRole('heading', { level: 3 }).count()).toBe(3);
});

test('where the script never comes the plain forms show after a while, usable by everybody', async () => {
  const address = await aCampaign();
  const page = await (
    await house.visitor({ colorScheme: 'dark' }, (text) => /ERR_FAILED|status of 4/.test(text))
  ).newPage();
  await page.route('**/widget/**', (route) => route.abort());
  await page.goto(address);

  await page.getByRole('button', { name: 'Get early access' }).waitFor();
  const first = await complaintsAbout(page);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('ada@example.com');
  await page.getByRole('button', { name: 'Get early access' }).click();
  await page.waitForURL(`${address}/pass`);
  const second = await complaintsAbout(page);

  expect([...first, ...second]).toEqual([]);
});

test('where scripts run the plain forms are never seen, and the page does not move when the gate comes', async () => {
  const address = await aCampaign();
  const page = await (await house.visitor({ viewport: { width: 390, height: 844 } })).newPage();
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    const note = (entries: PerformanceObserverEntryList) =>
      shifts.push(...entries.getEntries().map((entry) => Number(Reflect.get(entry, 'value'))));
    new PerformanceObserver(note).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address);
  await page.locator('vip-gate').getByRole('button', { name: 'Unlock' }).waitFor();

  expect(await page.locator('.plain').isVisible()).toBe(false);
  expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([]);
});

test.each([true, false])(
  'a visit counts one view, also through a refused try; with scripts: %s',
  async (hasScripts) => {
    const merchant = await MerchantApi.signIn(house.url);
    const { id, secretLink } = await merchant.createCampaign({ accessType: 'PASSWORD', password: 'warm hands' });
    const views = async () => {
      const read = 'query ($id: ID!) { campaign(id: $id) { totalViews } }';
      return (await merchant.ask<{ campaign: { totalViews: number } }>(read, { id })).campaign.totalViews;
    };
    const page = await (await house.visitor({ javaScriptEnabled: hasScripts }, isRefusal)).newPage();
    await page.goto(`${house.url}/c/${secretLink}`, { waitUntil: 'networkidle' });
    await page.getByLabel('Password').fill('cold feet');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page
      .getByText(/That didn['’]t open it\./)
      .first()
      .waitFor();
    await page.waitForLoadState('networkidle');

    expect(await views()).toBe(1);
  },
);
