import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Ask, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aProduct, aShop } from '../../test/builders.ts';
import { statementCounter } from '../../test/statements.ts';

const ATTENTION = `{ attention { kind campaignName accessType count names totalUses maxUses } }`;
const SET_UP = '{ setUp { hasCatalog hasCampaign hasProducts hasConnection hasActivated hasPeople campaignId } }';
const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

let app: TestApp;
let shop: string;
let product: string;
let merchant: Ask;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  shop = await aShop(app);
  product = await aProduct(app, shop);
  merchant = await app.asTool(shop);
});

/** What needs attention, as `kind campaign`. */
async function attention(): Promise<string[]> {
  const { data } = await merchant(ATTENTION);
  return data.attention.map((item: { kind: string; campaignName: string }) => `${item.kind} ${item.campaignName}`);
}

/** A campaign on a product, live unless the fields say otherwise. */
const campaign = (name: string, fields = {}) => aCampaign(app, shop, { name, productIds: [product], ...fields });

async function accessCode(campaignId: string, input: object): Promise<void> {
  const { prisma } = app.database;
  const { accessCode: made } = await app.services.accessCodes.create({ shop, campaignId }, { name: 'Press' });
  await prisma.accessCode.updateMany({ where: { shop, id: made?.id ?? '' }, data: input });
}

describe('needs attention:', () => {
  test('nothing, where campaigns have products and somebody can get in', async () => {
    await campaign('By mail');
    await campaign('By password', { accessType: 'PASSWORD', password: 'first light' });
    await campaign('By link', { accessType: 'SECRET_LINK' });
    await campaign('Next week', { startsAt: inHours(24 * 7), productIds: [] });

    expect(await attention()).toEqual([]);
  });

  test('a campaign that is open, or opens within a day, and shows no product', async () => {
    await campaign('Empty', { productIds: [] });
    await campaign('Tomorrow', { productIds: [], startsAt: inHours(23) });
    await campaign('In two days', { productIds: [], startsAt: inHours(25) });
    const deleted = await campaign('Its product is gone', { productIds: [await aProduct(app, shop, 'Lost Cup')] });
    await app.database.prisma.product.deleteMany({ where: { shop, title: 'Lost Cup' } });

    expect(deleted.id).toBeTruthy();
    expect((await attention()).toSorted()).toEqual([
      'NO_PRODUCTS Empty',
      'NO_PRODUCTS Its product is gone',
      'NO_PRODUCTS Tomorrow',
    ]);
  });

  test('a product that a collection brings in is one', async () => {
    const { prisma } = app.database;
    const collection = await prisma.collection.create({ data: { shop, id: 'c1', handle: 'c1', title: 'Blue' } });
    const made = await campaign('By collection', { productIds: [] });
    const data = { collectionIds: [collection.id] };
    await prisma.earlyAccessCampaign.update({ where: { shop_id: { shop, id: made.id } }, data });
    expect(await attention()).toEqual(['NO_PRODUCTS By collection']);

    await prisma.collectionMembership.create({ data: { shop, collectionId: 'c1', productId: product, position: 1 } });

    expect(await attention()).toEqual([]);
  });

  test('a campaign into which nobody can get: its codes or links are gone, or its guest list is empty', async () => {
    const byCode = await campaign('By code', { accessType: 'PASSWORD', password: 'first light' });
    const byLink = await campaign('By link', { accessType: 'SECRET_LINK', startsAt: inHours(5) });
    const byGuests = await campaign('For guests', { isGuestListOnly: true });
    const { prisma } = app.database;
    await prisma.accessCode.updateMany({ where: { campaignId: byCode.id }, data: { revokedAt: new Date() } });
    // Good now, and no longer when the window begins.
    await prisma.secretLink.updateMany({ where: { campaignId: byLink.id }, data: { expiresAt: new Date(inHours(4)) } });

    expect((await attention()).toSorted()).toEqual(['NO_WAY_IN By code', 'NO_WAY_IN By link', 'NO_WAY_IN For guests']);

    await accessCode(byCode.id, {});
    await prisma.secretLink.updateMany({ where: { campaignId: byLink.id }, data: { expiresAt: null } });
    await prisma.guest.create({ data: { shop, campaignId: byGuests.id, emailKey: 'ada@example.com' } });
    expect(await attention()).toEqual([]);
  });

  test('a draft whose window is about to begin, or began today', async () => {
    await campaign('Soon', { isActive: false, startsAt: inHours(3) });
    await campaign('Just now', { isActive: false, startsAt: inHours(-3) });
    await campaign('Long ago', { isActive: false, startsAt: inHours(-48) });
    await campaign('Some day', { isActive: false });

    expect((await attention()).toSorted()).toEqual(['NOT_ACTIVATED Just now', 'NOT_ACTIVATED Soon']);
  });

  test('a campaign that is full, which is no fault of its ways in', async () => {
    const full = await campaign('Full', { capacity: 2, isGuestListOnly: true });
    const where = { shop_id: { shop, id: full.id } };
    await app.database.prisma.earlyAccessCampaign.update({ where, data: { totalPasses: 2 } });

    expect(await attention()).toEqual(['FULL Full']);
  });

  test('codes from four fifths of their uses on, used up and expired, each kind once for a campaign', async () => {
    const { id } = await campaign('Codes', { accessType: 'PASSWORD', password: 'first light' });
    await accessCode(id, { name: 'At 79', maxUses: 100, totalUses: 79 });
    await accessCode(id, { name: 'At 80', maxUses: 100, totalUses: 80 });
    await accessCode(id, { name: 'At 95', maxUses: 100, totalUses: 95 });
    await accessCode(id, { name: 'All', maxUses: 10, totalUses: 10 });
    await accessCode(id, { name: 'Over', expiresAt: new Date(inHours(-1)) });
    await accessCode(id, { name: 'For one', maxUses: 1, totalUses: 1 });
    await accessCode(id, { name: 'Revoked', maxUses: 10, totalUses: 10, revokedAt: new Date() });

    const { data } = await merchant(ATTENTION);

    const ofCodes = { campaignName: 'Codes', accessType: 'PASSWORD' };
    expect(data.attention).toEqual([
      { kind: 'USED_UP', ...ofCodes, count: 1, names: ['All'], totalUses: 10, maxUses: 10 },
      { kind: 'EXPIRED', ...ofCodes, count: 1, names: ['Over'], totalUses: 0, maxUses: null },
      { kind: 'NEARLY_USED_UP', ...ofCodes, count: 2, names: ['At 95', 'At 80'], totalUses: 95, maxUses: 100 },
    ]);
  });

  test('nothing of what is paused or has ended', async () => {
    const paused = await campaign('Paused', { productIds: [] });
    await merchant('mutation ($id: ID!) { campaignPause(id: $id) { userErrors { code } } }', { id: paused.id });
    await campaign('Ended', { productIds: [], endsAt: inHours(-1) });

    expect(await attention()).toEqual([]);
  });

  test('what keeps people out comes before what is good to know', async () => {
    const full = await campaign('Full', { capacity: 2 });
    const where = { shop_id: { shop, id: full.id } };
    await app.database.prisma.earlyAccessCampaign.update({ where, data: { totalPasses: 2 } });
    await campaign('Empty', { productIds: [] });
    await campaign('For guests', { isGuestListOnly: true });

    expect(await attention()).toEqual(['NO_WAY_IN For guests', 'NO_PRODUCTS Empty', 'FULL Full']);
  });
});

