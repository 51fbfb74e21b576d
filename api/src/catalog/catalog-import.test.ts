import { createReadStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PrismaClient } from '../../../prisma/client/client.ts';
import { testDatabase } from '../../test/database.ts';
import { CatalogImport, ImportRunning } from './catalog-import.ts';

const SHOP = 'north.myshopify.com';
const OTHER = 'south.myshopify.com';

let prisma: PrismaClient;
let catalog: CatalogImport;

beforeAll(async () => {
  ({ prisma } = await testDatabase());
});

beforeEach(async () => {
  await prisma.shop.deleteMany();
  await prisma.shop.createMany({ data: [SHOP, OTHER].map((domain) => ({ domain, name: domain })) });
  catalog = new CatalogImport(prisma);
});

const file = (path: string) => createReadStream(fileURLToPath(new URL(path, import.meta.url)));
const importFile = (path: string, shop = SHOP) => catalog.importProductsCsv({ shop, source: file(path) });
const importText = (...lines: string[]) =>
  catalog.importProductsCsv({ shop: SHOP, source: Readable.from([Buffer.from(lines.join('\n'))]) });

const OLDER = '../../test/fixtures/products-older.csv';
const JEWELRY = '../../../../shared/fixtures/shopify-products-jewelry.csv';
const hasJewelry = existsSync(fileURLToPath(new URL(JEWELRY, import.meta.url)));

test('an export fills the catalog with its products, variants and collections', async () => {
  const result = await importFile(OLDER);
  expect(result).toEqual({ rows: 6, products: 3, variants: 5, collections: 2, problems: [], problemCount: 0 });
  const shirt = await prisma.product.findUniqueOrThrow({
    where: { shop_handle: { shop: SHOP, handle: 'field-shirt' } },
    include: { variants: { orderBy: { position: 'asc' } }, memberships: { include: { collection: true } } },
  });
  expect(shirt).toMatchObject({
    title: 'Field Shirt',
    status: 'ACTIVE',
    tags: ['cotton', 'Shirt'],
    imageAlt: 'The front',
  });
  expect(shirt.imageUrls).toHaveLength(3);
  expect(shirt.variants.map(({ title, price }) => `${title} ${price}`)).toEqual([
    'S / Green 79',
    'M / Green 79',
    'L / Green 84.5',
  ]);
  expect(shirt.memberships.map(({ collection }) => collection.title).sort()).toEqual(['New in', 'Outdoors']);
});

test.skipIf(!hasJewelry)(
  `every product and variant of Shopify's jewelry export comes in${hasJewelry ? '' : ' (skipped: that file does not lie beside this clone)'}`,
  async () => {
    const result = await importFile(JEWELRY);
    expect(result).toMatchObject({ rows: 41, products: 20, variants: 23, problems: [] });
    expect(await prisma.product.count({ where: { shop: SHOP, status: 'ACTIVE' } })).toBe(20);
    const gemstone = await prisma.product.findUniqueOrThrow({
      where: { shop_handle: { shop: SHOP, handle: 'gemstone' } },
      include: { variants: true },
    });
    expect(gemstone.variants.map(({ options, price }) => `${options} ${price}`).sort()).toEqual([
      'Blue 27.99',
      'Purple 27.99',
    ]);
  },
);

test('the goods of the demo shop come in without a fault, and each has a picture that we ship', async () => {
  const result = await importFile('../standalone/demo-catalog.csv');
  expect(result).toMatchObject({ products: 16, collections: 3, problems: [] });
  const products = await prisma.product.findMany({ where: { shop: SHOP }, select: { imageUrl: true } });
  const pictures = products.map(
    ({ imageUrl }) => imageUrl?.replace('/demo/pictures/', '../standalone/pictures/') ?? '',
  );
  expect(pictures.filter((path) => !existsSync(fileURLToPath(new URL(path, import.meta.url))))).toEqual([]);
});

