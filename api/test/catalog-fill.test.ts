import { afterEach, describe, expect, test } from 'vitest';
import { CatalogRunStore } from '../src/catalog-sync/catalog-run.store.ts';
import { LeaseLost } from '../src/catalog-sync/catalog-run.ts';
import { EXPORT_BEGIN } from '../src/catalog-sync/export.operation.ts';
import { gid } from '../src/shopify-stand-in/world/gid.ts';
import type { StandInShop } from '../src/shopify-stand-in/world/stand-in-shop.ts';
import { leaseRunsOut, runUntilDeath } from './catalog-crash.ts';
import { catalogStage } from './catalog-stage.ts';

const stage = catalogStage();
afterEach(() => stage.shopify.world.faults.clear());

const SYNC = `{ catalogSync { kind state part objects ofObjects startedAt finishedAt problem nextAt waitingChanges
  lastReconcile { finishedAt differences } } }`;

function twoGoods(shop: StandInShop) {
  const mug = shop.catalog.stockProduct({
    ...{ title: 'Harbour Mug', descriptionHtml: '<p>Holds 300&nbsp;ml</p>', vendor: 'Kiln', productType: 'Cups' },
    ...{ tags: ['blue', 'winter'], pictures: [{ url: 'https://cdn.example/mug.png', alt: 'A blue mug' }] },
    optionNames: ['Size', 'Glaze'],
    variants: [
      { options: ['Small', 'Blue'], price: '34.00', compareAtPrice: '40.00', sku: 'M-S', inventoryQuantity: 3 },
      { options: ['Large', 'Blue'], price: '44.50', inventoryQuantity: null },
      { options: ['Huge', 'Blue'], price: '99.00', inventoryQuantity: 0, sellsWhenSoldOut: true },
    ],
  });
  const bowl = shop.catalog.stockProduct({ title: 'Bowl', status: 'DRAFT' });
  shop.catalog.addCollection('Winter Firing', [bowl.id, mug.id]);
  return { mug, bowl };
}

describe('the first fill', () => {
  test('keeps of each product what gate and pickers need', async () => {
    const shop = await stage.aFilledShop(twoGoods);
    const [bowl, mug] = await stage.productsOf(shop);
    expect(mug).toMatchObject({
      ...{
        handle: 'harbour-mug',
        title: 'Harbour Mug',
        description: 'Holds 300 ml',
        vendor: 'Kiln',
        productType: 'Cups',
      },
      ...{ tags: ['blue', 'winter'], status: 'ACTIVE', isPublished: true },
      ...{ imageUrl: 'https://cdn.example/mug.png', imageAlt: 'A blue mug' },
      variants: [
        {
          title: 'Small / Blue',
          options: ['Small', 'Blue'],
          sku: 'M-S',
          inventoryQuantity: 3,
          sellsWhenSoldOut: false,
        },
        { title: 'Large / Blue', inventoryQuantity: null },
        { title: 'Huge / Blue', inventoryQuantity: 0, sellsWhenSoldOut: true },
      ],
    });
    expect(
      mug?.variants.map(({ price, compareAtPrice }) => [String(price), compareAtPrice && String(compareAtPrice)]),
    ).toEqual([
      ['34', '40'],
      ['44.5', null],
      ['99', null],
    ]);
    expect(bowl).toMatchObject({ title: 'Bowl', status: 'DRAFT', variants: [{ title: 'Default Title', options: [] }] });
    expect(await stage.membersOf(shop, 'Winter Firing')).toEqual(['Bowl', 'Harbour Mug']);
  });

  test('keeps Shopify’s ids to the last digit', async () => {
    let id = '';
    const shop = await stage.aFilledShop(({ catalog }) => {
      id = catalog.stockProduct({ title: 'Long id' }).id;
    });
    expect(Number.isSafeInteger(Number(id))).toBe(false);
    expect(await stage.productsOf(shop)).toMatchObject([{ id: gid('Product', id) }]);
  });

  test('shows its merchant how far it is', async () => {
    const shop = await stage.aShop(twoGoods);
    const ask = stage.asMerchant(shop);
    expect((await ask(SYNC)).data.catalogSync).toBeNull();
    await stage.step();
    const begun = {
      kind: 'FILL',
      state: 'EXPORTING',
      part: 'PRODUCTS',
      ofObjects: null,
      finishedAt: null,
      problem: null,
    };
    expect((await ask(SYNC)).data.catalogSync).toMatchObject(begun);
    await stage.runToEnd(shop);
    const { data } = await ask(SYNC);
    expect(data.catalogSync).toMatchObject({
      state: 'DONE',
      part: 'COLLECTIONS',
      objects: 3,
      ofObjects: 3,
      lastReconcile: null,
    });
  });

  test('of an empty shop comes to its end as well', async () => {
    const shop = await stage.aFilledShop();
    expect(await stage.productsOf(shop)).toEqual([]);
  });

  test('is not begun for a shop that uninstalled the app', async () => {
    const shop = await stage.aShop(twoGoods);
    await stage.app.services.shops.markUninstalled({ shop: shop.domain, at: new Date(Date.now() + 1000) });
    await stage.step();
    expect(stage.shopify.calls({ shop: shop.domain, operation: 'bulkOperationRunQuery' })).toEqual([]);
  });

  test('begins anew where the shop installs the app again', async () => {
    const shop = await stage.aFilledShop(twoGoods);
    shop.catalog.stockProduct({ title: 'Came meanwhile' });
    const installedAt = new Date(Date.now() + 5000);
    await stage.database.prisma.shop.update({ where: { domain: shop.domain }, data: { installedAt } });
    await stage.step();
    expect(await stage.runToEnd(shop)).toMatchObject({ kind: 'FILL', state: 'DONE' });
    expect((await stage.productsOf(shop)).map(({ title }) => title)).toContain('Came meanwhile');
  });

  test('leaves other shops as they are', async () => {
    const other = await stage.aFilledShop(twoGoods);
    const before = await stage.productsOf(other);
    await stage.aFilledShop(({ catalog }) => {
      catalog.stockProduct({ title: 'Harbour Mug', variants: [{ price: '1.00' }] });
    });
    expect(await stage.productsOf(other)).toEqual(before);
    expect(await stage.membersOf(other, 'Winter Firing')).toEqual(['Bowl', 'Harbour Mug']);
  });
});

