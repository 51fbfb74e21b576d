import { afterEach, expect, test } from 'vitest';
import type { StandInShop } from '../src/shopify-stand-in/world/stand-in-shop.ts';
import { catalogStage } from './catalog-stage.ts';

const stage = catalogStage();
afterEach(() => stage.shopify.world.faults.clear());

async function aShopWith(...titles: string[]): Promise<{ shop: StandInShop; ids: string[] }> {
  const ids: string[] = [];
  const shop = await stage.aFilledShop((made) => {
    for (const title of titles) ids.push(made.catalog.stockProduct({ title }).id);
    made.catalog.addCollection('Winter', ids);
  });
  return { shop, ids };
}

async function reconcile(shop: StandInShop) {
  await stage.nightFalls(shop);
  await stage.step();
  return stage.runToEnd(shop);
}

test('the nightly reconcile mends what was never told of, and says how much it was', async () => {
  const { shop, ids } = await aShopWith('Changed', 'Deleted', 'Same', 'Sold');
  const [changed = '', deleted = '', same = '', sold = ''] = ids;
  stage.unheard(() => {
    shop.catalog.changeProduct(changed, { title: 'Changed anew' });
    shop.catalog.deleteProduct(deleted);
    shop.catalog.changeVariant(shop.catalog.product(sold).variants[0]?.id ?? '', { inventoryQuantity: 1 });
    shop.catalog.addProduct({ title: 'Came' });
    const [winter] = shop.catalog.collections.values();
    shop.catalog.changeCollection(winter?.id ?? '', { productIds: [sold, same, changed] });
  });
  const done = await reconcile(shop);
  expect(done).toMatchObject({ kind: 'RECONCILE', state: 'DONE', lastReconcile: { differences: 5 } });
  expect((await stage.productsOf(shop)).map(({ title }) => title)).toEqual(['Came', 'Changed anew', 'Same', 'Sold']);
  expect(await stage.membersOf(shop, 'Winter')).toEqual(['Sold', 'Same', 'Changed anew']);
  expect(await reconcile(shop)).toMatchObject({ lastReconcile: { differences: 0 } });
});

test('it mends what was changed here, too', async () => {
  const { shop } = await aShopWith('Mug');
  await stage.database.prisma.product.updateMany({ where: { shop: shop.domain }, data: { title: 'Tampered' } });
  await stage.database.prisma.productVariant.updateMany({ where: { shop: shop.domain }, data: { price: '0.01' } });
  expect(await reconcile(shop)).toMatchObject({ lastReconcile: { differences: 1 } });
  const [mug] = await stage.productsOf(shop);
  expect([mug?.title, String(mug?.variants[0]?.price)]).toEqual(['Mug', '10']);
});

test('what is as Shopify has it is not written again', async () => {
  const { shop } = await aShopWith('Mug');
  const [before] = await stage.productsOf(shop);
  await reconcile(shop);
  expect((await stage.productsOf(shop))[0]?.updatedAt).toEqual(before?.updatedAt);
});

test('it is due between one and five in the morning, where the shop is', async () => {
  const { shop } = await aShopWith('Mug');
  await stage.database.prisma.shop.update({ where: { domain: shop.domain }, data: { timeZone: 'Pacific/Auckland' } });
  const { nextAt } = await reconcile(shop);
  const hour = Number(
    new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Pacific/Auckland' }).format(nextAt),
  );
  expect([1, 2, 3, 4]).toContain(hour);
  expect(nextAt.getTime() - Date.now()).toBeLessThanOrEqual(24 * 3_600_000);
  expect(nextAt.getTime()).toBeGreaterThan(Date.now());
});

test('where Shopify throttles it goes on as soon as there are points', async () => {
  const { shop, ids } = await aShopWith('Mug');
  stage.unheard(() => shop.catalog.changeProduct(ids[0] ?? '', { title: 'Changed' }));
  stage.shopify.world.faults.add({ kind: 'THROTTLED', shop: shop.domain, times: 3 });
  expect(await reconcile(shop)).toMatchObject({ state: 'DONE', lastReconcile: { differences: 1 } });
});

test('where the app may not read products any more it says so, and waits for the night', async () => {
  const { shop } = await aShopWith('Mug');
  stage.unheard(() => stage.shopify.world.updateScopes(shop.domain, []));
  expect(await reconcile(shop)).toMatchObject({
    state: 'FAILED',
    problem: 'The app may not read products. Open the app in Shopify and grant it.',
  });
  expect(await stage.productsOf(shop)).toHaveLength(1);
});

test('the merchant’s wish to read again is for merchants of Shopify’s shops', async () => {
  const { shop } = await aShopWith('Mug');
  const ask = stage.asMerchant(shop);
  const REFRESH = 'mutation { catalogRefresh { catalogSync { kind state } userErrors { message } } }';
  const asked = { catalogSync: { kind: 'REFRESH', state: 'WAITING' }, userErrors: [] };
  expect((await ask(REFRESH)).data.catalogRefresh).toEqual(asked);
  expect((await ask(REFRESH)).data.catalogRefresh).toEqual(asked);
  expect(await stage.runToEnd(shop)).toMatchObject({ state: 'DONE', kind: 'REFRESH' });
});
