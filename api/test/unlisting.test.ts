import { beforeAll, describe, expect, test } from 'vitest';
import type { ProductStatus } from '../../prisma/client/client.ts';
import { aShopifyStandIn, type TestShopify } from '../src/shopify-stand-in/shopify-stand-in.fixture.ts';
import type { StandInShop } from '../src/shopify-stand-in/world/stand-in-shop.ts';
import { type Ask, appOver, asker, type TestApp, testApp } from './app.ts';
import { aCampaign, aShop } from './builders.ts';

/** Hiding and putting back in Shopify's stand-in, by the real Admin API over HTTP, and as the merchant sees it. */

const CREATE = `mutation ($input: CampaignCreateInput!) {
  campaignCreate(input: $input) { campaign { id } userErrors { message } }
}`;
const PAUSE = 'mutation ($id: ID!) { campaignPause(id: $id) { userErrors { message } } }';
const SUMMARY = 'hiddenCount waitingCount leftAloneCount problem problemDetail failures { productId detail }';
const READ = `query ($id: ID!) {
  campaign(id: $id) { unlisting { state sharedCount ${SUMMARY}
    journal { totalCount nodes { event productId statusBefore statusAfter product { title } } } } }
  shop { unlisting { ${SUMMARY} } }
}`;
const UNDO = `mutation ($id: ID!) {
  unlistingUndo(campaignId: $id) { campaign { hidesProducts unlisting { state } } userErrors { code } }
}`;
const UNDO_ALL = 'mutation { unlistingUndoAll { unlisting { hiddenCount waitingCount } userErrors { code } } }';
const SCOPES = ['write_products', 'read_products'];

let shopify: TestShopify;
let app: TestApp;
let second: TestApp;

beforeAll(async () => {
  shopify = await aShopifyStandIn();
  const { apiKey, apiSecret, standInUrl } = shopify.config;
  const own = { SHOPIFY_API_KEY: apiKey, SHOPIFY_API_SECRET: apiSecret, SHOPIFY_STAND_IN_URL: standInUrl };
  const env = { ...own, APP_KEY: Buffer.alloc(32, 11).toString('base64') };
  app = await testApp(env);
  second = await appOver(app.database, env);
});

/** A shop that has installed the app, with products that the catalog knows. */
interface Scene {
  readonly shop: StandInShop;
  readonly merchant: Ask;
  readonly products: readonly string[];
}

let lastShop = 0;

async function aScene(statuses: readonly ProductStatus[] = ['ACTIVE', 'ACTIVE']): Promise<Scene> {
  lastShop += 1;
  const shop = shopify.addShop({ domain: `first-light-${lastShop}.myshopify.com` });
  shopify.install(shop.domain, SCOPES);
  const merchant = asMerchant(shop.domain);
  await merchant('{ shop { name } }');
  const products = statuses.map((status) => shop.catalog.addProduct({ title: `${status} Mug`, status }).id);
  await app.database.prisma.product.createMany({
    data: products.map((id) => ({ shop: shop.domain, id: gid(id), handle: `mug-${id}`, title: 'Mug' })),
  });
  return { shop, merchant, products };
}

/** Who opens the app in Shopify's admin. */
function asMerchant(domain: string): Ask {
  return (query, variables) =>
    asker(app.http, '/admin/graphql', { headers: { authorization: `Bearer ${shopify.idToken(domain)}` } })(
      query,
      variables,
    );
}

const gid = (id: string) => `gid://shopify/Product/${id}`;

async function aHidingCampaign({ merchant, products }: Scene): Promise<string> {
  const goods = { productIds: products.map(gid), hidesProducts: true, isActive: true };
  const { data } = await merchant(CREATE, { input: { name: 'Winter drop', accessType: 'EMAIL_SIGNUP', ...goods } });
  return data.campaignCreate.campaign.id;
}

const statusesOf = ({ shop, products }: Scene) => products.map((id) => shop.catalog.products.get(id)?.status);
const read = async ({ merchant }: Scene, id: string) => (await merchant(READ, { id })).data;
const look = (at = app) =>
  at.services.rounds.find(({ name }) => name === 'unlisting')?.run(new AbortController().signal);

