import { beforeAll, expect, test } from 'vitest';
import { type Ask, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';

const ARCHIVE = `mutation ($id: ID!) { change: campaignArchive(id: $id) { campaign { isActive status archivedAt } userErrors { code } } }`;
const UNARCHIVE = `mutation ($id: ID!) { change: campaignUnarchive(id: $id) { campaign { isActive status archivedAt } userErrors { code } } }`;
const ACTIVATE = `mutation ($id: ID!) { change: campaignActivate(id: $id) { campaign { isActive status archivedAt } userErrors { code } } }`;
const LIST = 'query ($isArchived: Boolean) { campaigns(isArchived: $isArchived) { totalCount nodes { id } } }';

let app: TestApp;
let shop: string;
let merchant: Ask;

beforeAll(async () => {
  app = await testApp();
  shop = await aShop(app);
  merchant = await app.asTool(shop);
});

const doTo = async (id: string, mutation: string) => (await merchant(mutation, { id })).data.change.campaign;

async function listed(isArchived?: boolean): Promise<string[]> {
  const { data } = await merchant(LIST, { isArchived });
  return data.campaigns.nodes.map(({ id }: { id: string }) => id);
}

async function atGate(id: string) {
  const { data } = await app.asVisitor()('query ($id: ID!) { campaign(id: $id) { status } }', { id });
  return data.campaign.status;
}

test('a campaign that is put away is paused, has ended for visitors, and is in the list of the archive alone', async () => {
  const { id } = await aCampaign(app, shop);

  const put = await doTo(id, ARCHIVE);

  expect(put).toEqual({ isActive: false, status: 'ENDED', archivedAt: expect.any(String) });
  expect(await atGate(id)).toBe('ENDED');
  expect(await listed()).not.toContain(id);
  expect(await listed(true)).toContain(id);
});

test('its passes open nothing, and nobody gets in any more', async () => {
  const { id } = await aCampaign(app, shop);
  const unlock = `mutation ($id: ID!) { gate: gateUnlockWithEmail(input: { campaignId: $id, email: "ada@example.com" }) { __typename ... on GateOpened { pass } } }`;
  const first = await app.asVisitor()(unlock, { id });

  await doTo(id, ARCHIVE);

  const second = await app.asVisitor()(unlock, { id });
  const { data } = await app.asVisitor()(`{ access(pass: "${first.data.gate.pass}") { expiresAt } }`);
  expect([second.data.gate.__typename, data.access]).toEqual(['CampaignNotOpen', null]);
});

test('taken out it is paused as before, with everybody in it', async () => {
  const { id } = await aCampaign(app, shop);
  await doTo(id, ARCHIVE);

  expect(await doTo(id, UNARCHIVE)).toEqual({ isActive: false, status: 'PAUSED', archivedAt: null });
  expect(await atGate(id)).toBe('PAUSED');
  expect(await listed()).toContain(id);
});

test('to activate it takes it out, and so does a form that is saved with it active', async () => {
  const [one, other] = [await aCampaign(app, shop), await aCampaign(app, shop)];
  await Promise.all([doTo(one.id, ARCHIVE), doTo(other.id, ARCHIVE)]);

  expect(await doTo(one.id, ACTIVATE)).toEqual({ isActive: true, status: 'LIVE', archivedAt: null });
  const save = `mutation ($id: ID!) { change: campaignUpdate(id: $id, input: { isActive: true }) { campaign { status archivedAt } } }`;
  expect(await doTo(other.id, save)).toEqual({ status: 'LIVE', archivedAt: null });
});

test('twice is once, and is noted once', async () => {
  const { id } = await aCampaign(app, shop);
  const first = await doTo(id, ARCHIVE);

  expect(await doTo(id, ARCHIVE)).toEqual(first);
  await doTo(id, UNARCHIVE);
  await doTo(id, UNARCHIVE);

  const actions = await app.database.prisma.campaignAction.findMany({
    where: { shop, campaignId: id },
    orderBy: { at: 'asc' },
  });
  expect(actions.map(({ kind }) => kind)).toEqual(['ARCHIVED', 'UNARCHIVED']);
});

test('the database itself keeps anybody from writing a campaign that is put away and active', async () => {
  const { id } = await aCampaign(app, shop);

  const write = app.database.prisma.earlyAccessCampaign.updateMany({ where: { id }, data: { archivedAt: new Date() } });

  await expect(write).rejects.toThrow(/archived_is_not_active/);
});

test('a copy of a campaign that is put away is none', async () => {
  const { id } = await aCampaign(app, shop);
  await doTo(id, ARCHIVE);

  const { data } = await merchant(
    'mutation ($id: ID!) { campaignDuplicate(id: $id) { campaign { status archivedAt } } }',
    { id },
  );

  expect(data.campaignDuplicate.campaign).toEqual({ status: 'DRAFT', archivedAt: null });
});
