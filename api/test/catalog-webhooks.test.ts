import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { gid } from '../src/shopify-stand-in/world/gid.ts';
import type { StandInShop } from '../src/shopify-stand-in/world/stand-in-shop.ts';
import { catalogStage } from './catalog-stage.ts';

const stage = catalogStage();
afterEach(() => stage.shopify.world.faults.clear());

const SAMPLES = join(import.meta.dirname, '../../../shared/contracts/shopify/webhooks');

/** A shop with these products, each with a variant; and their digits. */
async function aShopWith(...titles: string[]): Promise<{ shop: StandInShop; ids: string[] }> {
  const ids: string[] = [];
  const shop = await stage.aFilledShop(({ catalog }) => {
    for (const title of titles) ids.push(catalog.stockProduct({ title }).id);
  });
  return { shop, ids };
}

const titlesOf = async (shop: StandInShop) => (await stage.productsOf(shop)).map(({ title }) => title);
const handlesOf = async (shop: StandInShop) =>
  Object.fromEntries((await stage.productsOf(shop)).map(({ title, handle }) => [title, handle]));
const queriesOf = ({ domain }: StandInShop) =>
  stage.shopify.calls({ shop: domain, operation: 'ChangedProducts' }).length;

describe('a change that Shopify tells of', () => {
  test('is in the catalog as soon as it was read', async () => {
    const { shop, ids } = await aShopWith('Mug');
    const [id = ''] = ids;
    const [variant] = shop.catalog.product(id).variants;
    shop.catalog.changeProduct(id, { title: 'Harbour Mug', status: 'UNLISTED', tags: ['new'] });
    shop.catalog.changeVariant(variant?.id ?? '', { price: '12.50', inventoryQuantity: 0, isTracked: true });
    await stage.follow();
    const [mug] = await stage.productsOf(shop);
    expect(mug).toMatchObject({
      title: 'Harbour Mug',
      status: 'UNLISTED',
      tags: ['new'],
      variants: [{ inventoryQuantity: 0 }],
    });
    expect(String(mug?.variants[0]?.price)).toBe('12.5');
  });

  test('of a new product brings it, with more variants than one answer holds', async () => {
    const { shop } = await aShopWith('Mug');
    const variants = Array.from({ length: 140 }, (_, index) => ({ options: [`Size ${index}`], price: '1.00' }));
    shop.catalog.addProduct({ title: 'Many sizes', optionNames: ['Size'], variants });
    await stage.follow();
    const sizes = (await stage.productsOf(shop)).find(({ title }) => title === 'Many sizes')?.variants;
    expect(sizes?.map(({ title }) => title)).toEqual(variants.map(({ options }) => options[0]));
  });

  test('is told nine times over in any order, and comes to what Shopify has', async () => {
    const { shop, ids } = await aShopWith('Kept', 'Deleted');
    const [kept = '', deleted = ''] = ids;
    const events = stage.heldBack(() => {
      shop.catalog.changeProduct(kept, { title: 'Kept 1' });
      shop.catalog.changeProduct(deleted, { title: 'Deleted 1' });
      shop.catalog.changeProduct(kept, { title: 'Kept 2' });
      shop.catalog.deleteProduct(deleted);
    });
    for (let time = 0; time < 9; time += 1) {
      const turned = time % 2 === 0 ? events.toReversed() : events;
      for (const event of [...turned.slice(time % 4), ...turned.slice(0, time % 4)]) await stage.tell(event);
      if (time % 3 === 0) await stage.readChanges();
    }
    await stage.readChanges();
    expect(await titlesOf(shop)).toEqual(['Kept 2']);
  });

  test('a hundred times over within a second is read once', async () => {
    const { shop, ids } = await aShopWith('Sells fast');
    const before = queriesOf(shop);
    for (let sold = 0; sold < 100; sold += 1) shop.catalog.changeProduct(ids[0] ?? '', { title: `Sold ${sold}` });
    await stage.follow();
    expect(queriesOf(shop) - before).toBe(1);
    expect(await titlesOf(shop)).toEqual(['Sold 99']);
  });

  test('before Shopify’s own answer knows of it is read again', async () => {
    const { shop, ids } = await aShopWith('Mug');
    const [id = ''] = ids;
    const body = {
      id: 0,
      admin_graphql_api_id: gid('Product', id),
      updated_at: new Date(Date.now() + 60_000).toISOString(),
    };
    const text = JSON.stringify(body).replace('"id":0', `"id":${id}`);
    await stage.shopify.deliver(shop.domain, 'products/update', text);
    const before = queriesOf(shop);
    await stage.follow();
    expect(queriesOf(shop) - before).toBe(3);
    expect((await stage.stateOf(shop.domain)).waitingChanges).toBe(1);
    await stage.readChanges();
    expect((await stage.stateOf(shop.domain)).waitingChanges).toBe(0);
  });

  test('waits where Shopify does not answer, and is read later', async () => {
    const { shop, ids } = await aShopWith('Mug');
    stage.shopify.world.faults.add({ kind: 'STATUS', status: 500, door: 'ADMIN', shop: shop.domain });
    shop.catalog.changeProduct(ids[0] ?? '', { title: 'Later' });
    await stage.shopify.world.courier.settle();
    await stage.app.services.webhooks?.round.run(new AbortController().signal);
    await stage.database.prisma
      .$executeRaw`UPDATE "CatalogChange" SET "dueAt" = statement_timestamp() - interval '1 second'`;
    await stage.app.services.rounds.find(({ name }) => name === 'catalog changes')?.run(new AbortController().signal);
    expect(await titlesOf(shop)).toEqual(['Mug']);
    stage.shopify.world.faults.clear();
    await stage.readChanges();
    expect(await titlesOf(shop)).toEqual(['Later']);
  });
});

