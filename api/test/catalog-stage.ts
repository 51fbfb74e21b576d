import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect } from 'vitest';
import type { CatalogSync } from '../src/catalog-sync/catalog-sync.type.ts';
import type { Database } from '../src/platform/database/database.ts';
import { aShopifyStandIn, type TestShopify } from '../src/shopify-stand-in/shopify-stand-in.fixture.ts';
import type { StandInEvent } from '../src/shopify-stand-in/webhook/stand-in-event.ts';
import type { StandInShop } from '../src/shopify-stand-in/world/stand-in-shop.ts';
import { type Ask, appOver, asker, type TestApp } from './app.ts';
import { testDatabase } from './database.ts';

/** A step of a run waits for a while before the next; nobody waits so long here. */
const MOST_STEPS = 400;
const PAUSE_MS = 5;

/** Shopify's stand-in and the app that its shops install, for a test file. */
export class CatalogStage {
  shopify!: TestShopify;
  database!: Database;
  app!: TestApp;

  async open(): Promise<void> {
    this.shopify = await aShopifyStandIn();
    this.database = await testDatabase();
    this.app = await this.anotherProcess();
    await this.app.http.listen({ port: 0, host: '127.0.0.1' });
    this.shopify.world.app.url = `http://127.0.0.1:${(this.app.http.server.address() as AddressInfo).port}`;
  }

  /** A further process of the app. */
  anotherProcess(): Promise<TestApp> {
    const { apiKey, apiSecret, standInUrl } = this.shopify.config;
    const keys = { SHOPIFY_API_KEY: apiKey, SHOPIFY_API_SECRET: apiSecret, SHOPIFY_STAND_IN_URL: standInUrl };
    return appOver(this.database, { ...keys, APP_KEY: Buffer.alloc(32, 11).toString('base64') });
  }

  /** A shop that has the app, and whose merchant has opened it; its catalog is still to be filled. */
  async aShop(stock: (shop: StandInShop) => void = () => {}): Promise<StandInShop> {
    const shop = this.shopify.addShop({
      domain: `shop-${randomUUID().slice(0, 8)}.myshopify.com`,
      currencyCode: 'EUR',
    });
    stock(shop);
    this.shopify.install(shop.domain);
    expect((await this.asMerchant(shop)('{ shop { domain } }')).data).toEqual({ shop: { domain: shop.domain } });
    return shop;
  }

  /** A shop whose catalog is filled. */
  async aFilledShop(stock: (shop: StandInShop) => void = () => {}): Promise<StandInShop> {
    const shop = await this.aShop(stock);
    expect(await this.runToEnd(shop)).toMatchObject({ state: 'DONE', kind: 'FILL' });
    return shop;
  }

  asMerchant({ domain }: StandInShop, app = this.app): Ask {
    return asker(app.http, '/admin/graphql', { headers: { authorization: `Bearer ${this.shopify.idToken(domain)}` } });
  }

  /** The next step of whatever run is due. */
  async step(app = this.app, stopping = new AbortController().signal): Promise<void> {
    await app.services.rounds.find(({ name }) => name === 'catalog runs')?.run(stopping);
  }

  /** Step by step, without the pauses between them, until the shop's run is over. */
  async runToEnd({ domain }: StandInShop, app = this.app): Promise<CatalogSync> {
    for (let step = 0; step < MOST_STEPS; step += 1) {
      await this.step(app);
      const sync = await this.stateOf(domain);
      if (sync.state === 'DONE' || sync.state === 'FAILED') return sync;
      await this.hurry(domain);
      await pause(PAUSE_MS);
    }
    throw new Error(`The run does not come to its end: ${JSON.stringify(await this.stateOf(domain))}`);
  }

  /** The merchant wants it read again; to its end. */
  async refresh(shop: StandInShop): Promise<CatalogSync> {
    await this.asMerchant(shop)('mutation { catalogRefresh { userErrors { message } } }');
    return this.runToEnd(shop);
  }