describe('importing again', () => {
  const ids = async () => ({
    products: await prisma.product.findMany({ orderBy: { handle: 'asc' }, select: { id: true, handle: true } }),
    variants: await prisma.productVariant.findMany({ orderBy: { id: 'asc' }, select: { id: true } }),
    collections: await prisma.collection.findMany({ orderBy: { handle: 'asc' }, select: { id: true } }),
  });

  test('the same file changes no id and doubles nothing', async () => {
    await importFile(OLDER);
    const before = await ids();
    await importFile(OLDER);
    expect(await ids()).toEqual(before);
  });

  test('a changed file changes its products and leaves the others alone', async () => {
    await importText('Handle,Title,Option1 Value,Variant Price', 'bowl,Bowl,Small,1', 'bowl,,Large,2', 'cup,Cup,,3');
    const [before] = await prisma.productVariant.findMany({ where: { options: { equals: ['Large'] } } });
    await importText('Handle,Title,Option1 Value,Variant Price', 'bowl,Deep bowl,Large,4', 'bowl,,Huge,5');
    const products = await prisma.product.findMany({ orderBy: { handle: 'asc' }, include: { variants: true } });
    expect(products.map(({ title, variants }) => [title, variants.length])).toEqual([
      ['Deep bowl', 2],
      ['Cup', 1],
    ]);
    const large = await prisma.productVariant.findUnique({ where: { shop_id: { shop: SHOP, id: before?.id ?? '' } } });
    expect(large).toMatchObject({ position: 1, options: ['Large'] });
    expect(Number(large?.price)).toBe(4);
  });

  test('a product leaves the collections that the file no longer names, but a file without that column takes it out of none', async () => {
    const collectionsOf = async () =>
      (await prisma.collectionMembership.findMany({ include: { collection: true } })).map(
        ({ collection }) => collection.title,
      );
    await importText('Handle,Title,Collection', 'cup,Cup,Early birds');
    await importText('Handle,Title', 'cup,Cup');
    expect(await collectionsOf()).toEqual(['Early birds']);
    await importText('Handle,Title,Collection', 'cup,Cup,Late birds');
    expect(await collectionsOf()).toEqual(['Late birds']);
  });
});

test('one shop imports into its own catalog only', async () => {
  await importFile(OLDER, SHOP);
  await importFile(OLDER, OTHER);
  const [mine, theirs] = await Promise.all([SHOP, OTHER].map((shop) => prisma.product.findMany({ where: { shop } })));
  expect([mine?.length, theirs?.length]).toEqual([3, 3]);
  expect(mine?.map(({ id }) => id)).not.toEqual(theirs?.map(({ id }) => id));
});

test('the bad rows of a file are named and its good ones are in the catalog', async () => {
  const result = await importFile('../../test/fixtures/products-faulty.csv');
  expect(result).toMatchObject({ products: 3, variants: 3, problemCount: 13 });
  expect(result.problems[0]).toMatchObject({ line: 3, column: 'Variant Price' });
  expect(await prisma.productVariant.count()).toBe(3);
});

test('a file of many batches comes in whole, and tells how far it is', async () => {
  const seen: number[] = [];
  const lines = Array.from({ length: 450 }, (_, index) => `p-${index},Product ${index},Series ${index % 3}\n`);
  const source = Readable.from(['Handle,Title,Collection\n', ...lines]);
  await catalog.importProductsCsv({ shop: SHOP, source, onProgress: ({ products }) => seen.push(products) });
  expect(seen).toEqual([200, 400, 450]);
  expect(await prisma.product.count()).toBe(450);
  expect(await prisma.collectionMembership.count()).toBe(450);
});

test('a second import of a shop is refused while one runs, and another shop is not', async () => {
  const source = new Readable({ read: () => {} });
  source.push('Handle,Title\na,A\n');
  const first = catalog.importProductsCsv({ shop: SHOP, source });
  await expect(importText('Handle,Title', 'b,B')).rejects.toThrow(ImportRunning);
  expect(await importFile(OLDER, OTHER)).toMatchObject({ products: 3 });
  source.push(null);
  expect(await first).toMatchObject({ products: 1 });
  expect(await importText('Handle,Title', 'b,B')).toMatchObject({ products: 1 });
});

test('an upload that breaks off fails, and the shop can import again', async () => {
  const source = Readable.from(
    (async function* () {
      yield 'Handle,Title\na,A\n';
      throw new Error('broken off');
    })(),
  );
  await expect(catalog.importProductsCsv({ shop: SHOP, source })).rejects.toThrow('broken off');
  expect(await importText('Handle,Title', 'a,A')).toMatchObject({ products: 1 });
});
