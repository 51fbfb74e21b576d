import { beforeAll, expect, test } from 'vitest';
import { type Ask, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aProduct, aShop, endCampaign, type MadeCampaign } from '../../test/builders.ts';

const SETTINGS = `description accessType password productIds collectionIds klaviyoListId omnisendListId startsAt endsAt capacity
  trustLevel confirmWithinMinutes isGuestListOnly hasWaitingList showsEmailFirst hidesProducts consentText accentColor pictureUrl
  texts { name text }`;
const CREDENTIALS = `accessCodes { id name code maxUses totalUses expiresAt revokedAt }
  secretLinks { id name secret: hostedPageUrl maxUses totalUses expiresAt revokedAt }`;
const READ = `query ($id: ID!) { campaign(id: $id) { ${SETTINGS} ${CREDENTIALS} } }`;
const DUPLICATE = `mutation ($id: ID!, $includeGuestList: Boolean) {
  campaignDuplicate(id: $id, includeGuestList: $includeGuestList) {
    campaign { id name isActive status totalViews totalSignups totalPasses guestsCount
      signups { totalCount } passes { totalCount } waitingList { totalCount } ${SETTINGS} ${CREDENTIALS} }
    userErrors { field code }
  }
}`;
const UPDATE = `mutation ($id: ID!, $input: CampaignUpdateInput!) {
  campaignUpdate(id: $id, input: $input) { userErrors { field code } }
}`;
const ADD_CODE = `mutation ($id: ID!, $input: AccessCodeInput!) {
  accessCodeCreate(campaignId: $id, input: $input) { accessCode { id } userErrors { field code } }
}`;
const ADD_LINK = `mutation ($id: ID!, $input: SecretLinkInput!) {
  secretLinkCreate(campaignId: $id, input: $input) { secretLink { id } userErrors { field code } }
}`;
const UNLOCK = `mutation ($id: ID!, $password: String!) {
  gateUnlockWithPassword(input: { campaignId: $id, password: $password }) { __typename }
}`;
const FAR = '2099-01-01T00:00:00.000Z';

let app: TestApp;
let shop: string;
let merchant: Ask;
let original: MadeCampaign;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
  merchant = await app.asTool(shop);
  original = await aFullCampaign();
});

/** A campaign in which every setting is set, and everybody is who can be. */
async function aFullCampaign(): Promise<MadeCampaign> {
  const productIds = [await aProduct(app, shop)];
  const campaign = await aCampaign(app, shop, { accessType: 'PASSWORD_OR_EMAIL', password: 'first light', productIds });
  const { id } = campaign;
  const rules = {
    capacity: 50,
    isGuestListOnly: true,
    hasWaitingList: true,
    showsEmailFirst: true,
    hidesProducts: true,
    endsAt: FAR,
  };
  const look = { accentColor: '#1f5f5b', pictureUrl: 'https://shop.example/a.jpg', consentText: 'News, please.' };
  const trust = { trustLevel: 'CONFIRM_LATER', confirmWithinMinutes: 60 };
  const texts = [{ name: 'heading', text: 'Hello' }];
  const lists = { klaviyoListId: 'K1', omnisendListId: 'vip', description: 'Two days early.' };
  await merchant(UPDATE, { id, input: { ...rules, ...look, ...trust, ...lists, texts } });
  await merchant(ADD_CODE, { id, input: { name: 'Press', code: 'night train', maxUses: 5, expiresAt: FAR } });
  await merchant(ADD_LINK, { id, input: { name: 'Partners', maxUses: 9 } });
  await somePeople(id);
  return campaign;
}

async function somePeople(campaignId: string): Promise<void> {
  const { prisma } = app.database;
  await prisma.guest.createMany({
    data: ['ada@example.com', 'grace@example.com'].map((emailKey) => ({ shop, campaignId, emailKey })),
  });
  const waiting = { shop, campaignId, email: 'lin@example.com', emailKey: 'lin@example.com' };
  await prisma.waitingListEntry.create({ data: waiting });
  const visitor = app.asVisitor();
  await visitor(UNLOCK, { id: campaignId, password: 'night train' });
  const byEmail = { input: { campaignId, email: 'ada@example.com' } };
  await visitor('mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }', byEmail);
  await visitor('mutation ($id: ID!) { viewRecord(input: { campaignId: $id }) { __typename } }', { id: campaignId });
}

async function copyOf(id: string, includeGuestList?: boolean) {
  const { data } = await merchant(DUPLICATE, { id, ...(includeGuestList === undefined ? {} : { includeGuestList }) });
  return data.campaignDuplicate.campaign;
}

