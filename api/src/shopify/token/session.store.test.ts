import { beforeAll, expect, test } from 'vitest';
import { type ShopifyStage, shopifyStage } from '../../../test/shopify.ts';

let stage: ShopifyStage;
let shop: string;
let other: string;

beforeAll(async () => {
  stage = await shopifyStage();
  [shop, other] = [stage.installedShop(), stage.installedShop()];
  for (const one of [shop, other]) await stage.asMerchant(one)('{ shop { domain } }');
});

const rowOf = (domain: string) =>
  stage.database.prisma.session.findUniqueOrThrow({ where: { id: `offline_${domain}` } });

test('tokens lie sealed: nothing of the table holds one in clear (K-01)', async () => {
  const [session] = await stage.rooms.sessions.findSessionsByShop(shop);
  const secrets = [session?.accessToken, session?.refreshToken].map(String);
  const rows = await stage.database.prisma.$queryRaw<{ row: string }[]>`SELECT s::text AS row FROM "Session" s`;
  const text = rows.map(({ row }) => row).join('\n');

  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(20);
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret).toString('hex'));
  }
});

test('a sealed token opens in its own row and column only', async () => {
  const [mine, theirs] = [await rowOf(shop), await rowOf(other)];
  const put = (data: object) => stage.database.prisma.session.update({ where: { id: theirs.id }, data });

  await put({ accessToken: mine.accessToken });
  await expect(stage.rooms.sessions.loadSession(theirs.id)).rejects.toThrow('could not be opened');
  await put({ accessToken: theirs.refreshToken ?? Buffer.alloc(0) });
  await expect(stage.rooms.sessions.loadSession(theirs.id)).rejects.toThrow('could not be opened');
  await put({ accessToken: theirs.accessToken });
  await expect(stage.rooms.sessions.loadSession(theirs.id)).resolves.toMatchObject({ shop: other });
});

test('a session is stored, found by its shop and deleted as Shopify’s own stores do it', async () => {
  const { sessions } = stage.rooms;
  const [session] = await sessions.findSessionsByShop(shop);
  if (!session) throw new Error('The shop has no session.');

  expect((await sessions.loadSession(session.id))?.equals(session)).toBe(true);
  expect(await sessions.storeSession(session)).toBe(true);
  expect(await sessions.deleteSession('offline_nobody.myshopify.com')).toBe(true);
  expect(await sessions.deleteSessions([session.id])).toBe(true);
  expect(await sessions.loadSession(session.id)).toBeUndefined();
  expect(await sessions.findSessionsByShop(shop)).toEqual([]);
});

test('the refresh token before is kept beside its successor, also when that one is stored twice', async () => {
  const { sessions } = stage.rooms;
  const fresh = stage.installedShop();
  await stage.asMerchant(fresh)('{ shop { domain } }');
  const [session] = await sessions.findSessionsByShop(fresh);
  if (!session) throw new Error('The shop has no session.');
  const first = session.refreshToken;
  session.refreshToken = 'the second';

  await sessions.storeSession(session);
  await sessions.storeSession(session);

  expect(await sessions.previousRefreshToken(session.id)).toBe(first);
});
