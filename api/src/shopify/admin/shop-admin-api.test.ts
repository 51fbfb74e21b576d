import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ShopifyFault, type ShopifyStage, shopifyStage } from '../../../test/shopify.ts';
import { adminOperation } from '../admin-operation.ts';
import { SHOP_DETAILS } from '../identity/shop-details.operation.ts';

const FIRST_PRODUCTS = adminOperation<{ products: { nodes: { id: string }[] } }>(
  'query FirstProducts { products(first: 50) { nodes { id title } } }',
);
const LAST_ORDERS = adminOperation<{ orders: { nodes: { id: string }[] } }>(
  'query LastOrders { orders(first: 1) { nodes { id } } }',
);
const RENAME = adminOperation<{ productUpdate: { userErrors: unknown[] } }, { id: string }>(
  `mutation Rename($id: ID!) { productUpdate(product: { id: $id, title: "Renamed" }) { userErrors { message } } }`,
);

let stage: ShopifyStage;
let shop: string;

beforeAll(async () => {
  stage = await shopifyStage();
});

beforeEach(async () => {
  shop = stage.installedShop();
  await stage.asMerchant(shop)('{ shop { domain } }');
});

const calls = (operation: string) => stage.shopify.calls({ door: 'ADMIN', shop, operation }).length;
const strike = (fault: Pick<ShopifyFault, 'kind'> & Partial<ShopifyFault>) =>
  stage.shopify.world.faults.add({ shop, door: 'ADMIN', times: 1, ...fault });
const askProducts = (api = stage.rooms.adminApi) => api.request(shop, FIRST_PRODUCTS, {});

async function aProduct() {
  const { id } = stage.shopify.world.shop(shop).catalog.addProduct({ title: 'Harbour Mug' });
  return { id: `gid://shopify/Product/${id}` };
}

describe('a shop whose budget is used up', () => {
  test('is waited for, as long as Shopify says, and asked again', async () => {
    await askProducts();
    stage.shopify.world.shop(shop).bucket.drain(300);

    await expect(askProducts()).resolves.toEqual({ products: { nodes: [] } });
    expect(calls('FirstProducts')).toBeGreaterThanOrEqual(3);
  });

  test('is not asked before there are points enough for an operation that was asked before', async () => {
    await askProducts();
    const { bucket } = stage.shopify.world.shop(shop);
    while (bucket.take(1));
    await stage.rooms.adminApi.request(shop, SHOP_DETAILS, {});
    const before = calls('FirstProducts');

    await askProducts();

    expect(calls('FirstProducts')).toBe(before + 1);
  });

  test('leaves half of its points to what somebody waits for when bulk work asks', async () => {
    await askProducts();
    const { bucket } = stage.shopify.world.shop(shop);
    const { maximumAvailable } = bucket.status();
    while (bucket.status().currentlyAvailable > maximumAvailable * 0.45) bucket.take(10);
    await stage.rooms.adminApi.request(shop, SHOP_DETAILS, {});

    await askProducts(stage.rooms.bulkAdminApi);

    expect(bucket.status().currentlyAvailable).toBeGreaterThanOrEqual(maximumAvailable * 0.45);
  });
});

describe('an answer that may pass', () => {
  test.each([
    ['429 with Retry-After', { kind: 'STATUS', status: 429, retryAfterSeconds: 0.1 }],
    ['503', { kind: 'STATUS', status: 503 }],
    ['a connection that broke off', { kind: 'LOST' }],
  ] as const)('%s: a query is asked again', async (_what, fault) => {
    strike(fault);

    await expect(askProducts()).resolves.toEqual({ products: { nodes: [] } });
  });

  test('and stays: it is said so', async () => {
    strike({ kind: 'STATUS', status: 502, times: 3 });

    await expect(askProducts()).rejects.toMatchObject({ kind: 'UNREACHABLE' });
  });

  test('429: a mutation is asked again, for it was not done', async () => {
    strike({ kind: 'STATUS', status: 429, retryAfterSeconds: 0 });

    await stage.rooms.adminApi.request(shop, RENAME, await aProduct());
    expect(calls('Rename')).toBe(2);
  });

  test('a lost answer: a mutation is not done twice', async () => {
    const product = await aProduct();
    strike({ kind: 'LOST' });

    await expect(stage.rooms.adminApi.request(shop, RENAME, product)).rejects.toMatchObject({ kind: 'UNREACHABLE' });
    // The stand-in remembers only calls that it answered: a second attempt would be one.
    expect(calls('Rename')).toBe(0);
  });
});

test('a scope that the shop has not granted is named', async () => {
  const fault = await stage.rooms.adminApi.request(shop, LAST_ORDERS, {}).catch((problem) => problem);

  expect(fault).toMatchObject({ kind: 'SCOPE_MISSING', message: expect.stringContaining('read_orders') });
});

test('a shop without the app is told apart', async () => {
  const never = stage.shopify.addShop({ domain: 'nobody-home.myshopify.com' }).domain;

  await expect(stage.rooms.adminApi.request(never, SHOP_DETAILS, {})).rejects.toMatchObject({ kind: 'NOT_INSTALLED' });
});

test('a token that was taken back in the middle of it is replaced, and the operation done', async () => {
  strike({ kind: 'REVOKED' });

  await expect(askProducts()).resolves.toEqual({ products: { nodes: [] } });
});

test('one shop is asked four things at a time, and all of them are answered', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => askProducts()));

  expect(answers).toHaveLength(12);
});
