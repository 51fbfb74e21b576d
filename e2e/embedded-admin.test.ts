import { randomBytes } from 'node:crypto';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningShopify, startShopifyStandIn } from '../api/src/shopify-stand-in/shopify-stand-in-server.ts';
import { SEED_SHOPS, seedShops } from '../api/src/shopify-stand-in/world/seed-shops.ts';
import { ShopifyWorld } from '../api/src/shopify-stand-in/world/shopify-world.ts';
import { arrive, openBrowser, type Visitor } from './browser.ts';
import { gateOn } from './gate.ts';
import { freePort, type Product, startProduct } from './product.ts';

const [{ domain: SHOP }] = SEED_SHOPS;
const world = new ShopifyWorld();
let shopify: RunningShopify;
let product: Product;
let browser: Browser;
let merchant: Visitor;
let page: Page;
let admin: FrameLocator;

beforeAll(async () => {
  shopify = await startShopifyStandIn(world);
  seedShops(world);
  const port = await freePort();
  world.app.url = `http://127.0.0.1:${port}`;
  const { apiKey, apiSecret } = world.app;
  const env = { SHOPIFY_API_KEY: apiKey, SHOPIFY_API_SECRET: apiSecret, SHOPIFY_STAND_IN_URL: shopify.url };
  [product, browser] = await Promise.all([
    startProduct({ port, env: { ...env, APP_KEY: randomBytes(32).toString('base64') } }),
    openBrowser(),
  ]);
  // Beside a browser, a database and Shopify on two cores the server may ask to come again later, and a token may be stale when it arrives: the
  // admin and App Bridge come again.
  merchant = await arrive(browser, {}, (text) => /status of (401|503)/.test(text));
  page = await merchant.newPage();
  admin = page.frameLocator('iframe');
});
afterAll(async () => {
  await merchant?.leave();
  await browser?.close();
  await product?.stop();
  await shopify?.close();
});

/** Presses a section of the app in Shopify's own navigation. */
async function goTo(section: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: section }).click();
  await admin.getByRole('heading', { name: section, level: 1 }).waitFor();
}

test("installed, the admin stands in Shopify's frame: its own bar is not there, and its catalog fills by itself", async () => {
  await page.goto(`${shopify.url}/store/${SHOP}`);
  await page.getByRole('button', { name: 'Install' }).click();
  await page.getByRole('link', { name: 'Open the app' }).click();
  await admin.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
  expect(await page.getByRole('navigation').getByRole('button', { name: 'Home' }).count()).toBe(0);

  await goTo('Catalog');
  // The fill goes by rounds of some seconds; on a machine under load they take their time.
  await admin.getByText(/^Read completely on/).waitFor({ timeout: 60_000 });

  await admin.getByText('Harbour Mug').waitFor();
  expect(await admin.getByRole('banner').count()).toBe(0);
  expect(await admin.getByText('Import a product export').count()).toBe(0);
});

test('a campaign on picked products is made, seen at its gate, saved by the save bar of the frame, and hides them once it is active', async () => {
  await goTo('Campaigns');
  await admin.getByRole('button', { name: 'Create campaign' }).first().click();
  await admin.getByLabel(/^Name/).fill('Moon drop');
  await admin.getByRole('textbox', { name: /^Password/ }).fill('early moon');
  await admin.getByRole('button', { name: 'Choose products' }).click();
  await page.getByRole('dialog').getByLabel('Harbour Mug').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Select' }).click();
  await admin.getByText('1 product chosen').waitFor();
  await admin.getByRole('dialog').getByRole('button', { name: 'Save draft' }).click();

  await admin.getByRole('button', { name: 'Show the preview' }).click();
  const gate = admin.frameLocator('iframe[title^="The gate as visitors see it"]');
  await gate.getByRole('heading', { name: 'Moon drop' }).waitFor();
  await admin.getByLabel('Hide these products while it runs').check();
  await page.locator('#save-bar').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').getByText('Campaign saved').waitFor();
  await admin.getByRole('button', { name: 'Activate' }).click();

  await admin.getByText(/^All of its products are hidden/).waitFor();
  const mug = [...world.shop(SHOP).catalog.products.values()].find(({ title }) => title === 'Harbour Mug');
  expect(mug?.status).toBe('UNLISTED');
  await admin.getByText('1 product is on sale for everybody').waitFor({ state: 'detached' });
});

test('unsaved changes hold the merchant back, and are given up by who leaves', async () => {
  await admin.getByLabel(/^Name/).fill('Half a na');
  await goAndSay('Stay');
  expect(await admin.getByLabel(/^Name/).inputValue()).toBe('Half a na');
  await goAndSay('Leave');
  await admin.getByRole('heading', { name: 'Catalog', level: 1 }).waitFor();

  await goTo('Campaigns');
  await admin.getByRole('link', { name: 'Moon drop' }).click();
  await admin.getByRole('heading', { name: 'Moon drop', level: 1 }).waitFor();
  expect(await admin.getByLabel(/^Name/).inputValue()).toBe('Moon drop');
});

async function goAndSay(answer: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Catalog' }).click();
  await page.getByRole('dialog').getByRole('button', { name: answer }).click();
}

test('on a phone no page of the admin is wider than the screen', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of [
    '/admin/',
    '/admin/campaigns',
    '/admin/catalog',
    '/admin/settings',
    new URL(page.url()).pathname.split('/app')[1],
  ]) {
    await page.goto(`${shopify.url}/store/${SHOP}/app${address}`);
    await admin.getByRole('heading', { level: 1 }).waitFor();
    const [wide, seen] = await admin.locator('html').evaluate((root) => [root.scrollWidth, root.clientWidth]);
    expect(wide).toBeLessThanOrEqual(seen ?? 0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
});

test("the campaign's page stands in the shop's own theme and lets in by the password", async () => {
  const address = await admin.getByRole('textbox', { name: 'Page in your shop' }).inputValue();
  expect(address).toMatch(new RegExp(`^https://${SHOP}/apps/vip/c/[\\w-]{24}$`));
  const visitor = await arrive(browser);
  const theme = await visitor.newPage();

  await theme.goto(`${shopify.url}/storefront/${SHOP}${new URL(address).pathname}`);
  await theme.getByText('online store').waitFor();
  await gateOn(theme).enterPassword('early moon');

  expect(await gateOn(theme).products()).toEqual(['Harbour Mug']);
  const buy = await theme.locator('vip-gate a[href*="/cart/"]').first().getAttribute('href');
  expect(new URL(buy ?? '').searchParams.get('attributes[_vip_pass]')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  await visitor.leave();
});

test('a product that is renamed in Shopify has its new name here, by its webhook', async () => {
  const { catalog } = world.shop(SHOP);
  const bowl = [...catalog.products.values()].find(({ title }) => title === 'Tide Bowl');
  catalog.changeProduct(bowl?.id ?? '', { title: 'Storm Bowl' });

  const isThere = async () => {
    await page.goto(`${shopify.url}/store/${SHOP}/app/admin/catalog`);
    await admin.getByText('Harbour Mug').waitFor();
    return admin.getByText('Storm Bowl').count();
  };
  await expect.poll(isThere, { timeout: 60_000 }).toBe(1);
});

test('a shop that uninstalls the app and installs it again finds its campaign as it was', async () => {
  await page.goto(`${shopify.url}/store/${SHOP}`);
  await page.getByRole('button', { name: 'Uninstall' }).click();
  await page.getByRole('button', { name: 'Install', exact: true }).click();
  await page.getByRole('link', { name: 'Open the app' }).click();

  await admin.getByRole('link', { name: 'Moon drop', exact: true }).waitFor();
});
