import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLogger } from '../src/platform/logger.ts';
import { WebhookEventStore } from '../src/webhook/webhook-event.store.ts';
import {
  WEBHOOK_TOPICS,
  type WebhookEvent,
  type WebhookHandler,
  type WebhookTopic,
} from '../src/webhook/webhook-event.ts';
import { isPayload } from '../src/webhook/webhook-payload.ts';
import { WebhookWorker } from '../src/webhook/webhook-worker.ts';
import { aShop } from './builders.ts';
import { deliver, type WebhookApp, webhookApp, workOff } from './webhooks.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/contracts/shopify/webhooks/', import.meta.url));
const hasPayloads = existsSync(FOLDER);
const FILES = hasPayloads ? readdirSync(FOLDER).filter((name) => name.endsWith('.json') && name !== 'index.json') : [];

if (!hasPayloads) {
  process.stdout.write(
    'Skipped: no webhook was tried with Shopify’s own payloads, for ../shared/contracts is not there.\n',
  );
}

/** `customers-data_request.json` is of `customers/data_request`. */
const topicOf = (file: string) => file.replace('-', '/').replace('.json', '');
const textOf = (file: string) => readFileSync(`${FOLDER}${file}`, 'utf8');

describe.skipIf(!hasPayloads)('Shopify’s own payload, unchanged', () => {
  let app: WebhookApp;
  let shop: string;

  beforeAll(async () => {
    app = await webhookApp();
  });
  beforeEach(async () => {
    shop = await aShop(app);
    await app.database.prisma.webhookEvent.deleteMany();
  });

  const events = () => app.database.prisma.webhookEvent.findMany();

  test.each(FILES)('%s is taken, and worked off where its topic is ours', async (file) => {
    const topic = topicOf(file);
    const { status } = await deliver(app, { shop, topic, payload: textOf(file) });
    expect(status).toBe(200);
    await workOff(app);
    const left = await events();
    // Of a shop that is forgotten, that it was is forgotten as well.
    if (left.length > 0) expect(left).toMatchObject([{ shop, topic, doneAt: expect.any(Date), failingSince: null }]);
    expect(left.length === 1 || topic === 'shop/redact' || !app.services.webhooks?.isWanted(topic)).toBe(true);
  });

  test.each(FILES.filter((file) => WEBHOOK_TOPICS.some((topic) => topic === topicOf(file))))(
    '%s comes to its handler with every digit of its numbers',
    async (file) => {
      const topic = topicOf(file) as WebhookTopic;
      const [event] = await seenOf(topic, textOf(file));
      expect(event).toMatchObject({ shop, topic });
      const digits = [...textOf(file).matchAll(/(?<=[:[,\s])-?\d+(\.\d+)?(?=\s*[,}\]\n])/g)].map(([number]) => number);
      const values = valuesOf(event?.payload ?? {});
      for (const number of digits) expect(values).toContain(number);
    },
  );

  async function seenOf(topic: WebhookTopic, body: string): Promise<WebhookEvent[]> {
    const seen: WebhookEvent[] = [];
    const note: WebhookHandler = async (event) => seen.push(event);
    const store = new WebhookEventStore(app.database.prisma, app.services.seal);
    await store.keep({ shop, topic, eventId: 'unchanged', triggeredAt: null }, body);
    const parts = { events: store, handlers: { [topic]: [note] }, isInstalled: async () => true };
    await new WebhookWorker({ ...parts, logger: createLogger('silent') }).run();
    return seen;
  }

  test('the three privacy payloads name their shop by a placeholder: the header decides whose they are', async () => {
    for (const file of ['customers-data_request.json', 'customers-redact.json', 'shop-redact.json']) {
      expect(textOf(file)).toContain('{shop}.myshopify.com');
    }
    await deliver(app, { shop, topic: 'customers/data_request', payload: textOf('customers-data_request.json') });
    await workOff(app);
    expect(await app.database.prisma.dataRequest.findMany({ where: { shop } })).toMatchObject([{ shopifyId: '9999' }]);
    await deliver(app, { shop, topic: 'shop/redact', payload: textOf('shop-redact.json') });
    await workOff(app);
    expect(await app.services.shops.find(shop)).toBeNull();
  });

  test('the news of granted scopes and of an uninstall have their effect', async () => {
    await deliver(app, { shop, topic: 'app/scopes_update', payload: textOf('app-scopes_update.json') });
    await workOff(app);
    const row = () => app.database.prisma.shop.findUniqueOrThrow({ where: { domain: shop } });
    expect(await row()).toMatchObject({ grantedScopes: ['read_products', 'write_products'], uninstalledAt: null });
    await deliver(app, { shop, topic: 'app/uninstalled', payload: textOf('app-uninstalled.json') });
    await workOff(app);
    expect(await row()).toMatchObject({ uninstalledAt: expect.any(Date) });
  });
});

/** Every text of a body, numbers among them. */
function valuesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  if (isPayload(value as WebhookEvent['payload'])) return Object.values(value as object).flatMap(valuesOf);
  return [value];
}