describe('a fill that is disturbed', () => {
  /** Two batches, three pages of Shopify's. */
  const PRODUCTS = 210;
  const many = ({ catalog }: StandInShop) => {
    for (let count = 0; count < PRODUCTS; count += 1) catalog.stockProduct({ title: `Product ${count}` });
    catalog.addCollection('All of them', [...catalog.products.keys()]);
  };

  test('comes to the right end after its process died at any of its steps', async () => {
    const shop = await stage.aFilledShop(many);
    const [changed] = [...shop.catalog.products.keys()];
    let calls = 0;
    for (let last = 0; last <= calls; last += 1) {
      stage.unheard(() => shop.catalog.changeProduct(changed ?? '', { title: `Changed ${last}` }));
      await stage.asMerchant(shop)('mutation { catalogRefresh { userErrors { message } } }');
      calls = await runUntilDeath(stage, shop, last);
      await leaseRunsOut(stage, shop);
      expect(await stage.runToEnd(shop)).toMatchObject({ state: 'DONE', problem: null });
      expect((await stage.productsOf(shop))[0]).toMatchObject({ title: `Changed ${last}` });
    }
    expect(calls).toBeGreaterThan(10);
    expect(await stage.productsOf(shop)).toHaveLength(PRODUCTS);
    expect(await stage.membersOf(shop, 'All of them')).toHaveLength(PRODUCTS);
  });

  test('is not written by a process that was away too long', async () => {
    const shop = await stage.aShop(many);
    const runs = new CatalogRunStore(stage.database.prisma);
    await runs.greetInstalled();
    const late = await runs.claim();
    await leaseRunsOut(stage, shop);
    const other = await runs.claim();
    expect([late?.shop, other?.shop]).toEqual([shop.domain, shop.domain]);
    if (!late || !other) return;
    await expect(runs.begin(late)).rejects.toThrow(LeaseLost);
    await runs.begin(other);
    await runs.giveWay(other);
    expect(await stage.runToEnd(shop)).toMatchObject({ state: 'DONE' });
  });

  test.each(['BULK_FAILS', 'BULK_CUT'] as const)(
    'is tried anew after %s, and nothing looks deleted meanwhile',
    async (kind) => {
      const shop = await stage.aFilledShop(many);
      stage.shopify.world.faults.add({ kind, shop: shop.domain, times: 1 });
      expect(await stage.refresh(shop)).toMatchObject({ state: 'DONE', kind: 'REFRESH', problem: null });
      expect(stage.shopify.calls({ shop: shop.domain, operation: 'bulkOperationRunQuery' })).toHaveLength(5);
      expect(await stage.productsOf(shop)).toHaveLength(PRODUCTS);
    },
  );

  test('waits for another export of the same shop', async () => {
    const shop = await stage.aShop(many);
    stage.shopify.world.faults.add({ kind: 'BULK_SLOW', shop: shop.domain, delayMs: 300, times: 1 });
    const api = stage.app.services.shopify?.adminApi;
    await api?.request(shop.domain, EXPORT_BEGIN, { query: '{ products { edges { node { id } } } }' });
    await stage.step();
    expect(await stage.stateOf(shop.domain)).toMatchObject({
      problem: 'Shopify is busy with another export of this store.',
    });
    await stage.exportsAreOver(shop);
    expect(await stage.runToEnd(shop)).toMatchObject({ state: 'DONE', problem: null });
  });
});
