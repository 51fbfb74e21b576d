import '@shopify/shopify-api/adapters/node';
import { shopifyApi } from '@shopify/shopify-api';
import fastify from 'fastify';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { aShopifyStandIn, type TestShopify } from '../shopify-stand-in.fixture.ts';
import { API_VERSION } from '../world/api-version.ts';
import type { StandInProduct } from '../world/stand-in-product.ts';

const SHOP = 'first-light.myshopify.com';
let at: TestShopify;
let mug: StandInProduct;

beforeAll(async () => {
  at = await aShopifyStandIn();
  const { catalog } = at.addShop({ domain: SHOP });
  at.install(SHOP, ['write_products', 'read_orders']);
  mug = catalog.stockProduct({ title: 'Harbour Mug', variants: [{ price: '34.00', inventoryQuantity: 5 }] });
  catalog.stockProduct({ title: 'Lantern Teapot', status: 'UNLISTED' });
  catalog.stockProduct({ title: 'Workshop Apron', status: 'DRAFT' });
});

const look = (path: string, init: RequestInit = {}) => fetch(`${at.url}/storefront/${SHOP}${path}`, init);

test('an unlisted product is in no list and has a page all the same; a draft has neither', async () => {
  const front = await (await look('')).text();

  expect(front).toContain('Harbour Mug');
  expect(front).not.toMatch(/Lantern Teapot|Workshop Apron/);
  const statuses = ['harbour-mug', 'lantern-teapot', 'workshop-apron'].map(
    async (handle) => (await look(`/products/${handle}`)).status,
  );
  expect(await Promise.all(statuses)).toEqual([200, 200, 404]);
});

test('a cart link carries attributes and line properties into the order that is paid', async () => {
  const properties = Buffer.from(JSON.stringify({ _vip_pass: 'proof' })).toString('base64url');
  const link = `/cart/${mug.variants[0]?.id}:2?attributes%5B_vip%5D=pass-1&discount=EARLY&properties=${properties}`;
  const shown = await (await look(link)).text();
  const form = new URLSearchParams({ email: 'ada@example.org' });
  const paid = await (await look(link, { method: 'POST', body: form })).text();

  expect(shown).toMatch(/_vip_pass.*proof.*_vip.*pass-1.*EARLY/s);
  expect(paid).toContain('#1001');
  const told = at.world.courier.deliveries.map(({ event }) => event).find(({ topic }) => topic === 'orders/paid');
  expect(JSON.parse(told?.body ?? '')).toMatchObject({
    ...{ total_price: '68.00', email: 'ada@example.org', discount_codes: [{ code: 'EARLY' }] },
    note_attributes: [{ name: '_vip', value: 'pass-1' }],
    line_items: [{ quantity: 2, properties: [{ name: '_vip_pass', value: 'proof' }] }],
  });
  expect(mug.variants[0]?.inventoryQuantity).toBe(3);
});

test('the app proxy forwards what Shopify’s own library finds signed, and draws Liquid inside the theme', async () => {
  const asked: string[] = [];
  const http = fastify();
  http.get('/proxy/*', async ({ url }, reply) => {
    asked.push(url);
    return reply.type('application/liquid').send('<p>Early access</p>');
  });
  at.world.app.url = await http.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(async () => {
    at.world.app.url = null;
    await http.close();
  });

  const page = await (await look('/apps/vip/c/secret?b=2&a=1&a=3&shop=evil.example&signature=forged')).text();

  expect(page).toMatch(/<header>.*<p>Early access<\/p>/s);
  const query = new URLSearchParams(asked[0]?.split('?')[1]);
  expect([asked[0]?.split('?')[0], query.get('shop'), query.get('path_prefix')]).toEqual([
    '/proxy/c/secret',
    SHOP,
    '/apps/vip',
  ]);
  const { apiKey, apiSecret: apiSecretKey } = at.config;
  const library = shopifyApi({
    apiKey,
    apiSecretKey,
    apiVersion: API_VERSION as never,
    hostName: 'app.example',
    isEmbeddedApp: true,
  });
  expect(await library.utils.validateHmac(query as never, { signator: 'appProxy' })).toBe(true);
});
