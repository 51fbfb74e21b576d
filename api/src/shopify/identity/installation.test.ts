import { beforeAll, describe, expect, test } from 'vitest';
import { appOver, asker } from '../../../test/app.ts';
import { SHOP_PLANS, type ShopifyStage, shopifySettings, shopifyStage } from '../../../test/shopify.ts';

const WHO = '{ shop { domain name currencyCode timeZone } }';

let stage: ShopifyStage;

beforeAll(async () => {
  stage = await shopifyStage();
});

const exchanges = () => stage.shopify.world.tokens.counts.exchanges;

function uninstallNow(shop: string) {
  stage.shopify.world.uninstall(shop);
  return stage.rooms.installation.uninstall(shop, new Date());
}

/** Reinstalled a while after: ID tokens know whole seconds only. */
function reinstalled(shop: string) {
  stage.shopify.install(shop);
  const later = Math.floor(Date.now() / 1000) + 5;
  return stage.asMerchant(shop, { claims: { iat: later } });
}

describe('the first request of a shop', () => {
  test('makes the shop known, as Shopify describes it', async () => {
    const { domain } = stage.shopify.addShop({
      ...{ domain: 'wide-awake.myshopify.com', name: 'Wide Awake', plan: 'PLUS' },
      ...{ currencyCode: 'JPY', ianaTimezone: 'Asia/Tokyo' },
    });
    stage.shopify.install(domain);

    const { data } = await stage.asMerchant(domain)(WHO);

    expect(data.shop).toEqual({ domain, name: 'Wide Awake', currencyCode: 'JPY', timeZone: 'Asia/Tokyo' });
    expect(await stage.services.shops.standing(domain)).toMatchObject({
      ...{ planName: 'Plus', isPlus: true, isDevelopment: false, uninstalledAt: null },
      grantedScopes: stage.shopify.world.app.scopes,
      installedAt: expect.any(Date),
    });
  });

  test('exchanges its ID token once, however many come at the same time and to however many processes', async () => {
    const shop = stage.installedShop();
    const twin = await appOver(stage.database, shopifySettings(stage.shopify));
    const before = exchanges();
    stage.shopify.world.faults.add({ kind: 'SLOW', door: 'TOKEN', shop, times: 8, delayMs: 300 });
    const ask = ({ http }: { http: typeof stage.http }) =>
      asker(http, '/admin/graphql', { headers: { authorization: `Bearer ${stage.shopify.idToken(shop)}` } })(WHO);

    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => ask(index % 2 ? twin : stage)));

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(exchanges() - before).toBe(1);
  });

  test('is told to come again when Shopify does not answer, and the shop is not half known afterwards', async () => {
    const shop = stage.installedShop();
    stage.shopify.world.faults.add({ kind: 'STATUS', status: 503, shop, times: 1, door: 'TOKEN' });

    const away = await stage.asMerchant(shop)(WHO);
    const again = await stage.asMerchant(shop)(WHO);

    expect([away.status, again.status]).toEqual([503, 200]);
    expect(away.headers['retry-after']).toMatch(/^([5-9]|10)$/);
  });

  test('whose answer about the shop is lost is mended by the next', async () => {
    const shop = stage.installedShop();
    stage.shopify.world.faults.add({ kind: 'LOST', shop, times: 3, operation: 'ShopDetails' });
    const before = exchanges();

    const lost = await stage.asMerchant(shop)(WHO);
    const again = await stage.asMerchant(shop)(WHO);

    expect([lost.status, again.status, exchanges() - before]).toEqual([503, 200, 1]);
  });

  test('opens nothing where the app is not installed', async () => {
    const { domain } = stage.shopify.addShop({ domain: 'never-here.myshopify.com' });

    expect((await stage.asMerchant(domain)(WHO)).status).toBe(401);
    expect(await stage.services.shops.find(domain)).toBeNull();
  });
});

test('a known shop works on while Shopify does not answer', async () => {
  const shop = stage.installedShop();
  await stage.asMerchant(shop)(WHO);
  await stage.rooms.sessions.deleteSession(`offline_${shop}`);
  stage.shopify.world.faults.add({ kind: 'STATUS', status: 500, shop, times: 1, door: 'TOKEN' });

  expect((await stage.asMerchant(shop)(WHO)).status).toBe(200);
});

describe('once a shop has uninstalled the app', () => {
  test('neither an ID token nor an API token opens it, and its tokens are gone', async () => {
    const shop = stage.installedShop();
    await stage.asMerchant(shop)(WHO);
    const tool = await stage.asTool(shop);
    const early = stage.asMerchant(shop);

    await uninstallNow(shop);

    expect((await tool(WHO)).status).toBe(401);
    expect((await early(WHO)).status).toBe(401);
    expect(await stage.rooms.sessions.findSessionsByShop(shop)).toEqual([]);
  });

  test('a reinstall brings it back, with its API tokens', async () => {
    const shop = stage.installedShop();
    await stage.asMerchant(shop)(WHO);
    const tool = await stage.asTool(shop);
    await uninstallNow(shop);

    const { status } = await reinstalled(shop)(WHO);

    expect([status, (await tool(WHO)).status]).toEqual([200, 200]);
    expect((await stage.services.shops.standing(shop))?.uninstalledAt).toBeNull();
  });

  test('word of it that comes late, after the reinstall, changes nothing', async () => {
    const shop = stage.installedShop();
    await stage.asMerchant(shop)(WHO);
    const uninstalledAt = new Date();
    await uninstallNow(shop);
    await reinstalled(shop)(WHO);

    for (let delivery = 0; delivery < 3; delivery += 1) await stage.rooms.installation.uninstall(shop, uninstalledAt);

    expect((await stage.asMerchant(shop)(WHO)).status).toBe(200);
    expect(await stage.rooms.sessions.findSessionsByShop(shop)).toHaveLength(1);
  });

  test('a reinstall before word of the uninstall came is one', async () => {
    const shop = stage.installedShop();
    await stage.asMerchant(shop)(WHO);
    const uninstalledAt = new Date();
    stage.shopify.world.uninstall(shop);
    await expect(stage.rooms.installation.refreshDetails(shop)).rejects.toMatchObject({ kind: 'NOT_INSTALLED' });
    await reinstalled(shop)(WHO);
    await stage.rooms.installation.uninstall(shop, uninstalledAt);

    expect((await stage.asMerchant(shop)(WHO)).status).toBe(200);
  });
});

test("a shop's details follow Shopify's when somebody asks for it", async () => {
  const shop = stage.installedShop();
  await stage.asMerchant(shop)(WHO);
  stage.shopify.world.changeShop(shop, { name: 'Renamed', plan: SHOP_PLANS.PLUS });

  await stage.rooms.installation.refreshDetails(shop);

  expect((await stage.asMerchant(shop)(WHO)).data.shop.name).toBe('Renamed');
  expect(await stage.services.shops.standing(shop)).toMatchObject({ isPlus: true, uninstalledAt: null });
});
