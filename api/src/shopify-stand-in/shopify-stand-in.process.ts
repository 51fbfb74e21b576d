/**
 * `node api/src/shopify-stand-in/shopify-stand-in.process.ts [--port N] [--app URL] [--api-key K] [--api-secret S] [--products N]`:
 * Shopify's stand-in by itself, with two shops. Its address is the first line that it prints. `--products` fills the first shop with so
 * many more. It runs from its sources and is no part of what is built for a server.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readAppToml } from './app-toml.ts';
import { startShopifyStandIn } from './shopify-stand-in-server.ts';
import { DEFAULT_APP } from './world/default-app.ts';
import { stockManyProducts } from './world/many-products.ts';
import { SEED_SHOPS, seedShops } from './world/seed-shops.ts';
import { ShopifyWorld } from './world/shopify-world.ts';

const SETTINGS = join(import.meta.dirname, '../../../shopify.app.toml');
const RETRY_EVERY_MS = 1000;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    app: { type: 'string' },
    'api-key': { type: 'string', default: DEFAULT_APP.apiKey },
    'api-secret': { type: 'string', default: DEFAULT_APP.apiSecret },
    products: { type: 'string', default: '0' },
  },
});
const settings = existsSync(SETTINGS) ? readAppToml(readFileSync(SETTINGS, 'utf8')) : {};
const world = new ShopifyWorld({
  app: { ...settings, apiKey: values['api-key'], apiSecret: values['api-secret'], url: values.app ?? null },
});
const running = await startShopifyStandIn(world, Number(values.port));
seedShops(world);
stockManyProducts(world.shop(SEED_SHOPS[0].domain), Number(values.products));
process.stdout.write(`${running.url}\n`);

const retries = setInterval(() => void world.courier.settle(), RETRY_EVERY_MS);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    clearInterval(retries);
    void running.close();
  });
}
