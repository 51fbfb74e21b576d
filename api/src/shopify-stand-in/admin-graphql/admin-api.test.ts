import { beforeAll, expect, test } from 'vitest';
import { askAdmin } from '../admin-calls.fixture.ts';
import { aShopifyStandIn, type TestShopify } from '../shopify-stand-in.fixture.ts';
import { gid } from '../world/gid.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';

const SHOP = 'first-light.myshopify.com';
let at: TestShopify;
let shop: StandInShop;

beforeAll(async () => {
  at = await aShopifyStandIn();
  shop = at.addShop({ domain: SHOP, currencyCode: 'EUR' });
  at.install(SHOP);
  const mug = shop.catalog.addProduct({
    ...{
      title: 'Harbour Mug',
      optionNames: ['Glaze'],
      pictures: [{ url: 'https://cdn.example/mug.png', alt: 'A mug' }],
    },
    variants: [
      { options: ['Fog'], price: '34.00', inventoryQuantity: 3 },
      { options: ['Rust'], price: '36.00', inventoryQuantity: 0 },
    ],
  });
  shop.catalog.addProduct({ title: 'Tide Bowl', status: 'DRAFT' });
  shop.catalog.addCollection('Winter Firing', [mug.id]);
});

const ask = (query: string, variables = {}) => askAdmin(at, SHOP, { query, variables });

test('a shop, its products with variants and pictures, and its collections are answered by Shopify’s own schema', async () => {
  const { body } = await ask(`{
    shop { id name currencyCode ianaTimezone myshopifyDomain plan { publicDisplayName partnerDevelopment shopifyPlus } }
    currentAppInstallation { accessScopes { handle } }
    products(first: 5, query: "status:active") { pageInfo { hasNextPage endCursor } nodes {
      id title status totalInventory
      featuredMedia { ... on MediaImage { image { url altText } } }
      variants(first: 10) { nodes { id title price inventoryQuantity inventoryPolicy availableForSale inventoryItem { tracked } } }
      collections(first: 5) { nodes { id title } }
    } }
  }`);

  expect(body.errors).toBeUndefined();
  expect(body.data.shop).toMatchObject({ currencyCode: 'EUR', plan: { shopifyPlus: false }, myshopifyDomain: SHOP });
  expect(body.data.products.nodes).toMatchObject([
    {
      ...{ title: 'Harbour Mug', status: 'ACTIVE', totalInventory: 3 },
      featuredMedia: { image: { url: 'https://cdn.example/mug.png', altText: 'A mug' } },
      variants: {
        nodes: [
          { title: 'Fog', availableForSale: true },
          { title: 'Rust', availableForSale: false },
        ],
      },
      collections: { nodes: [{ title: 'Winter Firing' }] },
    },
  ]);
  expect(body.extensions.cost.throttleStatus).toMatchObject({ maximumAvailable: 2000, restoreRate: 100 });
});

test('pages follow each other by their cursors', async () => {
  const page = `query Page($after: String) { products(first: 1, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } } }`;
  const first = (await ask(page)).body.data.products;
  const second = (await ask(page, { after: first.pageInfo.endCursor })).body.data.products;

  expect([first.nodes, first.pageInfo.hasNextPage]).toEqual([[{ title: 'Harbour Mug' }], true]);
  expect([second.nodes, second.pageInfo.hasNextPage]).toEqual([[{ title: 'Tide Bowl' }], false]);
});

test('a product is set UNLISTED, and the change is told', async () => {
  const [mug] = shop.catalog.products.values();
  const id = gid('Product', mug?.id ?? '');
  const mutation = `mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { product { id status } userErrors { field message } } }`;

  const done = await ask(mutation, { product: { id, status: 'UNLISTED' } });
  const refused = await ask(mutation, { product: { id: gid('Product', '1'), status: 'UNLISTED' } });

  expect(done.body.errors).toBeUndefined();
  expect(done.body.data.productUpdate).toEqual({ product: { id, status: 'UNLISTED' }, userErrors: [] });
  expect(refused.body.data.productUpdate.userErrors).toEqual([{ field: ['id'], message: 'Product does not exist' }]);
  expect(at.world.courier.deliveries.at(-1)?.event.topic).toBe('products/update');
  shop.catalog.changeProduct(mug?.id ?? '', { status: 'ACTIVE' });
});

test('a metafield of the app’s own is set, read and guarded by its digest', async () => {
  const { body } = await ask('{ currentAppInstallation { id } }');
  const ownerId = body.data.currentAppInstallation.id;
  const set = `mutation ($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { metafields { namespace key value compareDigest } userErrors { field code message } } }`;

  const done = await ask(set, { metafields: [{ ownerId, key: 'gate', type: 'json', value: '{"a":1}' }] });
  const stale = await ask(set, { metafields: [{ ownerId, key: 'gate', value: '{}', compareDigest: 'old' }] });
  const broken = await ask(set, { metafields: [{ ownerId, key: 'gate', type: 'json', value: '{' }] });
  const read = await ask('{ currentAppInstallation { metafield(key: "gate") { value jsonValue } } }');

  expect(done.body.data.metafieldsSet.metafields[0].namespace).toBe(`app--${at.world.app.id}`);
  expect(stale.body.data.metafieldsSet.userErrors[0].code).toBe('STALE_OBJECT');
  expect(broken.body.data.metafieldsSet.userErrors[0].code).toBe('INVALID_VALUE');
  expect(read.body.data.currentAppInstallation.metafield).toEqual({ value: '{"a":1}', jsonValue: { a: 1 } });
});

