import 'reflect-metadata';
import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PrismaClient } from '../../../prisma/client/client.ts';
import { testDatabase } from '../../test/database.ts';
import { CatalogService } from './catalog.service.ts';
import { CatalogImport } from './catalog-import.ts';
import { CatalogPictures } from './catalog-pictures.ts';
import { createShopifyStorefront } from './storefront.ts';

const SHOP = 'kiln.myshopify.com';
const OTHER = 'other.myshopify.com';
const ADDRESS = 'https://vip.example';

let statements = 0;
let prisma: PrismaClient;
let catalog: CatalogService;
let idOf: (handle: string) => string;
let collectionIdOf: (handle: string) => string;

beforeAll(async () => {
  const { url } = await testDatabase();
  const counted = new PrismaClient({ adapter: new PrismaPg(url), log: [{ emit: 'event', level: 'query' }] });
  counted.$on('query', () => {
    statements += 1;
  });
  prisma = counted;
  catalog = new CatalogService({
    prisma,
    pictures: new CatalogPictures(prisma, ADDRESS),
    storefront: createShopifyStorefront(),
  });
  await prisma.shop.create({ data: { domain: SHOP, name: 'Kiln', currencyCode: 'EUR' } });
  await prisma.shop.create({ data: { domain: OTHER, name: 'Other', currencyCode: 'JPY' } });
  const importer = new CatalogImport(prisma);
  const file = (path: string) => createReadStream(fileURLToPath(new URL(path, import.meta.url)));
  await importer.importProductsCsv({ shop: SHOP, source: file('../standalone/demo-catalog.csv') });
  await importer.importProductsCsv({ shop: OTHER, source: file('../../test/fixtures/products-older.csv') });
  const products = new Map((await prisma.product.findMany()).map(({ handle, id }) => [handle, id]));
  const collections = new Map((await prisma.collection.findMany()).map(({ handle, id }) => [handle, id]));
  idOf = (handle) => products.get(handle) ?? 'missing';
  collectionIdOf = (handle) => collections.get(handle) ?? 'missing';
});

afterAll(() => prisma.$disconnect());

async function countStatements(work: () => Promise<unknown>): Promise<number> {
  statements = 0;
  await work();
  expect(statements).toBeGreaterThan(0);
  return statements;
}