describe('handles', () => {
  test('change hands between two products, whichever is heard of first', async () => {
    const { shop, ids } = await aShopWith('Old', 'New');
    const [old = '', young = ''] = ids;
    const events = stage.heldBack(() => {
      shop.catalog.changeProduct(old, { handle: 'old-one' });
      shop.catalog.changeProduct(young, { handle: 'old' });
      shop.catalog.changeProduct(old, { handle: 'new' });
    });
    const swapped = { New: 'old', Old: 'new' };
    expect(await handlesOf(shop)).toEqual({ New: 'new', Old: 'old' });
    // Of the other one it is never told.
    for (const event of events.filter(({ body }) => body.includes(young))) await stage.tell(event);
    await stage.readChanges();
    expect(await handlesOf(shop)).toEqual(swapped);
  });

  test('change hands within one refresh', async () => {
    const { shop, ids } = await aShopWith('Old', 'New');
    const [old = '', young = ''] = ids;
    stage.unheard(() => {
      shop.catalog.changeProduct(old, { handle: 'new' });
      shop.catalog.changeProduct(young, { handle: 'old' });
    });
    expect(await stage.refresh(shop)).toMatchObject({ lastReconcile: { differences: 2 } });
    expect(await handlesOf(shop)).toEqual({ New: 'old', Old: 'new' });
  });

  test('of a product from a CSV give way', async () => {
    const { shop } = await aShopWith('Mug');
    const own = { shop: shop.domain, id: '0199d0f0-0000-7000-8000-000000000001', handle: 'bowl', title: 'From a CSV' };
    await stage.database.prisma.product.create({ data: own });
    shop.catalog.addProduct({ title: 'Bowl' });
    await stage.follow();
    expect(await handlesOf(shop)).toEqual({ Bowl: 'bowl', Mug: 'mug', 'From a CSV': own.id });
  });
});

describe('while a whole catalog is read', () => {
  /** Runs until the products were exported, lets something happen, and then to the end. */
  async function meanwhile(shop: StandInShop, happens: () => Promise<void> | void): Promise<void> {
    await stage.asMerchant(shop)('mutation { catalogRefresh { userErrors { message } } }');
    await stage.step();
    await stage.exportsAreOver(shop);
    await happens();
    await stage.hurry(shop.domain);
    expect(await stage.runToEnd(shop)).toMatchObject({ state: 'DONE' });
  }

  test('a product that was deleted after it was exported stays deleted', async () => {
    const { shop, ids } = await aShopWith('Deleted', 'Kept');
    await meanwhile(shop, async () => {
      shop.catalog.deleteProduct(ids[0] ?? '');
      await stage.follow();
      expect(await titlesOf(shop)).toEqual(['Kept']);
    });
    expect(await titlesOf(shop)).toEqual(['Kept']);
  });

  test('a product that came after the export stays, and one that changed keeps its change', async () => {
    const { shop, ids } = await aShopWith('Before');
    await meanwhile(shop, async () => {
      shop.catalog.addProduct({ title: 'Came' });
      shop.catalog.changeProduct(ids[0] ?? '', { title: 'After' });
      await stage.follow();
    });
    expect(await titlesOf(shop)).toEqual(['After', 'Came']);
  });

  test('one that was deleted unheard of goes', async () => {
    const { shop, ids } = await aShopWith('Deleted', 'Kept');
    stage.unheard(() => shop.catalog.deleteProduct(ids[0] ?? ''));
    expect(await stage.refresh(shop)).toMatchObject({ lastReconcile: { differences: 1 } });
    expect(await titlesOf(shop)).toEqual(['Kept']);
  });
});

