import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { appOver } from './app.ts';
import { aShop } from './builders.ts';
import { type StoppingDatabase, stoppingDatabase } from './stopping-database.ts';
import { type Delivery, deliver, listening, SHOPIFY_ENV, type WebhookApp, workOff } from './webhooks.ts';

const MINUTE = 60_000;
const DELIVERED = 9;

let server: StoppingDatabase;
let app: WebhookApp;
let shop: string;

beforeAll(async () => {
  server = await stoppingDatabase();
  app = await listening(await appOver(server.database, SHOPIFY_ENV));
}, 60_000);

beforeEach(async () => {
  await server.start();
  shop = await aShop(app, 'At first');
  await app.database.prisma.webhookEvent.deleteMany();
});

/** What a shop tells in the course of some minutes, oldest first. */
function someNews(): Delivery[] {
  const at = (minute: number) => ({ shop, eventId: randomUUID(), triggeredAt: new Date(Date.now() + minute * MINUTE) });
  return [
    { ...at(1), topic: 'shop/update', payload: { name: 'Then', currency: 'USD' } },
    { ...at(2), topic: 'app/scopes_update', payload: { current: ['read_products'] } },
    { ...at(3), topic: 'shop/update', payload: { name: 'Now', currency: 'CHF', iana_timezone: 'Europe/Zurich' } },
    { ...at(4), topic: 'app/scopes_update', payload: { current: ['read_products', 'write_products'] } },
  ];
}

/** Each of them nine times, in an order that is another one each time. */
function stormOf(news: readonly Delivery[]): Delivery[] {
  const all = Array.from({ length: DELIVERED }, () => news).flat();
  return all
    .map((delivery) => [Math.random(), delivery] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, delivery]) => delivery);
}

const ENDS_AS = {
  ...{ name: 'Now', currencyCode: 'CHF', timeZone: 'Europe/Zurich' },
  grantedScopes: ['read_products', 'write_products'],
};
const shopNow = () => app.database.prisma.shop.findUniqueOrThrow({ where: { domain: shop } });
const events = () => app.database.prisma.webhookEvent.findMany({ where: { shop } });

test('nine deliveries of each event, in any order, come to what one of each in order would', async () => {
  const news = someNews();
  for (const delivery of news.toReversed()) {
    expect((await deliver(app, delivery)).status).toBe(200);
    await workOff(app);
  }
  expect(await shopNow()).toMatchObject(ENDS_AS);
  for (const delivery of stormOf(news)) expect((await deliver(app, delivery)).status).toBe(200);
  await workOff(app);
  expect(await shopNow()).toMatchObject(ENDS_AS);
  expect((await events()).map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1]);
});

test('while the database is away deliveries are answered 503, never 200, and come to the same end when they come again', async () => {
  const news = someNews();
  const [first = { shop, topic: 'shop/update' }] = news;
  expect((await deliver(app, first)).status).toBe(200);
  await server.stop();
  for (const delivery of stormOf(news).slice(0, DELIVERED)) {
    const answer = await deliver(app, delivery);
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  await expect(workOff(app)).rejects.toThrow();

  await server.start();
  for (const delivery of stormOf(news)) expect((await deliver(app, delivery)).status).toBe(200);
  await workOff(app);
  expect(await shopNow()).toMatchObject(ENDS_AS);
  expect((await events()).map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1]);
});

test('an event whose handler met the outage is worked off after it', async () => {
  const [, , delivery = { shop, topic: 'shop/update' }] = someNews();
  await deliver(app, delivery);
  await server.stop();
  await expect(workOff(app)).rejects.toThrow();
  await server.start();
  await workOff(app);
  expect(await shopNow()).toMatchObject({ name: 'Now' });
});