/** Waits after failures are over. */
function waitsAreOver({ shop }: Scene) {
  return app.database.prisma.unlistingTurn.updateMany({
    where: { shop: shop.domain },
    data: { dueAt: new Date(0) },
  });
}

test('a campaign hides its products in the shop, says so, and puts them back when it is paused', async () => {
  const scene = await aScene(['ACTIVE', 'DRAFT']);
  const id = await aHidingCampaign(scene);
  expect((await read(scene, id)).campaign.unlisting).toMatchObject({ state: 'HIDING', waitingCount: 2 });

  await look();
  expect(statusesOf(scene)).toEqual(['UNLISTED', 'DRAFT']);
  const { campaign, shop } = await read(scene, id);
  expect(campaign.unlisting).toMatchObject({ state: 'HIDDEN', hiddenCount: 1, waitingCount: 0, leftAloneCount: 1 });
  expect(shop.unlisting).toMatchObject({ hiddenCount: 1, waitingCount: 0, problem: null });

  await scene.merchant(PAUSE, { id });
  expect((await read(scene, id)).campaign.unlisting).toMatchObject({ state: 'SHOWING', waitingCount: 1 });
  await look();
  expect(statusesOf(scene)).toEqual(['ACTIVE', 'DRAFT']);
  const { unlisting } = (await read(scene, id)).campaign;
  expect(unlisting).toMatchObject({ state: 'READY', hiddenCount: 0, waitingCount: 0 });
  expect(unlisting.journal.nodes[0]).toMatchObject({
    ...{ event: 'SHOWN', statusBefore: 'UNLISTED', statusAfter: 'ACTIVE', product: { title: 'Mug' } },
  });
  expect(unlisting.journal.totalCount).toBe(5);
});

describe('undo everything', () => {
  test('withdraws one campaign’s wish, and leaves what another one wants hidden', async () => {
    const scene = await aScene();
    const first = await aHidingCampaign(scene);
    const other = await aHidingCampaign({ ...scene, products: scene.products.slice(0, 1) });
    await look();
    expect((await read(scene, first)).campaign.unlisting).toMatchObject({ hiddenCount: 2, sharedCount: 1 });

    const { data } = await scene.merchant(UNDO, { id: first });
    expect(data.unlistingUndo).toMatchObject({ campaign: { hidesProducts: false, unlisting: { state: 'SHOWING' } } });
    await look();

    expect(statusesOf(scene)).toEqual(['UNLISTED', 'ACTIVE']);
    expect((await read(scene, first)).campaign.unlisting).toMatchObject({ state: 'OFF', hiddenCount: 0 });
    expect((await read(scene, other)).campaign.unlisting).toMatchObject({ state: 'HIDDEN', hiddenCount: 1 });
  });

  test('for the whole shop puts everything back before it uninstalls', async () => {
    const scene = await aScene();
    await aHidingCampaign(scene);
    await aHidingCampaign(scene);
    await look();

    const { data } = await scene.merchant(UNDO_ALL);
    expect(data.unlistingUndoAll).toEqual({ unlisting: { hiddenCount: 2, waitingCount: 2 }, userErrors: [] });
    await look();

    expect(statusesOf(scene)).toEqual(['ACTIVE', 'ACTIVE']);
  });
});

test('after an uninstall nothing can be changed; after a new installation what was to be put back is', async () => {
  const scene = await aScene();
  const { domain } = scene.shop;
  const id = await aHidingCampaign(scene);
  await look();

  shopify.world.uninstall(domain);
  await uninstalledHalfAnHourAgo(domain);
  await app.database.prisma.earlyAccessCampaign.updateMany({ where: { id }, data: { isActive: false } });
  await waitsAreOver(scene);
  await look();
  expect(statusesOf(scene)).toEqual(['UNLISTED', 'UNLISTED']);

  shopify.install(domain, SCOPES);
  await scene.merchant('{ shop { name } }');
  await look();

  expect(statusesOf(scene)).toEqual(['ACTIVE', 'ACTIVE']);
});

