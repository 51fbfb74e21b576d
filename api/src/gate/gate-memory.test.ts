import { beforeAll, describe, expect, test } from 'vitest';
import type { Prisma } from '../../../prisma/client/client.ts';
import { appOver, patiently, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aProduct, aShop } from '../../test/builders.ts';
import { UNKNOWN_VISITOR } from '../analytics/visitor-traits.ts';

const PASSWORD = `mutation ($id: ID!, $password: String!) {
  gateUnlockWithPassword(input: { campaignId: $id, password: $password }) { __typename ... on GateOpened { pass } }
}`;
const LINK = `mutation ($secret: String!) {
  gateUnlockWithSecretLink(input: { secretLink: $secret }) { __typename ... on GateOpened { pass } }
}`;
const CAMPAIGN = 'query ($id: ID!) { campaign(id: $id) { name shopName status } }';
const ACCESS = 'query ($pass: String!) { access(pass: $pass) { products { title price { amount currencyCode } } } }';

let app: TestApp;
/** Another process over the same database: what is done at the first must be seen there. */
let another: TestApp;
/** One whose listener is cut off for good. */
let deaf: TestApp;
let shop: string;

beforeAll(async () => {
  app = await testApp();
  another = await appOver(app.database);
  deaf = await appOver(app.database);
  await deaf.services.notices.stop();
  shop = await aShop(app);
});

async function byPassword(over: TestApp, id: string, password = 'first light') {
  return (await patiently(over.asVisitor())(PASSWORD, { id, password })).data.gateUnlockWithPassword;
}

const campaignAt = async (over: TestApp, id: string) => (await over.asVisitor()(CAMPAIGN, { id })).data.campaign;
const accessAt = async (over: TestApp, pass: string) => (await over.asVisitor()(ACCESS, { pass })).data.access;
const gated = (fields: Record<string, unknown> = {}) =>
  aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light', ...fields });

