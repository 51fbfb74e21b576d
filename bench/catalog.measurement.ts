import { setTimeout as wait } from 'node:timers/promises';
import type { StandInShop } from '../api/src/shopify-stand-in/world/stand-in-shop.ts';
import type { Findings, Measurement, Row } from './measurement.ts';
import { type Memory, watchMemory } from './stage/memory-watch.ts';
import { type ShopifyStage, setShopifyStage } from './stage/shopify-stage.ts';

const PRODUCTS = 10_000;
const VARIANTS = 3;
const FEW = 1_000;
/** Changes of which Shopify's webhooks never arrive. */
const LOST = 100;
/** Changes of which they all arrive at once. */
const BURST = 200;
const KILLS = 3;
/** What a shop on the Standard plan gets back in a second, and what lies ready in a full bucket. */
const POINTS_PER_SECOND = 100;
const FULL_BUCKET = 2_000;
/** Ten times the catalog must not need much more memory. Megabytes. */
const MOST_GROWTH = 60;
const LONGEST_MS = 600_000;
const POLL_MS = 250;

interface Sync {
  readonly kind: string;
  readonly state: string;
  readonly objects: number;
  readonly problem: string | null;
  readonly waitingChanges: number;
  readonly lastReconcile: { readonly differences: number } | null;
}

/** One thing that was done to a catalog, and what it took. */
interface Done {
  readonly what: string;
  readonly products: number;
  /** Products, variants, pictures, collections and members. */
  readonly objects: number;
  readonly seconds: number;
  /** Seconds of these in which the stand-in wrote its file: Shopify takes its own time for that. */
  readonly exporting: number;
  readonly memory: Memory;
  readonly points: number;
}

/** What it takes to copy a large catalog, and to keep it right. */
export const CATALOG: Measurement = {
  name: 'catalog',
  about: 'ten thousand products of three variants are filled, reconciled, read through kills, and followed by webhook',
  async measure(): Promise<Findings> {
    const stage = await setShopifyStage();
    try {
      const done: Done[] = [];
      const problems: string[] = [];
      const few = aShop(stage, 'few.myshopify.com', FEW);
      const many = aShop(stage, 'many.myshopify.com', PRODUCTS);
      done.push(await measured(stage, 'fill of a small shop', few, () => fill(stage, few)));
      done.push(await measured(stage, 'fill', many, () => fill(stage, many)));
      done.push(
        await measured(stage, `reconcile, ${LOST} webhooks lost`, many, () => reconcile(stage, many, problems)),
      );
      done.push(await measured(stage, `refresh, killed ${KILLS} times`, many, () => killed(stage, many, problems)));
      done.push(await measured(stage, `${BURST} webhooks at once`, many, () => burst(stage, many, problems)));
      problems.push(...excesses(done), ...(await losses(stage, many)));
      const settings = {
        plan: `Standard, ${POINTS_PER_SECOND} points/s`,
        products: PRODUCTS,
        'variants each': VARIANTS,
      };
      return { settings, rows: done.map(rowOf), problems };
    } finally {
      await stage.strike();
    }
  },
};

/** Every hundred products are a collection, and all of them are one. */
function aShop({ world }: ShopifyStage, domain: string, count: number): StandInShop {
  const shop = world.addShop({ domain, plan: 'BASIC' });
  const variants = Array.from({ length: VARIANTS }, (_, size) => ({
    options: [`Size ${size}`],
    price: `${size + 1}.00`,
  }));
  for (let number = 1; number <= count; number += 1) {
    shop.catalog.stockProduct({
      ...{ title: `Cup No. ${number}`, vendor: 'Kiln', productType: 'Cups', tags: ['cup', `shelf-${number % 50}`] },
      ...{ descriptionHtml: `<p>${'Thrown and glazed by hand. '.repeat(20)}</p>`, optionNames: ['Size'], variants },
      pictures: [{ url: `https://cdn.example/${number}.png`, alt: `Cup No. ${number}` }],
    });
  }
  const ids = [...shop.catalog.products.keys()];
  for (let at = 0; at < count; at += 100) shop.catalog.addCollection(`Shelf ${at}`, ids.slice(at, at + 100));
  shop.catalog.addCollection('All of them', ids);
  return shop;
}

async function measured(
  stage: ShopifyStage,
  what: string,
  shop: StandInShop,
  work: () => Promise<void>,
): Promise<Done> {
  const spent = () => stage.world.seen.list({ shop: shop.domain }).reduce((sum, { cost }) => sum + cost, 0);
  const [pointsBefore, startedAt, exports] = [spent(), performance.now(), shop.bulkOperations.length];
  const watch = watchMemory(() => stage.server.pid);
  await work();
  const seconds = (performance.now() - startedAt) / 1000;
  const products = shop.catalog.products.size;
  const members = [...shop.catalog.collections.values()].reduce(
    (sum, { productIds }) => sum + 1 + productIds.length,
    0,
  );
  const objects = products * (2 + VARIANTS) + members;
  const exporting = shop.bulkOperations
    .slice(exports)
    .reduce((sum, { createdAt, completedAt }) => sum + ((completedAt ?? createdAt) - createdAt) / 1000, 0);
  return { what, products, objects, seconds, exporting, memory: await watch.stop(), points: spent() - pointsBefore };
}

