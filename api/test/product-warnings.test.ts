import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from './app.ts';
import { aCampaign, aProduct, aShop } from './builders.ts';

const WARNINGS = `query ($id: ID!) { campaign(id: $id) { productWarnings {
  kind count products { id title isByCollection message } } } }`;

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});

async function warningsOf(shop: string, id: string) {
  const ask = await app.asTool(shop);
  return (await ask(WARNINGS, { id })).data.campaign.productWarnings;
}

/** A collection of so many products, each like the one that `aProduct` makes. */
async function aCollection(shop: string, count: number): Promise<{ id: string; productIds: string[] }> {
  const { prisma } = app.database;
  const productIds: string[] = [];
  for (let number = 0; number < count; number += 1) {
    productIds.push(await aProduct(app, shop, `Plate ${String(number).padStart(2, '0')}`));
  }
  const id = 'plates';
  await prisma.collection.create({ data: { shop, id, handle: id, title: 'Plates' } });
  const data = productIds.map((productId, position) => ({ shop, collectionId: id, productId, position }));
  await prisma.collectionMembership.createMany({ data });
  return { id, productIds };
}

test('without Shopify a campaign warns as well, of the statuses that the CSV gave', async () => {
  const shop = await aShop(app);
  const [open, draft, sold] = [
    await aProduct(app, shop, 'Open'),
    await aProduct(app, shop, 'Draft'),
    await aProduct(app, shop, 'Sold'),
  ];
  await app.database.prisma.product.updateMany({ where: { shop, id: draft }, data: { status: 'DRAFT' } });
  await app.database.prisma.product.updateMany({ where: { shop, id: sold }, data: { status: 'UNLISTED' } });
  await app.database.prisma.productVariant.updateMany({
    where: { shop, productId: sold },
    data: { inventoryQuantity: 0 },
  });
  const { id } = await aCampaign(app, shop, { productIds: [open, draft, sold] });
  expect(await warningsOf(shop, id)).toEqual([
    about('PUBLIC', {
      id: open,
      title: 'Open',
      message: '“Open” is on sale for everybody: nobody needs a pass to buy it.',
    }),
    about('MISSING', { id: draft, title: 'Draft', message: '“Draft” is a draft: visitors do not see it.' }),
    about('SOLD_OUT', { id: sold, title: 'Sold', message: '“Sold” is sold out.' }),
  ]);
});

function about(kind: string, product: { id: string; title: string; message: string }) {
  return { kind, count: 1, products: [{ ...product, isByCollection: false }] };
}

test('products of its collections count, each once, and twenty are listed, those that it names first', async () => {
  const shop = await aShop(app);
  const { id: collection, productIds } = await aCollection(shop, 30);
  const { id } = await aCampaign(app, shop, { productIds: productIds.slice(-1) });
  await app.database.prisma.earlyAccessCampaign.updateMany({
    where: { shop, id },
    data: { collectionIds: [collection] },
  });
  const [warning, ...others] = await warningsOf(shop, id);
  expect(others).toEqual([]);
  expect(warning).toMatchObject({ kind: 'PUBLIC', count: 30 });
  const titles = warning.products.map(({ title }: { title: string }) => title);
  expect(titles).toEqual([
    'Plate 29',
    ...Array.from({ length: 19 }, (_, number) => `Plate ${String(number).padStart(2, '0')}`),
  ]);
  expect(warning.products.map(({ isByCollection }: { isByCollection: boolean }) => isByCollection)).toEqual([
    false,
    ...Array(19).fill(true),
  ]);
});
