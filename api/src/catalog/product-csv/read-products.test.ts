import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { ImportProblems } from '../../platform/csv/import-problems.ts';
import { NotAProductCsv } from './product-columns.ts';
import type { ProductDraft } from './product-draft.ts';
import { ProductsReader } from './read-products.ts';

async function read(source: Readable) {
  const problems = new ImportProblems();
  const reader = new ProductsReader(problems);
  const products: ProductDraft[] = [];
  for await (const product of reader.read(source)) products.push(product);
  return { products, rows: reader.rows, problems: problems.kept, problemCount: problems.count };
}

const fixture = (name: string) => read(createReadStream(new URL(`../../../test/fixtures/${name}`, import.meta.url)));
const text = (...lines: string[]) => read(Readable.from([Buffer.from(lines.join('\n'))]));

describe('an export with the older column names', async () => {
  const { products, rows, problems } = await fixture('products-older.csv');
  const [shirt, cap, bag] = products;

  test('gives every product, and nothing is wrong with it', () => {
    expect([products.length, rows, problems]).toEqual([3, 6, []]);
  });

  test('gives every variant with its options, price and stock', () => {
    expect(shirt?.variants.map(({ options, price }) => [...options, price])).toEqual([
      ['S', 'Green', '79.00'],
      ['M', 'Green', '79.00'],
      ['L', 'Green', '84.5'],
    ]);
    expect(shirt?.variants.map(({ inventoryQuantity }) => inventoryQuantity)).toEqual([4, 0, -2]);
    expect(shirt?.variants.map(({ sellsWhenSoldOut }) => sellsWhenSoldOut)).toEqual([false, true, false]);
    expect(shirt?.variants[0]).toMatchObject({ sku: 'FS-S-G', imageUrl: 'https://pictures.example/shirt-green.jpg' });
  });

  test('gives the pictures in the order of their positions', () => {
    expect(shirt?.images.map(({ alt }) => alt)).toEqual(['The front', 'The back', null]);
  });

  test('gives the description as plain text', () => {
    expect(shirt?.description).toBe('Brushed cotton, "garden" green.\nTwo pockets\nHorn & wood buttons');
  });

  test('names every collection of a product once', () => {
    expect(products.map(({ collections }) => collections)).toEqual([['New in', 'Outdoors'], ['Outdoors'], []]);
  });

  test('a product without options has one variant whose stock is not tracked when the shop does not track it', () => {
    expect(cap?.variants).toMatchObject([{ options: [], inventoryQuantity: null, compareAtPrice: null }]);
  });

  test('what is not published is a draft', () => {
    expect([shirt?.status, cap?.status, bag?.status]).toEqual(['ACTIVE', 'DRAFT', 'DRAFT']);
  });
});

test('an export with the newer column names gives the same kind of products', async () => {
  const { products, problems } = await fixture('products-newer.csv');
  expect(problems).toEqual([]);
  const [bowl, lamp] = products;
  expect(bowl).toMatchObject({
    handle: 'evening-bowl',
    title: 'Evening Bowl',
    status: 'ACTIVE',
    tags: ['bowl', 'blue'],
  });
  expect(bowl?.description).toBe('Deep blue, like nine o’clock.');
  expect(bowl?.variants).toMatchObject([
    { options: ['Small'], price: '28.00', inventoryQuantity: 5, sellsWhenSoldOut: false },
    { options: ['Large'], price: '44.00', compareAtPrice: '52.00', inventoryQuantity: 0, sellsWhenSoldOut: true },
  ]);
  expect(lamp).toMatchObject({ status: 'UNLISTED', collections: null });
});

describe('a file with faults', async () => {
  const { products, problems, rows } = await fixture('products-faulty.csv');

  test('has each fault named by line and column', () => {
    expect(rows).toBe(16);
    expect(problems.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '3 Variant Price',
      '4 Variant Price',
      '5 Option1 Value',
      '6 Variant Inventory Qty',
      '7 Handle',
      '8 Option1 Name',
      '9 Variant Price',
      '10 Handle',
      '11 Image Src',
      '12 Title',
      '14 Status',
      '15 Handle',
      '16 Variant Price',
    ]);
    expect(problems[0]?.message).toBe('“ten” is not a number such as 29.99; the row was left out.');
  });

  test('gives everything else', () => {
    expect(products.map(({ handle, variants }) => [handle, variants.length])).toEqual([
      ['good-one', 1],
      ['good-three', 1],
      ['good-four', 1],
    ]);
  });
});

describe('the smallest file', () => {
  test('needs a handle and a title, and no price', async () => {
    const { products, problems } = await text('Handle,Title', 'a,A', 'b,B');
    expect(problems).toEqual([]);
    expect(products.map(({ title, variants }) => [title, variants[0]?.price])).toEqual([
      ['A', '0'],
      ['B', '0'],
    ]);
  });

  test('may have no product at all', async () => {
    expect(await text('Handle,Title')).toMatchObject({ products: [], rows: 0, problems: [] });
  });
});

test.each([
  ['an empty file', ''],
  ['a list of customers', 'Email,First Name\na@example.com,A'],
  ['a page', '<!doctype html><html></html>'],
])('%s is refused as a whole', async (_name, content) => {
  await expect(text(content)).rejects.toThrow(NotAProductCsv);
});

test('a picture of another kind of file is refused as a whole', async () => {
  const png = Readable.from([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0xff, 0xd8])]);
  await expect(read(png)).rejects.toThrow(NotAProductCsv);
});

test('a file that stops being text gives what stood before, and says from which line on nothing could be read', async () => {
  const bytes = Buffer.concat([Buffer.from('Handle,Title\na,A\nb,B\n'), Buffer.from([0xff])]);
  const { products, problems } = await read(Readable.from([bytes.subarray(0, 21), bytes.subarray(21)]));
  expect(products.map(({ handle }) => handle)).toEqual(['a', 'b']);
  expect(problems).toMatchObject([{ line: 4 }]);
});

test('problems are all counted, but only a thousand of them kept', async () => {
  const { problems, problemCount } = await text('Handle,Title', ...Array.from({ length: 1500 }, () => ',nameless'));
  expect([problems.length, problemCount]).toEqual([1000, 1500]);
});

test('a text that PostgreSQL cannot keep costs its row only', async () => {
  const { products, problems } = await text('Handle,Title', 'a,A\u0000A', 'b,B', `c,${'long '.repeat(60)}`);
  expect(products.map(({ handle }) => handle)).toEqual(['b']);
  expect(problems.map(({ line, column }) => [line, column])).toEqual([
    [2, 'Title'],
    [4, 'Title'],
  ]);
});