describe('what the merchant changes is seen at another process that knew it before', () => {
  test.each<[string, Prisma.EarlyAccessCampaignUpdateManyMutationInput, object]>([
    ['a name', { name: 'Spring drop' }, { name: 'Spring drop' }],
    ['a pause', { isActive: false }, { status: 'PAUSED' }],
    ['a new end', { endsAt: new Date(Date.now() - 1_000) }, { status: 'ENDED' }],
  ])('%s', async (_what, data, seen) => {
    const { id } = await gated();
    await campaignAt(another, id);

    await app.database.prisma.earlyAccessCampaign.updateMany({ where: { shop, id }, data });

    expect(await campaignAt(another, id)).toMatchObject(seen);
  });

  test('that the last place is taken, and that one is free again', async () => {
    const { id } = await gated({ accessType: 'PASSWORD_OR_EMAIL' });
    await app.database.prisma.earlyAccessCampaign.updateMany({ where: { shop, id }, data: { capacity: 1 } });
    expect(await campaignAt(another, id)).toMatchObject({ status: 'LIVE' });

    const email = 'ada@example.com';
    await app.asVisitor()('mutation ($i: GateEmailInput!) { gateUnlockWithEmail(input: $i) { __typename } }', {
      i: { campaignId: id, email },
    });
    expect(await campaignAt(another, id)).toMatchObject({ status: 'FULL' });

    const signup = await app.database.prisma.signup.findFirstOrThrow({ where: { campaignId: id } });
    await app.services.signups.delete(shop, signup.id);
    expect(await campaignAt(another, id)).toMatchObject({ status: 'LIVE' });
  });

  test('a password that was replaced, and a link that was rotated', async () => {
    const { id } = await gated();
    const linked = await aCampaign(app, shop, { accessType: 'SECRET_LINK' });
    const byLink = async () => (await another.asVisitor()(LINK, { secret: linked.secretLink })).data;
    expect((await byPassword(another, id)).__typename).toBe('GateOpened');
    expect((await byLink()).gateUnlockWithSecretLink.__typename).toBe('GateOpened');

    const tool = await app.asTool(shop);
    await tool(
      `mutation { campaignUpdate(id: "${id}", input: { password: "second light" }) { userErrors { message } } }`,
    );
    await tool(`mutation { secretLinkRotate(campaignId: "${linked.id}") { userErrors { message } } }`);

    expect((await byPassword(another, id)).__typename).toBe('GateDenied');
    expect((await byPassword(another, id, 'second light')).__typename).toBe('GateOpened');
    expect((await byLink()).gateUnlockWithSecretLink.__typename).toBe('GateDenied');
  });

  test('the price of a product, a product that was taken down, and the shop’s name and currency', async () => {
    const [bowl, jug] = [await aProduct(app, shop, 'Blue Bowl'), await aProduct(app, shop, 'Grey Jug')];
    const { id } = await gated({ productIds: [bowl, jug] });
    const { pass } = await byPassword(another, id);
    const price = { amount: '48.00', currencyCode: 'EUR' };
    expect((await accessAt(another, pass)).products).toEqual([
      { title: 'Blue Bowl', price },
      { title: 'Grey Jug', price },
    ]);

    await app.database.prisma.productVariant.updateMany({ where: { shop, productId: bowl }, data: { price: '52.00' } });
    await app.database.prisma.product.updateMany({ where: { shop, id: jug }, data: { status: 'DRAFT' } });
    await app.database.prisma.shop.update({ where: { domain: shop }, data: { name: 'Kiln', currencyCode: 'USD' } });

    expect((await accessAt(another, pass)).products).toEqual([
      { title: 'Blue Bowl', price: { amount: '52.00', currencyCode: 'USD' } },
    ]);
    expect(await campaignAt(another, id)).toMatchObject({ shopName: 'Kiln' });
  });

  test('a product that joins a collection behind the gate', async () => {
    const collection = { shop, id: crypto.randomUUID(), handle: crypto.randomUUID(), title: 'Early' };
    await app.database.prisma.collection.create({ data: collection });
    const { id } = await gated({ collectionIds: [collection.id] });
    const { pass } = await byPassword(another, id);
    expect((await accessAt(another, pass)).products).toEqual([]);

    const productId = await aProduct(app, shop, 'Late Vase');
    const membership = { shop, collectionId: collection.id, productId, position: 1 };
    await app.database.prisma.collectionMembership.create({ data: membership });

    expect((await accessAt(another, pass)).products).toMatchObject([{ title: 'Late Vase' }]);
  });

  test('that its shop left, and that it was deleted', async () => {
    const leaving = await aShop(app);
    const { id } = await aCampaign(app, leaving);
    const deleted = await gated();
    await Promise.all([campaignAt(another, id), campaignAt(another, deleted.id)]);

    await app.database.prisma.shop.update({ where: { domain: leaving }, data: { uninstalledAt: new Date() } });
    await app.database.prisma.earlyAccessCampaign.deleteMany({ where: { shop, id: deleted.id } });

    expect(await campaignAt(another, id)).toBeNull();
    expect(await campaignAt(another, deleted.id)).toBeNull();
  });
});

describe('a revocation is seen at another process that knew the pass before', () => {
  const REVOCATIONS: readonly [string, (id: string) => Promise<unknown>][] = [
    [
      'of the pass',
      (id) => app.database.prisma.accessPass.updateMany({ where: { campaignId: id }, data: { revokedAt: new Date() } }),
    ],
    [
      'of its code',
      (id) => app.database.prisma.accessCode.updateMany({ where: { campaignId: id }, data: { revokedAt: new Date() } }),
    ],
    [
      'of all of the campaign’s passes',
      (id) =>
        app.database.prisma.earlyAccessCampaign.updateMany({ where: { id }, data: { passEpoch: { increment: 1 } } }),
    ],
    ['by the loss of its place', (id) => app.database.prisma.accessPass.deleteMany({ where: { campaignId: id } })],
  ];

  test.each(REVOCATIONS)('%s', async (_what, revoke) => {
    const { id } = await gated();
    const { pass } = await byPassword(app, id);
    expect(await accessAt(another, pass)).not.toBeNull();

    await revoke(id);

    expect(await accessAt(another, pass)).toBeNull();
  });

  test('where so many are revoked that none is kept in memory', async () => {
    const { id } = await gated();
    const [{ pass }, { pass: good }] = [await byPassword(app, id), await byPassword(app, id)];
    await app.database.prisma.$executeRaw`
      INSERT INTO "RevokedPass" SELECT ${shop}, ${id}::uuid, gen_random_uuid(), now() + interval '1 day' FROM generate_series(1, 10001)`;
    const jti = JSON.parse(Buffer.from(pass.split('.')[1], 'base64url').toString()).jti;

    await app.services.passList.revoke(shop, jti);

    expect(await accessAt(another, pass)).toBeNull();
    expect(await accessAt(another, good)).not.toBeNull();
  });

  test('and what is revoked is forgotten once it has expired by itself', async () => {
    const { id } = await gated();
    await byPassword(app, id);
    await app.database.prisma.accessPass.updateMany({ where: { campaignId: id }, data: { revokedAt: new Date() } });
    const left = () => app.database.prisma.revokedPass.count({ where: { campaignId: id } });
    await app.services.revoked.sweep();
    expect(await left()).toBe(1);

    await app.database.prisma.revokedPass.updateMany({ where: { campaignId: id }, data: { expiresAt: new Date() } });
    await app.services.revoked.sweep();

    expect(await left()).toBe(0);
  });
});