test('a shop that takes `write_products` back is told so at once, while its products are hidden', async () => {
  const scene = await aScene();
  const id = await aHidingCampaign(scene);
  await look();

  shopify.world.updateScopes(scene.shop.domain, ['read_products']);
  await app.services.shopify?.installation.refreshDetails(scene.shop.domain);
  const told = { problem: 'SCOPE_MISSING', problemDetail: 'The shop has not granted write_products.' };
  expect((await read(scene, id)).shop.unlisting).toMatchObject({ hiddenCount: 2, ...told });

  await scene.merchant(PAUSE, { id });
  await look();
  expect((await read(scene, id)).campaign.unlisting).toMatchObject({ state: 'SHOWING', problem: 'SCOPE_MISSING' });

  shopify.world.updateScopes(scene.shop.domain, SCOPES);
  await app.services.shopify?.installation.refreshDetails(scene.shop.domain);
  await waitsAreOver(scene);
  await look();
  expect(statusesOf(scene)).toEqual(['ACTIVE', 'ACTIVE']);
});

describe('when Shopify fails', () => {
  test('a call that took effect and was never answered is found to have', async () => {
    const scene = await aScene(['ACTIVE']);
    const id = await aHidingCampaign(scene);
    shopify.world.faults.add({ kind: 'LOST', operation: 'productUpdate', shop: scene.shop.domain, times: 1 });
    await look();
    expect((await read(scene, id)).campaign.unlisting).toMatchObject({ state: 'HIDING', problem: 'UNREACHABLE' });

    await waitsAreOver(scene);
    await look();

    const { state, problem, journal } = (await read(scene, id)).campaign.unlisting;
    expect({ state, problem }).toEqual({ state: 'HIDDEN', problem: null });
    expect(journal.nodes.map(({ event }: { event: string }) => event)).toEqual(['HIDDEN', 'HIDING']);
    // The lost call is not among those that were answered, and there was no second one.
    expect(updatesAt(scene)).toBe(0);
  });

  test('a budget that is used up is waited for', async () => {
    const scene = await aScene();
    await aHidingCampaign(scene);
    shopify.world.faults.add({ kind: 'THROTTLED', shop: scene.shop.domain, times: 2 });

    await look();

    expect(statusesOf(scene)).toEqual(['UNLISTED', 'UNLISTED']);
  });
});

test('two processes at once change each product once, and no product of another shop', async () => {
  const scene = await aScene(Array.from({ length: 30 }, () => 'ACTIVE' as const));
  const other = await aScene();
  const id = await aHidingCampaign(scene);

  await Promise.all([look(app), look(second)]);
  await scene.merchant(PAUSE, { id });
  await Promise.all([look(app), look(second)]);

  expect(updatesAt(scene)).toBe(60);
  expect(updatesAt(other)).toBe(0);
  expect(new Set(statusesOf(scene))).toEqual(new Set(['ACTIVE']));
});

test('without Shopify a campaign may wish it, and nothing is said to be hidden', async () => {
  const standalone = await appOver(app.database);
  const shop = await aShop(standalone);
  const { id } = await aCampaign(standalone, shop, { hidesProducts: true });

  const { data } = await (await standalone.asTool(shop))(
    '{ campaigns { nodes { id hidesProducts unlisting { state } } } shop { unlisting { hiddenCount } } }',
  );

  expect(data.campaigns.nodes).toEqual([{ id, hidesProducts: true, unlisting: null }]);
  expect(data.shop.unlisting).toBeNull();
});

/** The app hears of an uninstall; a new ID token is clearly later than that. */
async function uninstalledHalfAnHourAgo(domain: string): Promise<void> {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  await app.database.prisma.shop.update({ where: { domain }, data: { installedAt: minutesAgo(60) } });
  await app.services.shopify?.installation.uninstall(domain, minutesAgo(30));
}

function updatesAt({ shop }: Scene): number {
  return shopify.calls({ operation: 'productUpdate', shop: shop.domain }).length;
}