test('a validation is made of the app’s function, changed and taken away', async () => {
  const create = `mutation ($validation: ValidationCreateInput!) { validationCreate(validation: $validation) { validation { id title enabled blockOnFailure shopifyFunction { handle } metafield(key: "gate") { value } } userErrors { code } } }`;
  const metafields = [{ key: 'gate', type: 'json', value: '[]' }];
  const wish = {
    functionHandle: 'checkout-gate',
    title: 'Early access',
    enable: true,
    blockOnFailure: true,
    metafields,
  };

  const { body } = await ask(create, { validation: wish });
  const unknown = await ask(create, { validation: { functionHandle: 'nothing' } });
  const made = body.data.validationCreate.validation;
  const update = await ask(
    `mutation ($id: ID!) { validationUpdate(id: $id, validation: { enable: false, title: "Later" }) { validation { enabled title blockOnFailure } userErrors { code } } }`,
    { id: made.id },
  );
  const gone = await ask(`mutation ($id: ID!) { validationDelete(id: $id) { deletedId userErrors { code } } }`, {
    id: made.id,
  });

  expect(made).toMatchObject({ enabled: true, blockOnFailure: true, shopifyFunction: { handle: 'checkout-gate' } });
  expect(made.metafield).toEqual({ value: '[]' });
  expect(unknown.body.data.validationCreate.userErrors).toEqual([{ code: 'FUNCTION_NOT_FOUND' }]);
  expect(update.body.data.validationUpdate.validation).toEqual({
    enabled: false,
    title: 'Later',
    blockOnFailure: false,
  });
  expect(gone.body.data.validationDelete.deletedId).toBe(made.id);
  expect((await ask('{ validations(first: 5) { nodes { id } } }')).body.data.validations.nodes).toEqual([]);
});

test('what a token has no scope for is denied with the scope’s name', async () => {
  at.world.shop(SHOP).installation = { id: '1', scopes: ['read_products'], installedAt: 0 };
  const { body } = await ask('mutation { validationDelete(id: "gid://shopify/Validation/1") { deletedId } }');
  const allowed = await ask('{ products(first: 1) { nodes { id } } }');
  at.install(SHOP);

  expect(body.errors[0].extensions).toMatchObject({ code: 'ACCESS_DENIED' });
  expect(body.errors[0].message).toContain('write_validations');
  expect(allowed.body.errors).toBeUndefined();
});

test('a field that nobody answers is said aloud, and so is an operation that Shopify does not know', async () => {
  const gap = await ask('{ shop { setupRequired orderNumberFormatPrefix } }');
  const invalid = await ask('{ shop { nickname } }');

  expect(gap.body.errors[0].message).toBe('The stand-in has no answer for Shop.orderNumberFormatPrefix.');
  expect([invalid.status, invalid.body.errors.length]).toEqual([200, 1]);
  expect([...at.world.seen.gaps]).toEqual(['Shop.orderNumberFormatPrefix']);
  expect(at.world.seen.violations).toHaveLength(1);
  at.world.seen.forget();
});

test('an unknown or expired token is refused with 401', async () => {
  const token = at.offlineToken(SHOP);
  const query = '{ shop { id } }';
  const good = await askAdmin(at, SHOP, { query, token });
  at.world.clock.advance(3_600_000);
  const expired = await askAdmin(at, SHOP, { query, token });
  const unknown = await askAdmin(at, SHOP, { query, token: 'shpat_nothing' });

  expect([good.status, expired.status, unknown.status]).toEqual([200, 401, 401]);
});

test('whoever has used up the budget is throttled in a 200, until it has filled again', async () => {
  shop.bucket.drain();
  const throttled = await ask('{ shop { id } }');
  at.world.clock.advance(1000);
  const later = await ask('{ shop { id } }');
  const tooDear = await ask('{ products(first: 250) { nodes { id variants(first: 100) { nodes { id } } } } }');

  expect([throttled.status, throttled.body.errors[0].extensions.code]).toEqual([200, 'THROTTLED']);
  expect(throttled.body.data).toBeUndefined();
  expect(later.body.data.shop.id).toBe(gid('Shop', shop.id));
  expect(tooDear.body.errors[0].extensions).toMatchObject({ code: 'MAX_COST_EXCEEDED', maxCost: 1000 });
  at.world.seen.forget();
});

test('faults strike as they are asked for', async () => {
  const statuses: number[] = [];
  at.world.faults.add({
    kind: 'STATUS',
    status: 429,
    retryAfterSeconds: 2,
    door: 'ADMIN',
    operation: 'shop',
    times: 1,
  });
  at.world.faults.add({ kind: 'REVOKED', times: 1 });
  at.world.faults.add({ kind: 'THROTTLED', times: 1 });
  const first = await ask('{ shop { id } }');
  for (let times = 0; times < 2; times++) statuses.push((await ask('{ shop { id } }')).status);

  expect([first.status, first.headers.get('retry-after')]).toEqual([429, '2']);
  expect(statuses).toEqual([401, 200]);
  expect(at.calls({ door: 'ADMIN', operation: 'shop' }).slice(-3)).toMatchObject(
    [429, 401, 200].map((status) => ({ status })),
  );
});

test('an answer may be lost after the operation took effect', async () => {
  const bowl = shop.catalog.byHandle('tide-bowl');
  at.world.faults.add({ kind: 'LOST', times: 1, door: 'ADMIN' });
  const mutation = `mutation ($product: ProductUpdateInput!) { productUpdate(product: $product) { product { id } userErrors { field } } }`;

  await expect(
    ask(mutation, { product: { id: gid('Product', bowl?.id ?? ''), status: 'ARCHIVED' } }),
  ).rejects.toThrow();

  expect(bowl?.status).toBe('ARCHIVED');
});