async function fill(stage: ShopifyStage, shop: StandInShop): Promise<void> {
  stage.world.install(shop.domain);
  await untilDone(stage, shop, 'FILL');
}

/** As by night: the same run, at the merchant's wish. */
async function reconcile(stage: ShopifyStage, shop: StandInShop, problems: string[]): Promise<void> {
  const { courier } = stage.world;
  courier.isPaused = true;
  for (const id of [...shop.catalog.products.keys()].slice(0, LOST))
    shop.catalog.changeProduct(id, { title: `Lost ${id}` });
  courier.deliveries = [];
  courier.isPaused = false;
  await stage.ask(shop.domain, 'mutation { catalogRefresh { userErrors { message } } }');
  const { lastReconcile } = await untilDone(stage, shop, 'REFRESH');
  if (lastReconcile?.differences !== LOST)
    problems.push(`differences found: ${lastReconcile?.differences}, not ${LOST}`);
}

/** Killed each time when a further part of the file was written. */
async function killed(stage: ShopifyStage, shop: StandInShop, problems: string[]): Promise<void> {
  await stage.ask(shop.domain, 'mutation { catalogRefresh { userErrors { message } } }');
  let kills = 0;
  await untilDone(stage, shop, 'REFRESH', async ({ state, objects }) => {
    if (state !== 'WRITING' || kills === KILLS || objects < kills * 10_000 + 1) return;
    kills += 1;
    await stage.server.kill();
    await stage.server.start();
  });
  if (kills < KILLS) problems.push(`killed ${kills} times, not ${KILLS}: it was over too soon`);
}

async function burst(stage: ShopifyStage, shop: StandInShop, problems: string[]): Promise<void> {
  const changed = [...shop.catalog.products.keys()].slice(0, BURST);
  for (const id of changed) shop.catalog.changeProduct(id, { title: `Burst ${id}` });
  await stage.world.courier.settle();
  const endsAt = performance.now() + LONGEST_MS;
  const left = async () => {
    const titles = await stage.database.ask<{ count: number }>(
      `SELECT count(*)::int FROM "Product" WHERE title LIKE 'Burst %'`,
    );
    return BURST - (titles[0]?.count ?? 0);
  };
  while ((await left()) > 0 && performance.now() < endsAt) await wait(POLL_MS);
  if ((await left()) > 0) problems.push(`${await left()} of ${BURST} changes did not arrive`);
}

async function untilDone(
  stage: ShopifyStage,
  shop: StandInShop,
  kind: string,
  each: (sync: Sync) => Promise<void> = async () => {},
): Promise<Sync> {
  const query = '{ catalogSync { kind state objects problem waitingChanges lastReconcile { differences } } }';
  const endsAt = performance.now() + LONGEST_MS;
  while (performance.now() < endsAt) {
    const { catalogSync } = await stage.ask<{ catalogSync: Sync | null }>(shop.domain, query);
    if (catalogSync?.state === 'FAILED') throw new Error(`The run failed: ${catalogSync.problem}`);
    if (catalogSync?.state === 'DONE' && catalogSync.kind === kind) return catalogSync;
    if (catalogSync) await each(catalogSync);
    await wait(POLL_MS);
  }
  throw new Error(`The run did not end:\n${stage.server.output}`);
}

function rowOf({ what, products, objects, seconds, exporting, memory, points }: Done): Row {
  return {
    what,
    products,
    objects,
    seconds: seconds.toFixed(1),
    'of these the export': exporting.toFixed(1),
    'objects/s without it': Math.round(objects / (seconds - exporting)),
    'MB at start': memory.start,
    'MB at peak': memory.peak,
    'MB at end': memory.end,
    points,
    'points/s': (points / seconds).toFixed(1),
    'of points/s': POINTS_PER_SECOND,
  };
}

function excesses(done: readonly Done[]): string[] {
  const [few, many] = done;
  const growth = (many?.memory.peak ?? 0) - (few?.memory.peak ?? 0);
  const flat =
    growth > MOST_GROWTH ? [`ten times the products took ${growth} MB more, not ${MOST_GROWTH} at most`] : [];
  const dear = done.filter(({ points, seconds }) => points > FULL_BUCKET / 2 + POINTS_PER_SECOND * seconds);
  return [...flat, ...dear.map(({ what, points }) => `${what}: ${points} points are more than the plan gives`)];
}

async function losses({ database, world }: ShopifyStage, shop: StandInShop): Promise<string[]> {
  const [kept] = await database.ask<{ products: number; variants: number; members: number }>(
    `SELECT (SELECT count(*)::int FROM "Product" WHERE shop = $1) AS products,
            (SELECT count(*)::int FROM "ProductVariant" WHERE shop = $1) AS variants,
            (SELECT count(*)::int FROM "CollectionMembership" WHERE shop = $1) AS members`,
    [shop.domain],
  );
  const wanted = { products: PRODUCTS, variants: PRODUCTS * VARIANTS, members: PRODUCTS * 2 };
  const isRight = JSON.stringify(kept) === JSON.stringify(wanted);
  const lost = isRight ? [] : [`kept ${JSON.stringify(kept)}, not ${JSON.stringify(wanted)}`];
  return [...lost, ...world.seen.gaps, ...world.seen.violations];
}