describe('collections', () => {
  test('have their members in their order, however many', async () => {
    const titles = Array.from({ length: 270 }, (_, index) => `Product ${String(index).padStart(3, '0')}`);
    const { shop, ids } = await aShopWith(...titles);
    const { id } = shop.catalog.addCollection('All', []);
    await stage.refresh(shop);
    shop.catalog.changeCollection(id, { productIds: ids.toReversed() });
    await stage.follow();
    expect(await stage.membersOf(shop, 'All')).toEqual(titles.toReversed());
  });

  test('are joined and left with a product of which alone is told', async () => {
    const { shop, ids } = await aShopWith('Joins', 'Leaves', 'Stays');
    const [joins = '', leaves = '', stays = ''] = ids;
    const collection = shop.catalog.addCollection('Winter', [leaves, stays]);
    await stage.refresh(shop);
    stage.unheard(() => shop.catalog.changeCollection(collection.id, { productIds: [joins, stays] }));
    shop.catalog.changeProduct(joins, {});
    shop.catalog.changeProduct(leaves, {});
    await stage.follow();
    expect(await stage.membersOf(shop, 'Winter')).toEqual(['Joins', 'Stays']);
  });

  test('that the catalog does not know come with a product of theirs', async () => {
    const { shop, ids } = await aShopWith('Mug');
    const unheard = () => shop.catalog.addCollection('New collection', ids);
    stage.unheard(unheard);
    shop.catalog.changeProduct(ids[0] ?? '', {});
    await stage.follow();
    expect(await stage.membersOf(shop, 'New collection')).toEqual(['Mug']);
  });

  test('that were deleted go, and a late update does not bring them back', async () => {
    const { shop, ids } = await aShopWith('Mug');
    const { id } = shop.catalog.addCollection('Winter', ids);
    await stage.refresh(shop);
    const events = stage.heldBack(() => {
      shop.catalog.changeCollection(id, { title: 'Winter 2' });
      shop.catalog.deleteCollection(id);
    });
    for (const event of events.toReversed()) await stage.tell(event);
    await stage.readChanges();
    expect(await stage.database.prisma.collection.count({ where: { shop: shop.domain } })).toBe(0);
    expect(await titlesOf(shop)).toEqual(['Mug']);
  });
});

test('a shop that is not meant stays as it is, also where it has a product of the same name', async () => {
  const { shop, ids } = await aShopWith('Mug');
  const { shop: other } = await aShopWith('Mug');
  const before = await stage.productsOf(other);
  shop.catalog.changeProduct(ids[0] ?? '', { title: 'Changed', handle: 'other' });
  await stage.follow();
  // The other shop's id, told as if it were this one's.
  const [foreign] = before;
  await stage.shopify.deliver(shop.domain, 'products/delete', `{"id":${foreign?.id.split('/').at(-1)}}`);
  await stage.follow();
  expect(await stage.productsOf(other)).toEqual(before);
});

test('a campaign survives that one of its products is deleted', async () => {
  const { shop, ids } = await aShopWith('Mug', 'Bowl');
  const ask = stage.asMerchant(shop);
  const input = { name: 'Winter', accessType: 'EMAIL_SIGNUP', productIds: ids.map((id) => gid('Product', id)) };
  const created = await ask(
    'mutation ($input: CampaignCreateInput!) { campaignCreate(input: $input) { campaign { id } userErrors { message } } }',
    { input },
  );
  shop.catalog.deleteProduct(ids[0] ?? '');
  await stage.follow();
  const { data } = await ask(
    'query ($id: ID!) { campaign(id: $id) { productIds products { title } productWarnings { kind count products { title message } } } }',
    { id: created.data.campaignCreate.campaign.id },
  );
  expect(data.campaign).toMatchObject({ productIds: input.productIds, products: [{ title: 'Bowl' }] });
  expect(data.campaign.productWarnings).toMatchObject([
    { kind: 'PUBLIC', count: 1, products: [{ title: 'Bowl' }] },
    {
      kind: 'MISSING',
      count: 1,
      products: [{ title: null, message: 'This product was deleted: visitors do not see it.' }],
    },
  ]);
});

test.skipIf(!existsSync(SAMPLES))('Shopify’s own samples of these topics are taken unchanged', async () => {
  const sample = (name: string) => readFileSync(join(SAMPLES, name), 'utf8');
  const shop = await stage.aFilledShop(({ catalog }) => {
    const id = '788032119674292922';
    const made = catalog.stockProduct({ title: 'Example T-Shirt' });
    const product = { ...made, id, variants: made.variants.map((variant) => ({ ...variant, productId: id })) };
    catalog.products.clear();
    catalog.products.set(product.id, product);
    const collection = { ...catalog.addCollection('My New Collection', [product.id]), id: '408372092144951419' };
    catalog.collections.clear();
    catalog.collections.set(collection.id, collection);
  });
  const [shirt] = [...shop.catalog.products.values()];
  if (shirt) shirt.title = 'Changed';
  const counts = async () => [
    await titlesOf(shop),
    await stage.database.prisma.collection.count({ where: { shop: shop.domain } }),
  ];
  for (const topic of ['products/create', 'products/update', 'collections/update']) {
    await stage.shopify.deliver(shop.domain, topic, sample(`${topic.replace('/', '-')}.json`));
  }
  await stage.follow();
  expect(await counts()).toEqual([['Changed'], 1]);
  for (const topic of ['products/delete', 'collections/delete']) {
    await stage.shopify.deliver(shop.domain, topic, sample(`${topic.replace('/', '-')}.json`));
  }
  await stage.follow();
  expect(await counts()).toEqual([[], 0]);
});
