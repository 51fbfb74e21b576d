import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProductStatus } from '../../../prisma/client/client.ts';
import { type Ask, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop, endCampaign, type MadeCampaign } from '../../test/builders.ts';
import type { WebhookTopic } from '../webhook/webhook-event.ts';
import { ProductStatuses } from './product-statuses.ts';
import { ProductsInShopify } from './unlisting.fixture.ts';
import { UnlistingStore } from './unlisting.store.ts';
import { UnlistingWorker } from './unlisting.worker.ts';
import { UnlistingTurnStore } from './unlisting-turn.store.ts';

const UPDATE = `mutation ($id: ID!, $input: CampaignUpdateInput!) {
  campaignUpdate(id: $id, input: $input) { userErrors { field message } }
}`;
const FAR = '2099-01-01T00:00:00.000Z';

let app: TestApp;
let shopify: ProductsInShopify;
let shop: string;
let merchant: Ask;
let lastNumber = 9_007_199_254_740_993n;

beforeAll(async () => {
  app = await testApp();
});
beforeEach(async () => {
  shopify = new ProductsInShopify();
  shop = await aShop(app);
  merchant = await app.asTool(shop);
});

/** A process that looks once; what it did not get done, another one finds. */
function look(): Promise<void> {
  const { prisma } = app.database;
  const parts = { store: new UnlistingStore(prisma), turns: new UnlistingTurnStore(prisma) };
  return new UnlistingWorker({ ...parts, statuses: new ProductStatuses(shopify) }).run();
}

/** A product of the shop, in Shopify and in the catalog. */
async function aShopifyProduct(status: ProductStatus = 'ACTIVE', at = shop): Promise<string> {
  lastNumber += 1n;
  const id = `gid://shopify/Product/${lastNumber}`;
  shopify.set(id, status);
  await app.database.prisma.product.create({
    data: { shop: at, id, handle: `p-${lastNumber}`, title: 'Bowl', status },
  });
  return id;
}

async function aHidingCampaign(productIds: string[], fields: object = {}, at = shop): Promise<MadeCampaign> {
  return aCampaign(app, at, { productIds, ...fields, ...{ hidesProducts: true } });
}

/** A webhook told the catalog, and whoever else cares. */
async function catalogHears(id: string, status: ProductStatus): Promise<void> {
  await app.database.prisma.product.updateMany({ where: { shop, id }, data: { status } });
  await webhook('products/update');
}

function change(id: string, input: object) {
  return merchant(UPDATE, { id, input });
}

