import { beforeAll, expect, test } from 'vitest';
import { type Ask, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aProduct, aShop } from '../../test/builders.ts';

const GATE =
  'name description accessType status startsAt endsAt hasWaitingList showsEmailFirst consentText accentColor';
const BEFORE = `${GATE} texts { name text } shopName serverTime`;
const PREVIEW = `query ($id: ID!, $input: CampaignUpdateInput!, $at: DateTime!, $placesTaken: Int) {
  campaignPreview(id: $id, input: $input, at: $at, placesTaken: $placesTaken) {
    gate { ${BEFORE} } entries { way verdict expiresAt confirmBy } products { title variants { cartUrl } }
  }
}`;

const noon = '2026-11-27T12:00:00.000Z';
const before = '2026-11-27T11:59:59.999Z';

let app: TestApp;
let shop: string;
let merchant: Ask;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
  merchant = await app.asTool(shop);
});

interface Wish {
  readonly input?: Record<string, unknown>;
  readonly at?: string;
  readonly placesTaken?: number;
}

async function preview(id: string, { input = {}, at = noon, ...others }: Wish = {}) {
  const { data, errors } = await merchant(PREVIEW, { id, input, at, ...others });
  expect(errors).toBeUndefined();
  return data.campaignPreview;
}

test('what is saved is previewed as the public API tells it now', async () => {
  const { id } = await aCampaign(app, shop, { name: 'Winter drop', accessType: 'PASSWORD', password: 'first light' });

  const { gate } = await preview(id, { at: new Date().toISOString() });

  const { data } = await app.asVisitor()(`query ($id: ID!) { campaign(id: $id) { ${BEFORE} } }`, { id });
  expect({ ...gate, serverTime: null }).toEqual({ ...data.campaign, serverTime: null });
});

test('texts, colours and products that are not saved are shown, in their order, and saved nowhere', async () => {
  const [bowl, jug] = [await aProduct(app, shop, 'Blue Bowl'), await aProduct(app, shop, 'Grey Jug')];
  const { id } = await aCampaign(app, shop, { productIds: [bowl] });
  const kept = await app.database.prisma.earlyAccessCampaign.findFirstOrThrow({ where: { id } });

  const shown = await preview(id, {
    input: {
      ...{ name: 'Spring drop', accentColor: '#1A6B54', productIds: [jug, bowl] },
      texts: [{ name: 'emailIntro', text: 'Leave your address.' }],
    },
  });

  expect(shown.gate).toMatchObject({
    ...{ name: 'Spring drop', accentColor: '#1a6b54', serverTime: noon },
    texts: [{ name: 'emailIntro', text: 'Leave your address.' }],
  });
  expect(shown.products.map(({ title }: { title: string }) => title)).toEqual(['Grey Jug', 'Blue Bowl']);
  expect(await app.database.prisma.earlyAccessCampaign.findFirstOrThrow({ where: { id } })).toEqual(kept);
});

test('a draft that could not be saved is shown all the same', async () => {
  const { id } = await aCampaign(app, shop);

  const { gate } = await preview(id, {
    input: { name: '', endsAt: '2020-01-01T00:00:00.000Z', texts: [{ name: 'none' }] },
  });

  expect(gate).toMatchObject({ name: '', status: 'ENDED', texts: [] });
});

test.each([
  ['an instant before its window', { at: before }, 'SCHEDULED', 'NOT_OPEN'],
  ['the instant at which it opens', { at: noon }, 'LIVE', 'OPEN'],
  ['the instant at which it closes', { at: '2026-11-28T12:00:00.000Z' }, 'ENDED', 'NOT_OPEN'],
  ['a time at which all places are taken', { placesTaken: 5 }, 'FULL', 'FULL'],
  ['a pause', { input: { isActive: false } }, 'PAUSED', 'DENIED'],
] as const)('the judge of the gate says what is shown at %s', async (_what, wish, status, verdict) => {
  const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'first light' });
  const window = { startsAt: noon, endsAt: '2026-11-28T12:00:00.000Z', capacity: 5 };
  const { input = {}, ...when } = wish as Wish;

  const shown = await preview(id, { ...when, input: { ...window, ...input } });

  expect(shown.gate.status).toBe(status);
  expect(shown.entries).toMatchObject([{ way: 'PASSWORD', verdict }]);
});

test('each way says what comes of it, and until when the pass would be good', async () => {
  const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD_OR_EMAIL', password: 'first light' });
  const later = { trustLevel: 'CONFIRM_LATER', confirmWithinMinutes: 60, endsAt: '2026-11-28T12:00:00.000Z' };

  const confirmFirst = await preview(id, { input: { trustLevel: 'CONFIRM_FIRST', showsEmailFirst: true } });
  const confirmLater = await preview(id, { input: later });

  const said = (entries: { way: string; verdict: string }[]) => entries.map(({ way, verdict }) => `${way} ${verdict}`);
  expect(said(confirmFirst.entries)).toEqual(['EMAIL CONFIRM', 'PASSWORD OPEN']);
  expect(confirmLater.entries).toEqual([
    { way: 'PASSWORD', verdict: 'OPEN', expiresAt: '2026-11-28T12:00:00.000Z', confirmBy: null },
    { way: 'EMAIL', verdict: 'OPEN', expiresAt: '2026-11-27T13:00:00.000Z', confirmBy: '2026-11-27T13:00:00.000Z' },
  ]);
});

test('to look at it takes no place, counts no view and gives no pass', async () => {
  const { id } = await aCampaign(app, shop, { accessType: 'SECRET_LINK', productIds: [await aProduct(app, shop)] });

  const { entries, products } = await preview(id);

  const { prisma } = app.database;
  expect(entries).toMatchObject([{ way: 'LINK', verdict: 'OPEN' }]);
  expect(products[0].variants[0].cartUrl).not.toMatch(/ey[\w-]+\.ey/);
  expect(await prisma.earlyAccessCampaign.findFirstOrThrow({ where: { id } })).toMatchObject({
    ...{ totalViews: 0, totalPasses: 0, totalSignups: 0 },
  });
  expect(await prisma.accessPass.count({ where: { campaignId: id } })).toBe(0);
  expect(await prisma.happening.count({ where: { campaignId: id } })).toBe(0);
});
