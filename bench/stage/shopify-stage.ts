import { rm } from 'node:fs/promises';
import { type CrashServer, startCrashServer } from '../../api/crash-server.ts';
import { startShopifyStandIn } from '../../api/src/shopify-stand-in/shopify-stand-in-server.ts';
import { claimsFor, signIdToken } from '../../api/src/shopify-stand-in/token/id-token.ts';
import { ShopifyWorld } from '../../api/src/shopify-stand-in/world/shopify-world.ts';
import { freePort, freshDataDir } from '../../e2e/product.ts';
import { ServerProcess } from './server-process.ts';

/** Shopify, stood in for by this process; PostgreSQL and the server with its worker, each in a process of its own. */
export interface ShopifyStage {
  readonly world: ShopifyWorld;
  readonly database: CrashServer;
  readonly server: ServerProcess;
  /** Asks the admin API as the shop's merchant, in Shopify's admin. */
  ask<Data>(shop: string, query: string): Promise<Data>;
  /** Stops and removes all of it. */
  strike(): Promise<void>;
}

/** Starts all of it. The server must be built. */
export async function setShopifyStage(): Promise<ShopifyStage> {
  const world = new ShopifyWorld();
  const [database, shopify, dataDir, port] = await Promise.all([
    startCrashServer(),
    startShopifyStandIn(world),
    freshDataDir(),
    freePort(),
  ]);
  const { apiKey, apiSecret } = world.app;
  const keys = { SHOPIFY_API_KEY: apiKey, SHOPIFY_API_SECRET: apiSecret, SHOPIFY_STAND_IN_URL: shopify.url };
  const own = { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: database.url, LOG_LEVEL: 'warn' };
  const server = new ServerProcess({ ...own, ...keys, APP_KEY: Buffer.alloc(32, 7).toString('base64') });
  const strike = async () => {
    await server.stop();
    await shopify.close();
    await database.remove();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await server.start();
  } catch (error) {
    await strike();
    throw error;
  }
  world.app.url = server.url;
  return { world, database, server, strike, ask: (shop, query) => ask({ world, server }, shop, query) };
}

async function ask<Data>(
  { world, server }: Pick<ShopifyStage, 'world' | 'server'>,
  shop: string,
  query: string,
): Promise<Data> {
  const token = signIdToken(claimsFor({ shop, apiKey: world.app.apiKey, now: Date.now() }), world.app.apiSecret);
  const answer = await fetch(`${server.url}/admin/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(`The admin API answered ${JSON.stringify(errors)}`);
  return data;
}