async function journalOf(campaignId: string): Promise<string[]> {
  const entries = await app.database.prisma.unlistingEntry.findMany({
    where: { shop, campaignIds: { has: campaignId } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return entries.map(({ event, statusBefore, statusAfter }) => `${event} ${statusBefore} → ${statusAfter}`);
}

const rows = () => app.database.prisma.unlisting.findMany({ where: { shop } });
const turn = () => app.database.prisma.unlistingTurn.findUniqueOrThrow({ where: { shop } });

/** Time passes: the leases of processes that died run out, waits after failures too, and whatever else comes by itself. */
async function timePasses(): Promise<void> {
  await app.database.prisma.$executeRaw`
    UPDATE "UnlistingTurn" SET
      "leasedUntil" = CASE WHEN "leasedUntil" IS NOT NULL THEN statement_timestamp() END,
      "dueAt" = CASE WHEN "dueAt" IS NOT NULL THEN statement_timestamp() END WHERE shop = ${shop}`;
  await app.database.prisma.$executeRaw`
    UPDATE "Unlisting" SET "dueAt" = statement_timestamp() - interval '1 second' WHERE shop = ${shop} AND "dueAt" IS NOT NULL`;
}

describe('a campaign that hides its products', () => {
  test('has them unlisted while it is live, and as they were when it has ended, without any request', async () => {
    const product = await aShopifyProduct();
    const { id } = await aHidingCampaign([product], { endsAt: FAR });
    await endCampaign(app, id, new Date(Date.now() + 2_000));

    await look();
    expect(shopify.of(product)).toBe('UNLISTED');

    await until(async () => look().then(() => shopify.of(product) === 'ACTIVE'));
    expect(await journalOf(id)).toEqual([
      'HIDING ACTIVE → UNLISTED',
      'HIDDEN ACTIVE → UNLISTED',
      'SHOWING UNLISTED → ACTIVE',
      'SHOWN UNLISTED → ACTIVE',
    ]);
    expect(await rows()).toEqual([]);
  });

  test('hides them from its activation, before its window begins', async () => {
    const product = await aShopifyProduct();
    const { id } = await aHidingCampaign([product], { isActive: false, startsAt: FAR });
    await look();
    expect(shopify.of(product)).toBe('ACTIVE');

    await change(id, { isActive: true });
    await look();
    expect(shopify.of(product)).toBe('UNLISTED');
  });

  test.each([
    ['is paused', (id: string) => change(id, { isActive: false })],
    ['is deleted', (id: string) => merchant(`mutation { campaignDelete(id: "${id}") { deletedCampaignId } }`)],
    ['is undone', (id: string) => merchant(`mutation { unlistingUndo(campaignId: "${id}") { userErrors { code } } }`)],
    ['is undone with all', () => merchant('mutation { unlistingUndoAll { userErrors { code } } }')],
    ['no longer has the product', (id: string) => change(id, { productIds: [] })],
  ])('puts them back when it %s', async (_what, end) => {
    const product = await aShopifyProduct();
    const { id } = await aHidingCampaign([product]);
    await look();
    expect(shopify.of(product)).toBe('UNLISTED');

    await end(id);
    await look();

    expect(shopify.of(product)).toBe('ACTIVE');
    expect(await journalOf(id)).toContain('SHOWN UNLISTED → ACTIVE');
  });

  test('hides the members of its collections too, also those that join later', async () => {
    const [first, later] = [await aShopifyProduct(), await aShopifyProduct()];
    const collection = { shop, id: 'gid://shopify/Collection/1', handle: 'early', title: 'Early' };
    await app.database.prisma.collection.create({ data: collection });
    const join = (productId: string, position: number) =>
      app.database.prisma.collectionMembership.create({
        data: { shop, collectionId: collection.id, productId, position },
      });
    await join(first, 1);
    await aHidingCampaign([], { collectionIds: [collection.id] });

    await look();
    expect([shopify.of(first), shopify.of(later)]).toEqual(['UNLISTED', 'ACTIVE']);

    await join(later, 2);
    await webhook('collections/update');
    await look();
    expect(shopify.of(later)).toBe('UNLISTED');
  });

  test('leaves drafts, archived, unlisted and CSV products alone, also when it ends', async () => {
    const ids = [await aShopifyProduct('DRAFT'), await aShopifyProduct('ARCHIVED'), await aShopifyProduct('UNLISTED')];
    const { id } = await aHidingCampaign(ids);
    for (const product of ids) await catalogHears(product, 'ACTIVE');
    await look();
    await look();

    await change(id, { isActive: false });
    await look();

    expect(ids.map((product) => shopify.of(product))).toEqual(['DRAFT', 'ARCHIVED', 'UNLISTED']);
    expect(shopify.changes).toEqual([]);
    expect(shopify.reads).toBe(1);
  });

  test('hides a draft that is published while it is live', async () => {
    const product = await aShopifyProduct('DRAFT');
    await aHidingCampaign([product]);
    await look();

    shopify.set(product, 'ACTIVE');
    await catalogHears(product, 'ACTIVE');
    await look();

    expect(shopify.of(product)).toBe('UNLISTED');
  });

  test('asks Shopify nothing as long as all is as it should be', async () => {
    const product = await aShopifyProduct();
    await aHidingCampaign([product]);
    await look();
    await catalogHears(product, 'UNLISTED');
    await look();
    const { reads } = shopify;

    await look();
    await look();

    expect(shopify.reads).toBe(reads);
    expect(shopify.changes).toHaveLength(1);
  });

  test('touches no product of another shop', async () => {
    const product = await aShopifyProduct();
    const second = await aShop(app, 'Second');
    const foreign = await aShopifyProduct('ACTIVE', second);
    await aCampaign(app, second, { productIds: [foreign] });
    await aHidingCampaign([product]);

    await look();
    await merchant('mutation { unlistingUndoAll { userErrors { code } } }');
    await look();

    expect(shopify.changes.map(({ shop: at, id }) => [at, id])).toEqual([
      [shop, product],
      [shop, product],
    ]);
  });
});

describe('campaigns that overlap', () => {
  test('keep a product hidden until the last of them ends, and it has again what it had before the first', async () => {
    const product = await aShopifyProduct();
    const first = await aHidingCampaign([product]);
    await look();
    const second = await aHidingCampaign([product]);
    await look();

    await change(first.id, { isActive: false });
    await look();
    expect(shopify.of(product)).toBe('UNLISTED');

    await change(second.id, { isActive: false });
    await look();
    expect(shopify.of(product)).toBe('ACTIVE');
    expect(shopify.changes).toHaveLength(2);
    expect(await journalOf(second.id)).toEqual([
      'HIDDEN ACTIVE → UNLISTED',
      'SHOWING UNLISTED → ACTIVE',
      'SHOWN UNLISTED → ACTIVE',
    ]);
  });
});

describe('what the merchant sets by hand meanwhile', () => {
  test.each(['ACTIVE', 'DRAFT', 'ARCHIVED'] as const)('is not written over at the end (%s)', async (byHand) => {
    const product = await aShopifyProduct();
    const { id } = await aHidingCampaign([product]);
    await look();
    shopify.set(product, byHand);

    await change(id, { isActive: false });
    await look();

    expect(shopify.of(product)).toBe(byHand);
    expect(await journalOf(id)).toContain(`LEFT_ALONE ACTIVE → ${byHand}`);
    expect(shopify.changes).toHaveLength(1);
  });

  test('is not hidden a second time', async () => {
    const product = await aShopifyProduct();
    await aHidingCampaign([product]);
    await look();
    await catalogHears(product, 'UNLISTED');
    await look();

    shopify.set(product, 'ACTIVE');
    await catalogHears(product, 'ACTIVE');
    await look();
    await look();

    expect(shopify.of(product)).toBe('ACTIVE');
  });

  test('is nothing more to put back when they deleted the product', async () => {
    const product = await aShopifyProduct();
    const { id } = await aHidingCampaign([product]);
    await look();
    shopify.set(product, null);

    await change(id, { isActive: false });
    await look();

    expect(await journalOf(id)).toContain('LEFT_ALONE ACTIVE → null');
    expect(await rows()).toEqual([]);
  });
});

describe('a process that dies', () => {
  test.each([
    ['before the call', 'DIES_BEFORE', 1],
    ['between the call and the note', 'DIES_AFTER', 1],
  ] as const)('while it hides, %s, leaves it to the next one', async (_when, trouble, times) => {
    const product = await aShopifyProduct();
    const { id } = await aHidingCampaign([product]);
    shopify.trouble(product, trouble);
    void look();
    await until(async () => (await rows())[0]?.phase === 'HIDING');
    shopify.trouble(product, null);

    await look();
    expect(await rows()).toMatchObject([{ phase: 'HIDING', statusBefore: 'ACTIVE' }]);
    await timePasses();
    await look();

    expect(shopify.of(product)).toBe('UNLISTED');
    expect(await rows()).toMatchObject([{ phase: 'HIDDEN', statusBefore: 'ACTIVE' }]);
    expect(shopify.changes).toHaveLength(times);
    expect(await journalOf(id)).toEqual(['HIDING ACTIVE → UNLISTED', 'HIDDEN ACTIVE → UNLISTED']);
  });

  test.each(['DIES_BEFORE', 'DIES_AFTER'] as const)(
    'while it puts back leaves it to the next one (%s)',
    async (trouble) => {
      const product = await aShopifyProduct();
      const { id } = await aHidingCampaign([product]);
      await look();
      await change(id, { isActive: false });
      shopify.trouble(product, trouble);
      void look();
      await until(async () => (await rows())[0]?.phase === 'SHOWING');
      shopify.trouble(product, null);

      await timePasses();
      await look();

      expect(shopify.of(product)).toBe('ACTIVE');
      expect(shopify.changes).toHaveLength(2);
      expect((await journalOf(id)).filter((entry) => entry.startsWith('SHOW'))).toEqual([
        'SHOWING UNLISTED → ACTIVE',
        'SHOWN UNLISTED → ACTIVE',
      ]);
    },
  );

  test('with a call to hide on its way does not hide a product for good, when the campaign ends meanwhile', async () => {
    const product = await aShopifyProduct();
    const { id } = await aHidingCampaign([product]);
    shopify.trouble(product, 'DIES_BEFORE');
    void look();
    await until(async () => (await rows())[0]?.phase === 'HIDING');
    await change(id, { isActive: false });
    shopify.trouble(product, null);
    await timePasses();
    await look();

    shopify.set(product, 'UNLISTED');
    await timePasses();
    await look();

    expect(shopify.of(product)).toBe('ACTIVE');
    expect(await rows()).toEqual([]);
  });

  test('changes nothing any more once another one has its turn', async () => {
    const [slow, next] = [await aShopifyProduct(), await aShopifyProduct()];
    await aHidingCampaign([slow, next]);
    const answer = shopify.holdNext(slow);
    const late = look();
    await until(async () => shopify.isHeld);
    await timePasses();
    await look();
    expect(shopify.changes.map(({ id }) => id).toSorted()).toEqual([slow, next].toSorted());

    answer();
    await late;

    expect(shopify.changes.filter(({ id }) => id === next)).toHaveLength(1);
    expect((await rows()).map(({ phase }) => phase)).toEqual(['HIDDEN', 'HIDDEN']);
  });
});

test('ten processes at once change each product once', async () => {
  const products = await Promise.all(Array.from({ length: 40 }, () => aShopifyProduct()));
  const { id } = await aHidingCampaign(products);

  await Promise.all(Array.from({ length: 10 }, () => look()));
  expect(shopify.changes).toHaveLength(40);

  await change(id, { isActive: false });
  await Promise.all(Array.from({ length: 10 }, () => look()));
  expect(shopify.changes).toHaveLength(80);
  expect(products.every((product) => shopify.of(product) === 'ACTIVE')).toBe(true);
});

describe('when Shopify does not do it', () => {
  test('a refused product is told with Shopify’s words, is tried again, and stops no other', async () => {
    const [bad, good] = [await aShopifyProduct(), await aShopifyProduct()];
    const { id } = await aHidingCampaign([bad, good]);
    shopify.trouble(bad, { refuses: 'Product is locked.' });
    await look();
    await look();
    expect([shopify.of(bad), shopify.of(good)]).toEqual(['ACTIVE', 'UNLISTED']);
    const failing = (await rows()).filter(({ failures }) => failures > 0);
    expect(failing).toMatchObject([{ productId: bad, failures: 1, detail: 'Product is locked.' }]);

    shopify.trouble(bad, null);
    await timePasses();
    await look();
    expect(shopify.of(bad)).toBe('UNLISTED');
    expect((await journalOf(id)).filter((entry) => entry.startsWith('FAILED'))).toHaveLength(1);
  });

  test.each(['NOT_INSTALLED', 'SCOPE_MISSING', 'THROTTLED', 'UNREACHABLE'] as const)(
    'a shop waits and says why (%s), goes on by itself, and stops no other shop',
    async (kind) => {
      const product = await aShopifyProduct();
      await aHidingCampaign([product]);
      const second = await aShop(app, 'Second');
      const other = await aShopifyProduct('ACTIVE', second);
      await aHidingCampaign([other], {}, second);
      shopify.trouble(shop, kind);

      await look();
      await look();
      expect([shopify.of(product), shopify.of(other)]).toEqual(['ACTIVE', 'UNLISTED']);
      expect(await turn()).toMatchObject({ problem: kind, failures: 1, leasedUntil: null });

      shopify.trouble(shop, null);
      await timePasses();
      await look();
      expect(shopify.of(product)).toBe('UNLISTED');
      expect(await turn()).toMatchObject({ problem: null, failures: 0 });
    },
  );

  test('what was hidden before an uninstall is put back after a new installation, though the campaign is gone', async () => {
    const product = await aShopifyProduct();
    const { id } = await aHidingCampaign([product]);
    await look();
    shopify.trouble(shop, 'NOT_INSTALLED');
    await merchant(`mutation { campaignDelete(id: "${id}") { deletedCampaignId } }`);
    await app.database.prisma.product.deleteMany({ where: { shop } });
    await look();
    expect(shopify.of(product)).toBe('UNLISTED');

    shopify.trouble(shop, null);
    await timePasses();
    await look();

    expect(shopify.of(product)).toBe('ACTIVE');
  });

  test('a scope that was taken away in the middle is told, and the scope’s return is noticed at once', async () => {
    const product = await aShopifyProduct();
    await aHidingCampaign([product]);
    shopify.trouble(product, 'SCOPE_MISSING');
    await look();
    expect(await turn()).toMatchObject({ problem: 'SCOPE_MISSING' });
    shopify.trouble(product, null);
    await look();
    expect(shopify.of(product)).toBe('ACTIVE');

    await webhook('app/scopes_update');
    await look();

    expect(shopify.of(product)).toBe('UNLISTED');
  });
});

async function webhook(topic: WebhookTopic): Promise<void> {
  const { handlers } = app.services.unlisting;
  const event = { shop, topic, eventId: 'e1', triggeredAt: new Date(), payload: {} };
  for (const handle of handlers[topic] ?? []) await handle(event);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  await expect.poll(holds, { timeout: 10_000, interval: 10 }).toBe(true);
}
