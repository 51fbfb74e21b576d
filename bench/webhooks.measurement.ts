import { setTimeout as wait } from 'node:timers/promises';
import type { WebhookAnswer } from '../api/src/shopify-stand-in/webhook/send-webhook.ts';
import type { StandInEvent } from '../api/src/shopify-stand-in/webhook/stand-in-event.ts';
import type { StandInShop } from '../api/src/shopify-stand-in/world/stand-in-shop.ts';
import { machineOf } from './machine.ts';
import type { Findings, Measurement, Row } from './measurement.ts';
import { SETTINGS } from './settings.ts';
import { type ShopifyStage, setShopifyStage } from './stage/shopify-stage.ts';
import { quantile } from './statistics.ts';

const SHOPS = 5;
const PRODUCTS_EACH = 40;
/** So many of them change, over and over; half of all changes are the first shop's. */
const CHANGED_EACH = 10;
/** As many as after a merchant's change to a whole catalog. */
const PER_SECOND = 50;
const SECONDS = SETTINGS.webhookSeconds;
/** Shopify may bring an event again though it was answered, and in any order. */
const TIMES = 9;
/** milliseconds. */
const MOST_P99 = 1_000;
const LONGEST_MS = 120_000;
const POLL_MS = 250;

/** What was sent, and what came back. */
interface Sent {
  readonly event: StandInEvent;
  readonly answer: WebhookAnswer;
}

/** how fast webhooks are answered while those before them are worked off, and that each has its effect once. */
export const WEBHOOKS: Measurement = {
  name: 'webhooks',
  about: `${PER_SECOND} webhooks a second in an open loop, each ${TIMES} times over and in any order`,
  async measure(): Promise<Findings> {
    const stage = await setShopifyStage();
    try {
      const shops = await installShops(stage);
      const events = await changesOf(stage, shops);
      const startedAt = performance.now();
      const sent = await send(stage, shuffled(events.flatMap((event) => Array<StandInEvent>(TIMES).fill(event))));
      const sentSeconds = (performance.now() - startedAt) / 1000;
      await untilWorkedOff(stage);
      const seconds = (performance.now() - startedAt) / 1000;
      const row = rowOf(sent, { events: events.length, seconds, sentSeconds });
      const settings = { ...(await machineOf(stage.database)), shops: SHOPS, loop: 'open', 'a second': PER_SECOND };
      return { settings, rows: [row], problems: [...problemsOf(sent), ...(await wrongTitles(stage, shops))] };
    } finally {
      await stage.strike();
    }
  },
};

async function installShops({ world, database, ask }: ShopifyStage): Promise<StandInShop[]> {
  const shops = Array.from({ length: SHOPS }, (_, at) => world.addShop({ domain: `shop-${at}.myshopify.com` }));
  for (const { catalog, domain } of shops) {
    for (let at = 0; at < PRODUCTS_EACH; at += 1) catalog.stockProduct({ title: `Cup ${at}` });
    world.install(domain);
    // The app hears of an install when its merchant first opens it.
    await ask(domain, '{ catalogSync { state } }');
  }
  const filled = async () => {
    const [row] = await database.ask<{ count: number }>(`SELECT count(*)::int FROM "Product"`);
    return row?.count ?? 0;
  };
  await until(async () => (await filled()) >= SHOPS * PRODUCTS_EACH, 'the catalogs were not copied');
  return shops;
}

/** Every event is a change of its own: each product changes again and again, and the last change says what its title is in the end. */
async function changesOf({ world: { courier } }: ShopifyStage, shops: readonly StandInShop[]): Promise<StandInEvent[]> {
  const count = Math.floor((PER_SECOND * SECONDS) / TIMES);
  courier.isPaused = true;
  courier.deliveries = [];
  for (let at = 0; at < count; at += 1) {
    const { catalog } = at % 2 === 0 ? first(shops) : (shops[at % shops.length] ?? first(shops));
    const ids = [...catalog.products.keys()];
    catalog.changeProduct(ids[at % CHANGED_EACH] ?? '', { title: `Cup, for the ${at}th time` });
    // Shopify tells changes apart by their time.
    await wait(2);
  }
  return courier.deliveries.map(({ event }) => event);
}

function first(shops: readonly StandInShop[]): StandInShop {
  const [shop] = shops;
  if (!shop) throw new Error('There is no shop.');
  return shop;
}

/** One every twentieth of a second, however long the answers to those before take. */
async function send({ world }: ShopifyStage, events: readonly StandInEvent[]): Promise<Sent[]> {
  const startedAt = performance.now();
  const underway: Promise<Sent>[] = [];
  for (const [at, event] of events.entries()) {
    const due = startedAt + (at * 1000) / PER_SECOND;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    const late = Math.max(0, performance.now() - due);
    underway.push(world.courier.send(event).then(({ status, ms }) => ({ event, answer: { status, ms: ms + late } })));
  }
  return Promise.all(underway);
}

async function untilWorkedOff({ database }: ShopifyStage): Promise<void> {
  const left = async () => {
    const [row] = await database.ask<{ count: number }>(
      `SELECT count(*)::int FROM "WebhookEvent" WHERE "doneAt" IS NULL`,
    );
    return row?.count ?? 0;
  };
  await until(async () => (await left()) === 0, 'webhooks wait for ever');
}

async function wrongTitles({ database }: ShopifyStage, shops: readonly StandInShop[]): Promise<string[]> {
  const kept = await database.ask<{ shop: string; id: string; title: string }>(`SELECT shop, id, title FROM "Product"`);
  const titles = new Map(kept.map(({ shop, id, title }) => [`${shop} ${id}`, title]));
  const wrong = shops.flatMap(({ domain, catalog }) =>
    [...catalog.products.values()].filter(
      ({ id, title }) => titles.get(`${domain} gid://shopify/Product/${id}`) !== title,
    ),
  );
  return wrong.length > 0 ? [`${wrong.length} products are not what Shopify said last`] : [];
}

async function until(isSo: () => Promise<boolean>, otherwise: string): Promise<void> {
  const endsAt = performance.now() + LONGEST_MS;
  while (!(await isSo())) {
    if (performance.now() > endsAt) throw new Error(otherwise);
    await wait(POLL_MS);
  }
}

function rowOf(sent: readonly Sent[], run: { events: number; seconds: number; sentSeconds: number }): Row {
  const waits = sent.map(({ answer }) => answer.ms);
  return {
    deliveries: sent.length,
    events: run.events,
    'p50 ms': quantile(waits, 0.5).toFixed(1),
    'p99 ms': quantile(waits, 0.99).toFixed(1),
    'longest ms': Math.round(Math.max(...waits)),
    'seconds until all were sent': run.sentSeconds.toFixed(1),
    'until all were worked off': run.seconds.toFixed(1),
  };
}

function problemsOf(sent: readonly Sent[]): string[] {
  const refused = sent.filter(({ answer }) => answer.status !== 200).length;
  const p99 = quantile(
    sent.map(({ answer }) => answer.ms),
    0.99,
  );
  return [
    ...(refused > 0 ? [`${refused} of ${sent.length} deliveries were not answered with 200`] : []),
    ...(p99 > MOST_P99 ? [`p99 ${Math.round(p99)} ms, not ${MOST_P99} at most`] : []),
  ];
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