describe('the list of products', () => {
  const titles = async (query: string) =>
    (await catalog.products(SHOP, { first: 50, query })).nodes.map(({ title }) => title);

  test('goes by title, page after page, and misses none', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await catalog.products(SHOP, { first: 5, after });
      seen.push(...page.nodes.map(({ title }) => title));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(16);
    expect(new Set(seen).size).toBe(16);
    expect(seen[0]).toBe('Beeswax Tapers');
  });

  test('says of each product its lowest price, its variants and its stock', async () => {
    const [plate] = (await catalog.products(SHOP, { first: 1, query: 'morning plate' })).nodes;
    expect(plate).toMatchObject({
      price: { amount: '29.00', currencyCode: 'EUR' },
      variantsCount: 4,
      totalInventory: 140,
    });
    expect(plate?.imageUrl).toBe('https://vip.example/demo/pictures/morning-plate.svg');
  });

  test('has no stock for what is not tracked, and no decimals for a currency without them', async () => {
    expect((await catalog.products(SHOP, { first: 1, query: 'trivet' })).nodes[0]?.totalInventory).toBeNull();
    const [cap] = (await catalog.products(OTHER, { first: 1, query: 'wool-cap' })).nodes;
    expect(cap?.price).toEqual({ amount: '24', currencyCode: 'JPY' });
  });

  test.each([
    ['part of a title, in any case', 'LANTERN', ['Lantern Teapot']],
    ['a handle', 'net-float', ['Net Float Bud Vase']],
    ['part of a tag', 'cobal', ['Morning Plate']],
    ['words from different places', 'vase glass', ['Net Float Bud Vase']],
    ['what would be a pattern', '%', []],
    ['what is nowhere', 'bowl zebra', []],
  ])('finds %s', async (_what, query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  test('finds everything of a vendor and everything for an empty search', async () => {
    expect(await titles('kiln harbour')).toHaveLength(16);
    expect(await titles('   ')).toHaveLength(16);
    expect(await (await catalog.products(SHOP, { first: 1, query: 'vase' })).totalCount).toBe(2);
  });

  test("never holds another shop's products", async () => {
    expect(await titles('field shirt')).toEqual([]);
  });

  test('costs as many statements for sixteen products as for two', async () => {
    const two = await countStatements(() => catalog.products(SHOP, { first: 2 }));
    const all = await countStatements(() => catalog.products(SHOP, { first: 50 }));
    expect(all).toBe(two);
  });
});

describe('the list of collections', () => {
  test('says how many products each has and shows the picture of the first', async () => {
    const { nodes } = await catalog.collections(SHOP, { first: 50 });
    expect(nodes.map(({ title, productsCount }) => [title, productsCount])).toEqual([
      ['Table & Tea', 9],
      ['Winter Firing', 8],
      ['Workshop Linen', 3],
    ]);
    expect(nodes[2]?.imageUrl).toBe('https://vip.example/demo/pictures/workshop-apron.svg');
  });

  test('finds part of a title in any case', async () => {
    expect((await catalog.collections(SHOP, { first: 5, query: 'LINEN' })).nodes.map(({ handle }) => handle)).toEqual([
      'workshop-linen',
    ]);
  });

  test('costs as many statements for all as for one', async () => {
    const one = await countStatements(() => catalog.collections(SHOP, { first: 1 }));
    expect(await countStatements(() => catalog.collections(SHOP, { first: 50 }))).toBe(one);
  });
});

describe('products by their ids', () => {
  test('come in the order of the ids; what the shop does not have is left out', async () => {
    const ids = ['nothing', idOf('storm-jug'), idOf('field-shirt'), idOf('tide-bowl')];
    expect((await catalog.productsByIds(SHOP, ids)).map(({ handle }) => handle)).toEqual(['storm-jug', 'tide-bowl']);
    expect((await catalog.existingProductIds(SHOP, ids)).sort()).toEqual([idOf('storm-jug'), idOf('tide-bowl')].sort());
  });

  test('and collections do the same', async () => {
    const ids = [collectionIdOf('workshop-linen'), collectionIdOf('outdoors'), collectionIdOf('table-tea')];
    expect((await catalog.collectionsByIds(SHOP, ids)).map(({ handle }) => handle)).toEqual([
      'workshop-linen',
      'table-tea',
    ]);
    expect(await catalog.existingCollectionIds(SHOP, ids)).toHaveLength(2);
  });
});

describe('what a gate shows', () => {
  const gated = (products: string[], collections: string[], shop = SHOP) =>
    catalog.gatedProducts(
      { shop, productIds: products.map(idOf), collectionIds: collections.map(collectionIdOf) },
      { pass: 'a-pass', proofOf: () => null },
    );

  test('named products come first in their order, then the collections in theirs, each product once', async () => {
    const products = await gated(['storm-jug', 'rope-trivet'], ['workshop-linen']);
    expect(products.map(({ title }) => title)).toEqual([
      'Storm Jug',
      'Rope Trivet',
      'Workshop Apron',
      'Tide Line Napkins',
    ]);
  });

  test('a draft stays behind', async () => {
    expect((await gated(['wool-cap', 'field-shirt'], [], OTHER)).map(({ title }) => title)).toEqual(['Field Shirt']);
  });

  test("another shop's products stay with it", async () => {
    expect(await gated(['storm-jug'], ['table-tea'], OTHER)).toEqual([]);
  });

  test('each product has its price, its reduction, its picture and the page where it can be bought', async () => {
    const [teapot, bowl] = await gated(['lantern-teapot', 'tide-bowl'], []);
    expect(teapot).toMatchObject({
      url: 'https://kiln.myshopify.com/products/lantern-teapot',
      image: { url: 'https://vip.example/demo/pictures/lantern-teapot.svg' },
      price: { amount: '118.00', currencyCode: 'EUR' },
      compareAtPrice: { amount: '138.00' },
      priceVaries: false,
    });
    expect(bowl).toMatchObject({ price: { amount: '28.00' }, compareAtPrice: null, priceVaries: true });
    expect(bowl?.variants.map(({ title }) => title)).toEqual(['Small', 'Medium', 'Large']);
  });

  test('what is sold out says so, and what is not tracked or sold on past the stock can be bought', async () => {
    const [gulls, trivet, plate] = await gated(['gull-candlesticks', 'rope-trivet', 'morning-plate'], []);
    expect([gulls?.isAvailable, trivet?.isAvailable, plate?.isAvailable]).toEqual([false, true, true]);
    expect(plate?.variants.map(({ isAvailable }) => isAvailable)).toEqual([true, true, true, false]);
    const [shirt] = await gated(['field-shirt'], [], OTHER);
    expect(shirt?.variants.map(({ isAvailable }) => isAvailable)).toEqual([true, true, false]);
  });

  test('costs as many statements for a collection as for one product', async () => {
    const one = await countStatements(() => gated(['storm-jug'], []));
    expect(await countStatements(() => gated([], ['table-tea', 'winter-firing']))).toBe(one);
  });
});
