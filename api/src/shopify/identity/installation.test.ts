import { beforeAll, describe, expect, test } from 'vitest';
import { appOver, asker } from '../../../test/app.ts';
import { SHOP_PLANS, type ShopifyStage, shopifySettings, shopifyStage } from '../../../test/shopify.ts';
import { ShopNews } from '../../shop/shop-news.ts';

const WHO = '{ shop { domain name currencyCode timeZone } }';

const HOUR = 3_600_000;

let stage: ShopifyStage;

beforeAll(async () => {
  stage = await shopifyStage();
});

const exchanges = () => stage.shopify.world.tokens.counts.exchanges;

function uninstallNow(shop: string) {
  stage.shopify.world.uninstall(shop);
  return stage.rooms.installation.uninstall(shop, new Date());
}

/** The shop, at work for an hour already. */
async function shopOfAnHour(): Promise<string> {
  const shop = stage.installedShop();
  await stage.asMerchant(shop)(WHO);
  const installedAt = new Date(Date.now() - HOUR);
  await stage.database.prisma.shop.update({ where: { domain: shop }, data: { installedAt } });
  return shop;
}

/** What the merchant asks with an ID token that is so many seconds younger than now. */
function asksIn(shop: string, seconds: number) {
  return stage.asMerchant(shop, { claims: { iat: Math.floor(Date.now() / 1000) + seconds } })(WHO);
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

describe('a reinstall that no request to Shopify noticed, for the dead token is kept still,', () => {
  test('is one when word of the uninstall comes hours late', async () => {
    const shop = await shopOfAnHour();
    const uninstalledAt = new Date();
    stage.shopify.world.uninstall(shop);
    const before = exchanges();
    await reinstalled(shop)(WHO);
    expect(exchanges()).toBe(before);

    await stage.rooms.installation.uninstall(shop, uninstalledAt);

    expect((await stage.services.shops.standing(shop))?.uninstalledAt).toBeNull();
    expect(await stage.rooms.sessions.findSessionsByShop(shop)).toHaveLength(1);
    expect((await (await stage.asTool(shop))(WHO)).status).toBe(200);
  });

  test('keeps the shop’s data when word to redact it comes late as well', async () => {
    const shop = await shopOfAnHour();
    const news = new ShopNews(stage.database.prisma);
    const toldAt = new Date(Date.now() + 72 * HOUR);
    expect(await news.hasLeft(shop, toldAt)).toBe(true);
    await asksIn(shop, 73 * 3_600);

    expect(await news.hasLeft(shop, toldAt)).toBe(false);
    await news.forget(shop, toldAt);
    expect(await stage.services.shops.find(shop)).not.toBeNull();
  });
});

describe('a merchant at work', () => {
  const timesOf = async (shop: string) => {
    const { installedAt, seenInstalledAt } = (await stage.services.shops.standing(shop)) ?? {};
    return { installedAt, seenInstalledAt };
  };

  test('is noted once a minute, and never as a new installation: the catalog would be copied anew', async () => {
    const shop = await shopOfAnHour();
    const { installedAt } = await timesOf(shop);

    await asksIn(shop, 0);
    const first = await timesOf(shop);
    await asksIn(shop, 58);
    const soon = await timesOf(shop);
    await asksIn(shop, 62);
    const later = await timesOf(shop);

    expect([first.installedAt, soon.installedAt, later.installedAt]).toEqual(Array(3).fill(installedAt));
    expect(soon).toEqual(first);
    expect(later.seenInstalledAt?.getTime()).toBeGreaterThan(first.seenInstalledAt?.getTime() ?? Number.NaN);
  });

  test('is not noted within a minute of the installation', async () => {
    const shop = stage.installedShop();
    await stage.asMerchant(shop)(WHO);
    await asksIn(shop, 30);

    expect((await timesOf(shop)).seenInstalledAt).toBeNull();
  });

  test('does not keep a shop that uninstalls the app afterwards, nor makes word of its scopes old', async () => {
    const shop = await shopOfAnHour();
    const changedAt = new Date(Date.now() - 60_000);
    await asksIn(shop, 0);

    await new ShopNews(stage.database.prisma).granted(shop, changedAt, ['read_orders']);
    expect(await stage.services.shops.hasGranted(shop, 'read_orders')).toBe(true);
    await uninstallNow(shop);

    expect((await stage.services.shops.standing(shop))?.uninstalledAt).toEqual(expect.any(Date));
    expect(await stage.rooms.sessions.findSessionsByShop(shop)).toEqual([]);
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
