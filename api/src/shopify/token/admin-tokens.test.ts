import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ShopifyStage, shopifyStage } from '../../../test/shopify.ts';
import { SHOP_DETAILS } from '../identity/shop-details.operation.ts';
import { aTokenUser } from './token-users.fixture.ts';

const WHO = '{ shop { domain } }';
/** Each costs the start of a process. */
const KILLS = 3;

let stage: ShopifyStage;
let shop: string;

beforeAll(async () => {
  stage = await shopifyStage();
});

beforeEach(async () => {
  shop = stage.installedShop();
  await stage.asMerchant(shop)(WHO);
});

const counts = () => ({ ...stage.shopify.world.tokens.counts });
const askShopify = () => stage.rooms.adminApi.request(shop, SHOP_DETAILS, {});
const sessionOf = async (domain: string) => (await stage.rooms.sessions.findSessionsByShop(domain))[0];

describe('a shop’s offline token', () => {
  test('is one that expires, with a refresh token', async () => {
    const session = await sessionOf(shop);

    expect(session).toMatchObject({ id: `offline_${shop}`, isOnline: false, accessToken: expect.any(String) });
    expect(Number(session?.expires) - Date.now()).toBeGreaterThan(50 * 60_000);
    expect(Number(session?.refreshTokenExpires) - Date.now()).toBeGreaterThan(80 * 86_400_000);
  });

  test('is renewed when it has less than five minutes left, and not before', async () => {
    const before = counts().refreshes;
    await stage.setExpiry(shop, 301);
    await askShopify();
    const early = counts().refreshes;
    await stage.setExpiry(shop, 299);
    await askShopify();

    expect([early - before, counts().refreshes - before]).toEqual([0, 1]);
  });

  test('serves on while Shopify gives no other', async () => {
    await stage.setExpiry(shop, 200);
    stage.shopify.world.faults.add({ kind: 'STATUS', status: 502, shop, door: 'TOKEN', times: 1 });

    await expect(askShopify()).resolves.toMatchObject({ shop: { currencyCode: expect.any(String) } });
  });

  test('that Shopify took back is noticed at the first refusal, and another one is got', async () => {
    const before = counts();
    stage.shopify.world.tokens.revoke(shop, { alsoRefreshTokens: false });

    await Promise.all([askShopify(), askShopify(), askShopify()]);

    expect(counts()).toMatchObject({ refreshes: before.refreshes + 1, exchanges: before.exchanges });
  });

  test('for which Shopify gives no other is given up, until the merchant comes again', async () => {
    const before = counts().exchanges;
    stage.shopify.world.tokens.revoke(shop, { alsoRefreshTokens: true });

    await expect(askShopify()).rejects.toMatchObject({ kind: 'NOT_INSTALLED' });
    await expect(askShopify()).rejects.toMatchObject({ kind: 'NOT_INSTALLED' });
    await stage.asMerchant(shop)(WHO);
    await askShopify();

    expect(counts().exchanges - before).toBe(1);
  });

  test('comes back with the refresh token before, where Shopify does not know the newest one', async () => {
    await stage.setExpiry(shop, 0);
    await askShopify();
    const session = await sessionOf(shop);
    if (!session) throw new Error('The shop has no session.');
    // The newest one was lost at Shopify, as after its answer was overtaken by another's.
    session.refreshToken = 'shprt_nobody_knows_this_one';
    await stage.rooms.sessions.storeSession(session);
    await stage.setExpiry(shop, 0);

    await expect(askShopify()).resolves.toBeDefined();
  });
});

test('ten that need an expired token at once, in three processes, refresh it once (R-14)', {
  timeout: 120_000,
}, async () => {
  const users = await Promise.all([aTokenUser(stage), aTokenUser(stage)]);
  // Each has its connections, so that none comes late.
  await Promise.all(users.map((user) => user.ask(shop, 4)));
  await stage.setExpiry(shop, 0);
  const before = counts().refreshes;
  // Shopify takes its time, so that all of them need it at the same moment.
  stage.shopify.world.faults.add({ kind: 'SLOW', door: 'TOKEN', shop, delayMs: 1000 });

  const got = await Promise.all([
    ...users.map((user) => user.ask(shop, 4)),
    Promise.all([askShopify(), askShopify()]).then(() => []),
  ]);

  const tokens = new Set(got.flat());
  expect([tokens.size, got.flat().length, counts().refreshes - before]).toEqual([1, 8, 1]);
});

test('a process that is killed between the answer of Shopify and its keeping costs nothing (R-15)', {
  timeout: 300_000,
}, async () => {
  const { exchanges } = counts();
  for (let kill = 0; kill < KILLS; kill += 1) {
    await stage.setExpiry(shop, 0);
    const kept = (await sessionOf(shop))?.refreshToken;
    const before = counts().refreshes;

    await killWhileKeeping();

    expect([counts().refreshes - before, (await sessionOf(shop))?.refreshToken === kept]).toEqual([1, true]);
    await expect(askShopify()).resolves.toBeDefined();
    expect(counts().refreshes - before).toBe(2);
  }
  expect(counts().exchanges).toBe(exchanges);
});

/** Nobody can write the session, so the process that has Shopify's answer in hand waits with it; then it dies. */
async function killWhileKeeping(): Promise<void> {
  const user = await aTokenUser(stage);
  const client = new pg.Client({ connectionString: stage.database.url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT 1 FROM "Session" WHERE shop = $1 FOR UPDATE', [shop]);
    const asked = user.ask(shop, 1);
    await Promise.race([untilSomebodyWaits(), asked]);
    asked.catch(() => 'it was killed, as it should be');
    await user.kill();
    await client.query('ROLLBACK');
  } finally {
    await client.end();
  }
}

/** Over another connection than the one that holds them up: within a transaction PostgreSQL tells of one moment only. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await stage.database.prisma.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if (waiting.length > 0) return;
    await pause(20);
  }
}
