import { createHmac } from 'node:crypto';
import fastify from 'fastify';
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { aShopifyStandIn, type TestShopify } from '../shopify-stand-in.fixture.ts';
import { placeOrder } from '../world/place-order.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';

const SHOP = 'first-light.myshopify.com';
const HOUR_MS = 3_600_000;
let at: TestShopify;
let shop: StandInShop;

beforeAll(async () => {
  at = await aShopifyStandIn();
  shop = at.addShop({ domain: SHOP });
  at.install(SHOP);
});
beforeEach(() => {
  at.world.courier.deliveries = [];
});

/** An app that answers with these statuses, one after the other, and 200 from then on. */
async function anApp(...statuses: number[]) {
  const taken: { headers: Readonly<Record<string, unknown>>; body: string }[] = [];
  const http = fastify();
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  http.post('/webhooks/shopify', async ({ headers, body }, reply) => {
    taken.push({ headers, body: String(body) });
    return reply.code(statuses.shift() ?? 200).send();
  });
  at.world.app.url = await http.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(async () => {
    at.world.app.url = null;
    await http.close();
  });
  return taken;
}

test('a change is told at once, signed over the raw body, with its ids as bare numbers of 64 bits', async () => {
  const taken = await anApp();
  const product = shop.catalog.addProduct({ title: 'Harbour Mug' });
  await at.world.courier.settle();

  const [delivery] = taken;
  const hmac = createHmac('sha256', at.config.apiSecret)
    .update(delivery?.body ?? '')
    .digest('base64');
  expect(delivery?.headers).toMatchObject({
    ...{ 'x-shopify-topic': 'products/create', 'x-shopify-shop-domain': SHOP, 'x-shopify-hmac-sha256': hmac },
    ...{ 'x-shopify-api-version': '2026-10', 'x-shopify-webhook-id': expect.any(String) },
    ...{ 'x-shopify-event-id': expect.any(String), 'x-shopify-triggered-at': expect.any(String) },
  });
  expect(delivery?.body).toContain(`"id":${product.id},`);
  expect(String(Number(product.id))).not.toBe(product.id);
});

test('what the app does not take is brought again, as the same delivery, and given up after four hours', async () => {
  const taken = await anApp(500, 503, ...Array.from({ length: 20 }, () => 500));
  shop.catalog.addProduct({ title: 'Tide Bowl' });
  await at.world.courier.settle();
  await at.world.courier.settle();
  expect(taken).toHaveLength(1);
  for (let times = 0; times < 12; times++) {
    at.world.clock.advance(2 * HOUR_MS);
    await at.world.courier.settle();
  }

  expect(taken).toHaveLength(9);
  expect(new Set(taken.map(({ headers }) => headers['x-shopify-webhook-id'])).size).toBe(1);
  expect(at.world.courier.deliveries[0]?.state).toBe('GIVEN_UP');
});

test('a test brings events twice, in another order, or wrongly signed', async () => {
  const taken = await anApp();
  at.world.courier.isPaused = true;
  const product = shop.catalog.addProduct({ title: 'Storm Jug' });
  shop.catalog.deleteProduct(product.id);
  const [created, deleted] = at.world.courier.deliveries.map(({ event }) => event);
  if (!created || !deleted) throw new Error('Nothing was told.');
  for (const event of [deleted, created, created]) await at.world.courier.send(event);
  await at.deliver(SHOP, 'products/update', '{}', { secret: 'guessed', headers: { 'X-Shopify-Event-Id': null } });
  at.world.courier.isPaused = false;

  const [first, second, third, wrong] = taken.map(({ headers }) => headers);
  expect(first?.['x-shopify-topic']).toBe('products/delete');
  expect(second?.['x-shopify-event-id']).toBe(third?.['x-shopify-event-id']);
  expect(second?.['x-shopify-webhook-id']).not.toBe(third?.['x-shopify-webhook-id']);
  expect(wrong?.['x-shopify-hmac-sha256']).not.toBe(
    createHmac('sha256', at.config.apiSecret).update('{}').digest('base64'),
  );
  expect(wrong).not.toHaveProperty('x-shopify-event-id');
});

test('orders are told with their scope only, and nothing but privacy once the app is gone', async () => {
  const [product] = shop.catalog.products.values();
  const cart = { lines: [{ variantId: product?.variants[0]?.id ?? '', quantity: 1 }] };
  const topics = () => at.world.courier.deliveries.map(({ event }) => event.topic);
  placeOrder(at.world, SHOP, cart);
  expect(topics()).toEqual(['products/update']);
  at.world.updateScopes(SHOP, [...at.world.app.scopes, 'read_orders']);
  placeOrder(at.world, SHOP, cart);
  expect(topics()).toEqual(['products/update', 'app/scopes_update', 'products/update', 'orders/paid']);
  at.world.uninstall(SHOP);
  shop.catalog.addProduct({ title: 'Nobody hears of it' });

  expect(topics().slice(4)).toEqual(['app/uninstalled']);
});