test('a process whose listener is cut off knows of a change after a while all the same', async () => {
  const productId = await aProduct(app, shop, 'Blue Bowl');
  const { id } = await gated({ productIds: [productId] });
  const { pass } = await byPassword(deaf, id);
  const { pass: revoked } = await byPassword(deaf, id);
  await Promise.all([accessAt(deaf, pass), accessAt(deaf, revoked)]);

  await app.database.prisma.earlyAccessCampaign.updateMany({ where: { shop, id }, data: { name: 'Spring drop' } });
  await app.database.prisma.productVariant.updateMany({ where: { shop, productId }, data: { price: '52.00' } });
  const jti = JSON.parse(Buffer.from(revoked.split('.')[1], 'base64url').toString()).jti;
  await app.services.passList.revoke(shop, jti);

  await expect.poll(() => campaignAt(deaf, id), { timeout: 5_000 }).toMatchObject({ name: 'Spring drop' });
  await expect.poll(() => accessAt(deaf, revoked), { timeout: 5_000 }).toBeNull();
  expect((await accessAt(deaf, pass)).products[0].price.amount).toBe('52.00');
});

test('counters alone make nobody read a campaign anew', async () => {
  const { id } = await gated();
  // That the campaign was made is told as well, and may be on its way still.
  await another.services.notices.catchUp();
  const known = await another.services.campaignReader.byId(id);
  await byPassword(app, id);
  const view = { shop, campaignId: id, at: new Date(), kind: 'VIEW', traits: UNKNOWN_VISITOR } as const;
  await app.services.happenings.record([view]);
  await another.services.notices.catchUp();

  expect(await another.services.campaignReader.byId(id)).toBe(known);
});

test('that a merchant was seen at work makes nobody read the shop’s campaigns anew', async () => {
  const { id } = await gated();
  await another.services.notices.catchUp();
  const known = await another.services.campaignReader.byId(id);
  const { shops } = app.services;
  const standing = await shops.standing(shop);
  if (standing === null) throw new Error('The shop is not known.');
  const at = new Date();
  await shops.seeInstalled(shop, standing, at);
  await another.services.notices.catchUp();

  expect(await another.services.campaignReader.byId(id)).toBe(known);
  expect(await shops.standing(shop)).toMatchObject({ seenInstalledAt: at });
});

test('of two hundred people who come at once to four processes exactly as many get in as there are places', async () => {
  const { id } = await gated();
  await app.database.prisma.earlyAccessCampaign.updateMany({ where: { shop, id }, data: { capacity: 30 } });
  await app.database.prisma.accessCode.updateMany({ where: { shop, campaignId: id }, data: { maxUses: 40 } });
  const doors = [app, another, deaf, await appOver(app.database)];

  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, person) => byPassword(doors[person % doors.length] ?? app, id)),
  );

  const kinds = answers.map(({ __typename }) => __typename);
  expect(kinds.filter((kind) => kind === 'GateOpened')).toHaveLength(30);
  expect(kinds.filter((kind) => kind === 'CampaignFull')).toHaveLength(170);
  const { totalPasses } = await app.database.prisma.earlyAccessCampaign.findFirstOrThrow({ where: { shop, id } });
  const code = await app.database.prisma.accessCode.findFirstOrThrow({ where: { shop, campaignId: id } });
  const rows = await app.database.prisma.accessPass.count({ where: { shop, campaignId: id } });
  expect([totalPasses, code.totalUses, rows]).toEqual([30, 30, 30]);
});