const withoutIdentity = ({ id, secret, totalUses, ...terms }: Record<string, unknown>) => terms;

test('a copy is a draft with every setting, text and product, in which nobody is', async () => {
  const copy = await copyOf(original.id);
  const { accessCodes, secretLinks, ...settings } = (await merchant(READ, { id: original.id })).data.campaign;

  expect(settings).toMatchObject({ capacity: 50, texts: [{ name: 'heading', text: 'Hello' }], klaviyoListId: 'K1' });
  expect(copy).toMatchObject({ ...settings, name: 'Copy of Winter drop', isActive: false, status: 'DRAFT' });
  expect(copy).toMatchObject({ totalViews: 0, totalSignups: 0, totalPasses: 0, guestsCount: 0 });
  for (const list of ['signups', 'passes', 'waitingList']) expect(copy[list]).toEqual({ totalCount: 0 });
});

test('the same codes open the copy, counted anew, and its links have the same names and other secrets', async () => {
  const before = (await merchant(READ, { id: original.id })).data.campaign;
  const copy = await copyOf(original.id);

  expect(before.accessCodes.map(({ totalUses }: { totalUses: number }) => totalUses)).toEqual([0, 1]);
  expect(copy.accessCodes.map(withoutIdentity)).toEqual(before.accessCodes.map(withoutIdentity));
  expect(copy.secretLinks.map(withoutIdentity)).toEqual(before.secretLinks.map(withoutIdentity));
  const secrets = [...before.secretLinks, ...copy.secretLinks].map(({ secret }: { secret: string }) => secret);
  expect(new Set(secrets).size).toBe(4);
  expect([...copy.accessCodes, ...copy.secretLinks].map(({ totalUses }) => totalUses)).toEqual([0, 0, 0, 0]);
  await merchant('mutation ($id: ID!) { campaignActivate(id: $id) { userErrors { code } } }', { id: copy.id });
  const { data } = await app.asVisitor('192.0.2.7')(UNLOCK, { id: copy.id, password: 'NIGHT train' });
  expect(data.gateUnlockWithPassword.__typename).toBe('GateOpened');
});

test('the guest list comes along when it is asked for, and stays where it was', async () => {
  const copy = await copyOf(original.id, true);

  expect(copy.guestsCount).toBe(2);
  expect(await app.database.prisma.guest.count({ where: { campaignId: original.id } })).toBe(2);
});

test('a guest list of more than one statement comes along whole', async () => {
  const { id } = await aCampaign(app, shop);
  const emailKeys = Array.from({ length: 5_001 }, (_, n) => `guest-${n}@example.com`);
  const data = emailKeys.map((emailKey) => ({ shop, campaignId: id, emailKey }));
  await app.database.prisma.guest.createMany({ data });

  const copy = await copyOf(id, true);

  const copied = await app.database.prisma.guest.findMany({ where: { campaignId: copy.id } });
  expect(copied.map(({ emailKey }) => emailKey).toSorted()).toEqual(emailKeys.toSorted());
});

test('what was revoked is left behind, and the copy still has a link', async () => {
  const { id } = await aCampaign(app, shop, { accessType: 'PASSWORD_OR_EMAIL', password: 'first light' });
  const { accessCodes, secretLinks } = (await merchant(READ, { id })).data.campaign;
  const revoke = `mutation ($code: ID!, $link: ID!) {
    accessCodeRevoke(id: $code) { userErrors { code } } secretLinkRevoke(id: $link) { userErrors { code } } }`;
  await merchant(revoke, { code: accessCodes[0].id, link: secretLinks[0].id });

  const copy = await copyOf(id);

  expect(copy.accessCodes).toEqual([]);
  expect(copy.secretLinks).toMatchObject([{ name: 'First', revokedAt: null }]);
});

test('the dates of a campaign that is over are left out: its copy can be activated as it is', async () => {
  const { id } = await aCampaign(app, shop, { name: 'x'.repeat(191) + '🎉'.repeat(4) });
  await endCampaign(app, id, new Date('2026-01-01T00:00:00Z'));

  const copy = await copyOf(id);

  expect(copy).toMatchObject({ startsAt: null, endsAt: null, status: 'DRAFT' });
  expect(copy.name).toBe(`Copy of ${'x'.repeat(191)}`);
});

test('a campaign that is not there has no copy', async () => {
  const { data } = await merchant(DUPLICATE, { id: '00000000-0000-7000-8000-000000000000' });

  expect(data.campaignDuplicate).toEqual({ campaign: null, userErrors: [{ field: ['id'], code: 'NOT_FOUND' }] });
});