describe('a new shop is set up', () => {
  const done = async () => {
    const { campaignId: _, ...steps } = (await merchant(SET_UP)).data.setUp;
    return Object.entries(steps).flatMap(([step, isDone]) => (isDone ? [step] : []));
  };

  test('step by step, as the merchant goes', async () => {
    await app.database.prisma.product.deleteMany({ where: { shop } });
    expect(await done()).toEqual([]);
    product = await aProduct(app, shop);
    expect(await done()).toEqual(['hasCatalog']);
    const { id } = await campaign('First', { isActive: false, productIds: [] });
    expect(await done()).toEqual(['hasCatalog', 'hasCampaign']);
    const update =
      'mutation ($id: ID!, $input: CampaignUpdateInput!) { campaignUpdate(id: $id, input: $input) { userErrors { code } } }';
    await merchant(update, { id, input: { productIds: [product] } });
    expect(await done()).toEqual(['hasCatalog', 'hasCampaign', 'hasProducts']);
    await merchant(update, { id, input: { isActive: true } });
    await merchant(update, { id, input: { isActive: false } });
    expect(await done()).toEqual(['hasCatalog', 'hasCampaign', 'hasProducts', 'hasActivated']);
    await merchant(update, { id, input: { isActive: true } });
    await app.asVisitor()('mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }', {
      input: { campaignId: id, email: 'ada@example.com' },
    });
    expect(await done()).toEqual(['hasCatalog', 'hasCampaign', 'hasProducts', 'hasActivated', 'hasPeople']);
    const account = { accountId: 'A', accountName: 'A', keyEnding: 'abcd', sealedKey: new Uint8Array(40) };
    await app.database.prisma.connection.create({ data: { shop, destination: 'KLAVIYO', ...account } });
    expect(await done()).toHaveLength(6);
  });

  test('at its newest campaign', async () => {
    await campaign('Older');
    const { id } = await campaign('Newer');

    expect((await merchant(SET_UP)).data.setUp.campaignId).toBe(id);
  });
});

test('the first page costs as many statements with many campaigns as with one', async () => {
  const counter = await statementCounter(app, shop);
  const page = `{ shop { name } setUp { hasPeople } attention { kind } connections { status trouble { waiting failed } }
    live: campaigns(first: 6, filter: { statuses: [LIVE, FULL] }) { totalCount nodes { name totalViews } }
    upcoming: campaigns(first: 6, sortKey: STARTS_AT, filter: { statuses: [SCHEDULED] }) { totalCount nodes { name } } }`;
  await campaign('One', { productIds: [] });
  const withOne = await counter.statementsOf(page);
  for (const name of ['Two', 'Three', 'Four']) await campaign(name, { productIds: [] });
  for (const name of ['Five', 'Six']) await campaign(name, { startsAt: inHours(2) });

  expect(await counter.statementsOf(page)).toBe(withOne);
});