  /** Whatever Shopify exports of this shop it has exported: a run that is hurried would run out of attempts before. */
  async exportsAreOver({ bulkOperations }: StandInShop): Promise<void> {
    await expect
      .poll(() => bulkOperations.every(({ completedAt }) => completedAt !== null), { interval: 5, timeout: 15_000 })
      .toBe(true);
  }

  async stateOf(domain: string): Promise<CatalogSync> {
    const sync = await this.app.services.catalogSync.find(domain);
    if (sync === null) throw new Error('This shop has no catalog of Shopify’s.');
    return sync;
  }

  /** The pause before the shop's next step is over: for a second, since times are kept in whole milliseconds and rounded up as well as down. */
  async hurry(domain: string): Promise<void> {
    await this.database.prisma.$executeRaw`
      UPDATE "CatalogSync" SET "dueAt" = statement_timestamp() - interval '1 second'
       WHERE shop = ${domain} AND state NOT IN ('DONE', 'FAILED')`;
  }

  /** Something happens of which Shopify's webhooks never arrive. */
  unheard(change: () => void): void {
    const { courier } = this.shopify.world;
    const before = courier.deliveries;
    courier.isPaused = true;
    change();
    courier.deliveries = before;
    courier.isPaused = false;
  }

  /** Something happens, of which Shopify tells only when the test does: in the order in which it happened. */
  heldBack(change: () => void): StandInEvent[] {
    const { courier } = this.shopify.world;
    const before = courier.deliveries;
    courier.deliveries = [];
    courier.isPaused = true;
    change();
    const events = courier.deliveries.map(({ event }) => event);
    courier.deliveries = before;
    courier.isPaused = false;
    return events;
  }

  /** Tells of an event once, and works it off; what it says is to be read again waits. */
  async tell(event: StandInEvent): Promise<void> {
    const { status } = await this.shopify.world.courier.send(event);
    expect(status).toBe(200);
    await this.app.services.webhooks?.round.run(new AbortController().signal);
  }

  /** It is night in the shop. */
  async nightFalls({ domain }: StandInShop): Promise<void> {
    await this.database.prisma.$executeRaw`
      UPDATE "CatalogSync" SET "dueAt" = statement_timestamp() - interval '1 second' WHERE shop = ${domain}`;
  }

  /** What Shopify told arrives and is worked off, and what changed is read. */
  async follow(app = this.app): Promise<void> {
    await this.shopify.world.courier.settle();
    await app.services.webhooks?.round.run(new AbortController().signal);
    await this.readChanges(app);
  }

  /** What is to be read again is read, without waiting for more. */
  async readChanges(app = this.app): Promise<void> {
    const round = app.services.rounds.find(({ name }) => name === 'catalog changes');
    for (let turn = 0; turn < 3; turn += 1) {
      await this.database.prisma
        .$executeRaw`UPDATE "CatalogChange" SET "dueAt" = statement_timestamp() - interval '1 second'`;
      await round?.run(new AbortController().signal);
    }
  }

  /** A shop's products with what is kept of them, by title. */
  productsOf({ domain }: StandInShop) {
    const variants = { orderBy: { position: 'asc' } } as const;
    return this.database.prisma.product.findMany({
      where: { shop: domain },
      include: { variants },
      orderBy: { title: 'asc' },
    });
  }

  /** The titles of a collection's members in their order. */
  async membersOf({ domain: shop }: StandInShop, title: string): Promise<string[]> {
    const members = await this.database.prisma.collectionMembership.findMany({
      where: { shop, collection: { title } },
      include: { product: true },
      orderBy: { position: 'asc' },
    });
    return members.map(({ product }) => product.title);
  }
}

/** The stage of a test file. */
export function catalogStage(): CatalogStage {
  const stage = new CatalogStage();
  beforeAll(() => stage.open());
  return stage;
}
