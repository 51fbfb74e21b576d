import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrive, openBrowser, type Visitor } from './browser.ts';
import { type EmbeddedApp, startEmbeddedApp } from './embedded-app.ts';
import { freePort } from './product.ts';
import { type ShopifyStandIn, startShopifyStandIn } from './shopify-stand-in.ts';

const SHOP = 'first-light.myshopify.com';
let browser: Browser;
let merchant: Visitor;
let shopify: ShopifyStandIn;
let app: EmbeddedApp;
let page: Page;
let inside: FrameLocator;

beforeAll(async () => {
  const port = await freePort();
  shopify = await startShopifyStandIn(`http://127.0.0.1:${port}`);
  app = await startEmbeddedApp(shopify.url, port);
  browser = await openBrowser();
  merchant = await arrive(browser, {}, (text) => text.includes('401'));
  page = await merchant.newPage();
  await page.goto(`${shopify.url}/store/${SHOP}`);
  await page.getByRole('button', { name: 'Install' }).click();
  await page.getByRole('link', { name: 'Open the app' }).click();
  inside = page.frameLocator('iframe');
  await inside.getByText('An embedded app').waitFor();
});
afterAll(async () => {
  await merchant.leave();
  await browser.close();
  await app.close();
  await shopify.stop();
});

const press = (name: string) => inside.getByRole('button', { name }).click();
const said = (text: string) => inside.getByText(text).waitFor();

test('the app is loaded with its shop and an ID token, and its requests carry new ones', async () => {
  expect(app.documents[0]?.searchParams.get('shop')).toBe(SHOP);
  expect(app.documents[0]?.searchParams.get('id_token')?.split('.')).toHaveLength(3);
  await press('Ask the server');
  await said('The server knows me.');

  const [first, second] = app.tokens;
  expect(app.tokens).toHaveLength(2);
  expect(first).not.toBe(second);
});

test('toasts, the navigation and the save bar stand in the frame around the app', async () => {
  await press('Toast');
  await page.getByRole('status').getByText('It is done').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await said('Undone.');
  await page.getByRole('navigation').getByRole('button', { name: 'Campaigns' }).click();
  await said('Went to /campaigns.');
  expect(page.url()).toContain(`/store/${SHOP}/app/campaigns`);

  await press('Edit');
  await page.getByRole('button', { name: 'Save it' }).click();
  await said('Saved.');
  await press('Leave');
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
  await said('Stayed.');
});

test('products are picked in the frame, and a choice made before is kept', async () => {
  const picker = page.getByRole('dialog');
  for (const title of ['Harbour Mug', 'Tide Bowl']) {
    await press('Pick');
    await picker.getByLabel(title).check();
    await picker.getByRole('button', { name: 'Select' }).click();
    await picker.waitFor({ state: 'detached' });
  }

  await said('Picked Harbour Mug, Tide Bowl.');
});

test('an optional scope is granted by the merchant and by nobody else', async () => {
  await press('Ask for orders');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await said('declined-all');
  await press('Ask for orders');
  await page.getByRole('dialog').getByRole('button', { name: 'Update access' }).click();
  await said('granted-all');

  await page.goto(`${shopify.url}/store/${SHOP}`);
  expect(await page.getByRole('checkbox', { name: 'read_orders' }).isChecked()).toBe(true);
});
