import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../../test/app.ts';
import { aShop } from '../../test/builders.ts';
import { deliver, SECRETS, signatureOf, type WebhookApp, webhookApp, workOff } from '../../test/webhooks.ts';

let app: WebhookApp;
let shop: string;

beforeAll(async () => {
  app = await webhookApp();
});

beforeEach(async () => {
  await app.database.prisma.webhookEvent.deleteMany();
  shop = await aShop(app, 'Before');
});

const events = () => app.database.prisma.webhookEvent.findMany();

describe('a delivery that Shopify signed', () => {
  test('is answered without a body once it is kept, and worked off afterwards', async () => {
    const answer = await deliver(app, { shop, topic: 'shop/update', payload: { name: 'After' } });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
    expect(await events()).toMatchObject([{ shop, topic: 'shop/update', doneAt: null }]);
    expect(await app.services.shops.find(shop)).toMatchObject({ name: 'Before' });
    await workOff(app);
    expect(await app.services.shops.find(shop)).toMatchObject({ name: 'After' });
  });

  test('may be signed with the secret before this one', async () => {
    const answer = await deliver(app, { shop, topic: 'shop/update', secret: SECRETS.previous });
    expect(answer.status).toBe(200);
  });

  test('is kept sealed, and what it said is forgotten once it is worked off', async () => {
    await deliver(app, { shop, topic: 'shop/update', payload: { name: 'Sealed marker' } });
    const [kept] = await events();
    expect(Buffer.from(kept?.sealedPayload ?? []).includes('Sealed marker')).toBe(false);
    await workOff(app);
    expect(await events()).toMatchObject([{ sealedPayload: null, dueAt: null, doneAt: expect.any(Date) }]);
  });

  test('is kept once, however often it comes', async () => {
    const delivery = { shop, topic: 'shop/update', eventId: randomUUID(), payload: { name: 'Once' } };
    const answers = await Promise.all(Array.from({ length: 9 }, () => deliver(app, delivery)));
    expect(answers.map(({ status }) => status)).toEqual(Array(9).fill(200));
    expect(await events()).toHaveLength(1);
    await workOff(app);
    await deliver(app, delivery);
    await workOff(app);
    expect(await events()).toMatchObject([{ attempts: 1 }]);
  });

  test('without an event’s id is known by that of the webhook', async () => {
    const headers = { 'x-shopify-event-id': null, 'x-shopify-webhook-id': randomUUID() };
    await deliver(app, { shop, topic: 'shop/update', headers });
    await deliver(app, { shop, topic: 'shop/update', headers });
    expect(await events()).toMatchObject([{ eventId: headers['x-shopify-webhook-id'] }]);
  });

  test('of one event under several topics is kept for each of them', async () => {
    const eventId = randomUUID();
    await deliver(app, { shop, topic: 'shop/update', eventId });
    await deliver(app, { shop, topic: 'app/uninstalled', eventId });
    expect(await events()).toHaveLength(2);
  });

  test('without a time counts from when it came', async () => {
    await deliver(app, { shop, topic: 'shop/update', headers: { 'x-shopify-triggered-at': null } });
    const [kept] = await events();
    expect(kept?.triggeredAt).toEqual(kept?.receivedAt);
  });

  test('on a topic that nobody works off is answered, and not kept', async () => {
    const answer = await deliver(app, { shop, topic: 'fulfillments/create' });
    expect(answer.status).toBe(200);
    expect(await events()).toEqual([]);
  });

  test('may have the size of a product with hundreds of variants', async () => {
    const answer = await deliver(app, { shop, topic: 'shop/update', payload: { body_html: 'x'.repeat(900_000) } });
    expect(answer.status).toBe(200);
  });
});

describe('a delivery that Shopify did not sign', () => {
  const unsigned: [string, Record<string, string | null>][] = [
    ['that has no signature', { 'x-shopify-hmac-sha256': null }],
    ['that has an empty one', { 'x-shopify-hmac-sha256': '' }],
    ['that has one of another body', { 'x-shopify-hmac-sha256': signatureOf('{"name":"Other"}') }],
    ['that has one by another secret', { 'x-shopify-hmac-sha256': signatureOf('{}', 'a secret of another app') }],
    [
      'that has one in hexadecimal',
      { 'x-shopify-hmac-sha256': Buffer.from(signatureOf('{}'), 'base64').toString('hex') },
    ],
    [
      'that has no headers at all',
      { 'x-shopify-hmac-sha256': null, 'x-shopify-topic': null, 'x-shopify-shop-domain': null },
    ],
  ];

  test.each(unsigned)('%s is refused with 401, without a word, and not kept', async (_what, headers) => {
    for (const topic of ['shop/update', 'customers/redact', 'fulfillments/create']) {
      const answer = await deliver(app, { shop, topic, headers });
      expect(answer.status).toBe(401);
      expect(await answer.text()).toBe('');
    }
    expect(await events()).toEqual([]);
  });
});

describe('a signed delivery whose headers are not Shopify’s', () => {
  test.each([
    ['x-shopify-shop-domain', null],
    ['x-shopify-shop-domain', 'evil.example'],
    ['x-shopify-shop-domain', 'shop.myshopify.com.evil.example'],
    ['x-shopify-topic', null],
    ['x-shopify-topic', 'shop/update\\..'],
    ['x-shopify-event-id', 'not an id'],
  ])('%s: %s is refused with 400, and not kept', async (header, value) => {
    const answer = await deliver(app, { shop, topic: 'shop/update', headers: { [header]: value } });
    expect(answer.status).toBe(400);
    expect(await events()).toEqual([]);
  });
});

test('a body beyond two megabytes is refused before it is read', async () => {
  const answer = await deliver(app, { shop, topic: 'shop/update', payload: 'x'.repeat(2 * 1024 * 1024 + 1) });
  expect(answer.status).toBe(413);
});

test('in standalone mode there is no door for webhooks', async () => {
  const standalone = await testApp();
  const { statusCode } = await standalone.http.inject({ method: 'POST', url: '/webhooks/shopify', payload: {} });
  expect(statusCode).toBe(404);
});
