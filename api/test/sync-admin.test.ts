import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Prisma } from '../../prisma/client/client.ts';
import { KLAVIYO_TEST, OMNISEND_TEST, type TestStandIn, testStandIn } from '../src/stand-in/stand-in.fixture.ts';
import { type Ask, type TestApp, testApp } from './app.ts';
import { aCampaign, aShop } from './builders.ts';
import { type StatementCounter, statementCounter } from './statements.ts';
import { aSyncedCampaign, chooseAudiences, type SyncedCampaign, signUps } from './sync.ts';

const SUMMARY =
  'total waiting sending accepted onList skipped failed parked unsent oldestWaitingSince reasons { state reason count }';
const PANEL = `query ($id: ID!) { campaign(id: $id) { sync { destination audience summary { ${SUMMARY} } } } }`;
const HISTORY = `query ($id: ID!) { signups(campaignId: $id) { nodes {
  email klaviyoSynced klaviyoContactId receipts { destination state reason attempts history { event } }
} } }`;
const RETRY = `mutation ($input: SyncRetryInput!) { syncRetry(input: $input) { count userErrors { field code } } }`;
const BACKFILL = `mutation ($id: ID!) {
  syncBackfill(campaignId: $id, destination: KLAVIYO) { count userErrors { field code } }
}`;
const CONNECT = `mutation ($input: ConnectionSaveInput!) { connectionSave(input: $input) { userErrors { message } } }`;

let app: TestApp;
let standIn: TestStandIn;
let scene: SyncedCampaign;
let merchant: Ask;

beforeAll(async () => {
  standIn = await testStandIn();
  app = await testApp({ KLAVIYO_URL: standIn.klaviyoUrl, OMNISEND_URL: standIn.omnisendUrl });
});

beforeEach(async () => {
  scene = await aSyncedCampaign(app);
  merchant = await app.asTool(scene.shop);
  // Klaviyo tells whose key it is fifteen times a minute only; time passes.
  await app.database.prisma.vendorBudget.deleteMany();
  standIn.world.clock.advance(60_000);
});

async function panel(ask = merchant, id = scene.campaignId) {
  const { data } = await ask(PANEL, { id });
  return data.campaign.sync[0].summary;
}

/** Receipts of these sign-ups as a worker left them. */
async function receipts(signupIds: readonly string[], left: Partial<Prisma.ReceiptCreateManyInput>): Promise<void> {
  const { shop, campaignId } = scene;
  const data = signupIds.map((signupId) => ({
    ...{ shop, campaignId, signupId, destination: 'KLAVIYO' as const, audience: KLAVIYO_TEST.single },
    ...{ dueAt: null, ...left },
  }));
  await app.database.prisma.receipt.createMany({ data });
}

async function retry(input: Record<string, unknown>) {
  const { data } = await merchant(RETRY, { input: { destination: 'KLAVIYO', ...input } });
  return data.syncRetry;
}

describe('the panel of a campaign', () => {
  test('counts every state, and why', async () => {
    const [one = '', two = '', three = '', four = ''] = await signUps(app, scene, 5);
    await receipts([one], { state: 'ON_LIST' });
    await receipts([two, three], { state: 'FAILED', reason: 'NOT_SEEN' });
    await receipts([four], { state: 'SKIPPED', reason: 'NO_CONSENT' });

    const counted = await panel();

    expect(counted).toMatchObject({ total: 5, onList: 1, failed: 2, skipped: 1, waiting: 1, unsent: 0, parked: 0 });
    expect(counted.reasons).toEqual(
      expect.arrayContaining([
        { state: 'FAILED', reason: 'NOT_SEEN', count: 2 },
        { state: 'SKIPPED', reason: 'NO_CONSENT', count: 1 },
      ]),
    );
  });

  test('says since when the oldest waits, before a worker has even looked', async () => {
    expect((await panel()).oldestWaitingSince).toBeNull();
    await signUps(app, scene, 1);
    const { waiting, oldestWaitingSince } = await panel();
    expect(waiting).toBe(1);
    expect(Math.abs(Date.now() - Date.parse(oldestWaitingSince))).toBeLessThan(60_000);
  });

  test('counts for the list that is chosen now: who is on another one is not on it', async () => {
    const ids = await signUps(app, scene, 3);
    await receipts(ids, { state: 'ON_LIST' });

    await chooseAudiences(app, scene.campaignId, ['KLAVIYO'], { KLAVIYO: 'LOTHER', OMNISEND: 'vip' });

    expect(await panel()).toMatchObject({ total: 0, onList: 0, unsent: 3 });
  });

  test('leaves out whose address is not proved where it must be', async () => {
    const careful = await aSyncedCampaign(app, { trustLevel: 'CONFIRM_FIRST' });
    await signUps(app, careful, 2);
    await signUps(app, careful, 1, { prefix: 'proved', isConfirmed: true });

    expect(await panel(await app.asTool(careful.shop), careful.campaignId)).toMatchObject({ total: 1, waiting: 1 });
  });

  test('knows both destinations also where nothing is connected or chosen', async () => {
    const shop = await aShop(app);
    const { id } = await aCampaign(app, shop);
    const { data } = await (await app.asTool(shop))(PANEL, { id });
    const empty = { audience: null, summary: expect.objectContaining({ total: 0, unsent: 0 }) };
    expect(data.campaign.sync).toEqual([
      { destination: 'KLAVIYO', ...empty },
      { destination: 'OMNISEND', ...empty },
    ]);
  });

  test('of a connection sums up its campaigns', async () => {
    const second = await aCampaign(app, scene.shop);
    await chooseAudiences(app, second.id, ['KLAVIYO']);
    await signUps(app, scene, 2);
    await signUps(app, { shop: scene.shop, campaignId: second.id }, 3);
    const { data } = await merchant('{ connections { sync { total waiting } } }');
    expect(data.connections).toEqual([{ sync: { total: 5, waiting: 5 } }]);
  });
});

describe('sending again', () => {
  test('takes what failed or was parked, and nothing else', async () => {
    const [failed = '', parked = '', skipped = '', there = ''] = await signUps(app, scene, 4);
    await receipts([failed], { state: 'FAILED', reason: 'NOT_SEEN', detail: 'x', attempts: 3 });
    await receipts([parked], { state: 'PARKED', reason: 'UNREACHABLE', failingSince: new Date(0) });
    await receipts([skipped], { state: 'SKIPPED', reason: 'UNSUBSCRIBED' });
    await receipts([there], { state: 'ON_LIST' });

    expect(await retry({})).toEqual({ count: 2, userErrors: [] });

    const rows = await app.database.prisma.receipt.findMany({ where: { shop: scene.shop, state: 'WAITING' } });
    expect(rows.map(({ signupId }) => signupId).toSorted()).toEqual([failed, parked].toSorted());
    for (const row of rows) {
      expect(row).toMatchObject({ reason: null, detail: null, failingSince: null, dueAt: expect.any(Date) });
    }
    expect(await retry({})).toEqual({ count: 0, userErrors: [] });
  });

  test('takes what was skipped for a single sign-up only', async () => {
    const [one = '', two = ''] = await signUps(app, scene, 2);
    await receipts([one, two], { state: 'SKIPPED', reason: 'UNSUBSCRIBED' });

    expect(await retry({ states: ['SKIPPED'] })).toMatchObject({ count: 0 });
    expect(await retry({ signupId: one, states: ['SKIPPED'] })).toMatchObject({ count: 1 });
  });

  test('of one reason or one campaign leaves the others', async () => {
    const [one = '', two = ''] = await signUps(app, scene, 2);
    await receipts([one], { state: 'FAILED', reason: 'NOT_SEEN' });
    await receipts([two], { state: 'FAILED', reason: 'AUDIENCE_GONE' });
    const other = await aCampaign(app, scene.shop);

    expect(await retry({ campaignId: other.id })).toMatchObject({ count: 0 });
    expect(await retry({ campaignId: scene.campaignId, reason: 'NOT_SEEN' })).toMatchObject({ count: 1 });
    expect(await panel()).toMatchObject({ waiting: 1, failed: 1 });
  });

  test('goes to the list that is chosen now, once the old one is gone', async () => {
    const ids = await signUps(app, scene, 1);
    await receipts(ids, { state: 'FAILED', reason: 'AUDIENCE_GONE', audience: 'LGONE' });

    await retry({});

    const row = await app.database.prisma.receipt.findFirstOrThrow({ where: { shop: scene.shop } });
    expect(row).toMatchObject({ audience: KLAVIYO_TEST.single, state: 'WAITING' });
  });

  test('leaves a receipt alone that a worker has in its hands', async () => {
    const ids = await signUps(app, scene, 1);
    await receipts(ids, { state: 'FAILED', leasedUntil: new Date(Date.now() + 60_000) });
    expect(await retry({})).toMatchObject({ count: 0 });
  });

  test('is refused where nobody is connected, for a later connection would send it unasked', async () => {
    await app.database.prisma.connection.deleteMany({ where: { shop: scene.shop } });
    expect(await retry({})).toEqual({
      count: 0,
      userErrors: [{ field: ['input', 'destination'], code: 'NOT_FOUND' }],
    });
  });

  test('of more than one statement takes says how many it was', async () => {
    await receipts(await signUps(app, scene, 1_001), { state: 'FAILED', reason: 'NOT_SEEN' });
    expect(await retry({})).toEqual({ count: 1_001, userErrors: [] });
  });
});

describe('removals', () => {
  const REMOVALS = '{ connections { removalsWaiting removalsParked } }';
  const removals = async () => (await merchant(REMOVALS)).data.connections[0];

  beforeEach(async () => {
    const asked = { shop: scene.shop, destination: 'KLAVIYO', audience: 'L1', sealedEmail: new Uint8Array(1) } as const;
    await app.database.prisma.erasure.createMany({
      data: [asked, { ...asked, dueAt: null }, { ...asked, dueAt: null, sealedEmail: null, doneAt: new Date() }],
    });
  });

  test('that wait, and that were given up, are seen at the connection', async () => {
    expect(await removals()).toEqual({ removalsWaiting: 1, removalsParked: 1 });
  });

  test('that were given up are taken up by sending all of it again, and by nothing less', async () => {
    await retry({ campaignId: scene.campaignId });
    expect(await removals()).toEqual({ removalsWaiting: 1, removalsParked: 1 });
    expect(await retry({})).toEqual({ count: 0, userErrors: [] });
    expect(await removals()).toEqual({ removalsWaiting: 2, removalsParked: 0 });
  });
});

describe('a back-fill', () => {
  test('is offered for sign-ups from before the connection, and taken up they wait', async () => {
    await signUps(app, scene, 3, { minutesAgo: 60 });
    await signUps(app, scene, 1, { prefix: 'later' });
    expect(await panel()).toMatchObject({ unsent: 3, waiting: 1, total: 1 });

    expect((await merchant(BACKFILL, { id: scene.campaignId })).data.syncBackfill).toEqual({
      count: 3,
      userErrors: [],
    });

    expect(await panel()).toMatchObject({ unsent: 0, waiting: 4, total: 4 });
    expect((await merchant(BACKFILL, { id: scene.campaignId })).data.syncBackfill.count).toBe(0);
  });

  test('is not remembered by a connection that is made later', async () => {
    await signUps(app, scene, 2, { minutesAgo: 60 });
    await merchant(BACKFILL, { id: scene.campaignId });

    await merchant('mutation { connectionDelete(destination: KLAVIYO) { deletedConnectionId } }');
    await merchant(CONNECT, { input: { destination: 'KLAVIYO', key: KLAVIYO_TEST.key } });

    expect(await panel()).toMatchObject({ unsent: 2, waiting: 0 });
  });

  test('is refused without a list, and without a connection', async () => {
    const bare = await aCampaign(app, scene.shop);
    const refused = { count: 0, userErrors: [{ field: ['destination'], code: 'NOT_FOUND' }] };
    expect((await merchant(BACKFILL, { id: bare.id })).data.syncBackfill).toEqual(refused);
    await app.database.prisma.connection.deleteMany({ where: { shop: scene.shop } });
    expect((await merchant(BACKFILL, { id: scene.campaignId })).data.syncBackfill).toEqual(refused);
  });
});

describe('disconnecting', () => {
  test('stops what is on its way, and what is known of each sign-up stays', async () => {
    const [waiting = '', there = ''] = await signUps(app, scene, 2);
    await receipts([waiting], { state: 'SENDING', dueAt: new Date(), lease: crypto.randomUUID() });
    await receipts([there], { state: 'ON_LIST', dueAt: new Date(), contactId: 'C1' });

    await merchant('mutation { connectionDelete(destination: KLAVIYO) { deletedConnectionId } }');

    const { data } = await merchant(HISTORY, { id: scene.campaignId });
    expect(data.signups.nodes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ klaviyoSynced: true, klaviyoContactId: 'C1' }),
        expect.objectContaining({ klaviyoSynced: false, receipts: [expect.objectContaining({ state: 'WAITING' })] }),
      ]),
    );
    const { prisma } = app.database;
    expect(
      await prisma.receipt.count({
        where: { shop: scene.shop, OR: [{ dueAt: { not: null } }, { lease: { not: null } }] },
      }),
    ).toBe(0);
  });

  test('another account of the vendor begins anew, and nothing meant for the old one goes there', async () => {
    await merchant(CONNECT, { input: { destination: 'OMNISEND', key: OMNISEND_TEST.key } });
    await chooseAudiences(app, scene.campaignId, ['OMNISEND']);
    const [id = ''] = await signUps(app, scene, 1);
    await receipts([id], { destination: 'OMNISEND', audience: 'vip', state: 'WAITING', dueAt: new Date() });
    standIn.world.addOmnisendAccount({ id: '5f92cbf10cf217478ba93562', name: 'Other', key: 'omnisend-other-key' });

    await merchant(CONNECT, { input: { destination: 'OMNISEND', key: 'omnisend-other-key' } });

    const { data } = await merchant(PANEL, { id: scene.campaignId });
    expect(data.campaign.sync[1].summary).toMatchObject({ total: 0, unsent: 1 });
    expect(await app.services.syncRooms.connectionReader.openAt(scene.shop, 'OMNISEND')).toMatchObject({
      account: { accountId: '5f92cbf10cf217478ba93562' },
    });
    expect(await app.database.prisma.receipt.findFirstOrThrow({ where: { signupId: id } })).toMatchObject({
      dueAt: null,
    });
  });
});

describe('a sign-up', () => {
  const onList = async () => {
    const { data } = await merchant(HISTORY, { id: scene.campaignId });
    const [{ klaviyoSynced, klaviyoContactId }] = data.signups.nodes;
    return { klaviyoSynced, klaviyoContactId };
  };

  beforeEach(async () => {
    const updatedAt = new Date(Date.now() + 1_000);
    await receipts(await signUps(app, scene, 1), { state: 'ON_LIST', contactId: 'C1', updatedAt });
  });

  test('is synced once it was seen on the list', async () => {
    expect(await onList()).toEqual({ klaviyoSynced: true, klaviyoContactId: 'C1' });
  });

  test('is not synced to a list that was chosen since', async () => {
    await chooseAudiences(app, scene.campaignId, ['KLAVIYO'], { KLAVIYO: 'LOTHER', OMNISEND: 'vip' });
    expect(await onList()).toEqual({ klaviyoSynced: false, klaviyoContactId: 'C1' });
  });

  test('is nobody to an account that was connected since', async () => {
    const data = { connectedAt: new Date(Date.now() + 60_000) };
    await app.database.prisma.connection.updateMany({ where: { shop: scene.shop }, data });
    expect(await onList()).toEqual({ klaviyoSynced: false, klaviyoContactId: null });
  });
});

describe('what does not get to a destination', () => {
  const TROUBLE = '{ connections { destination trouble { waiting waitingSince failed parked } } }';
  const troubleAt = async (wanted: string, ask = merchant) => {
    const { data } = await ask(TROUBLE);
    return data.connections.find(({ destination }: { destination: string }) => destination === wanted)?.trouble;
  };

  test('is counted apart from what arrived, is left out or cannot be helped', async () => {
    const [waiting = '', sending = '', parked = '', failed = '', refused = '', there = '', skipped = ''] =
      await signUps(app, scene, 7);
    const since = new Date(Date.now() - 3_600_000);
    await receipts([waiting], { state: 'WAITING', createdAt: since });
    await receipts([sending], { state: 'SENDING' });
    await receipts([parked], { state: 'PARKED', reason: 'UNREACHABLE' });
    await receipts([failed], { state: 'FAILED', reason: 'NOT_SEEN' });
    await receipts([refused], { state: 'FAILED', reason: 'ADDRESS_REFUSED' });
    await receipts([there], { state: 'ON_LIST' });
    await receipts([skipped], { state: 'SKIPPED', reason: 'NO_CONSENT' });

    const counted = { waiting: 2, waitingSince: since.toISOString(), failed: 1, parked: 1 };
    expect(await troubleAt('KLAVIYO')).toEqual(counted);
  });

  test('is nothing for a list that is chosen no more, and nothing of another shop', async () => {
    await receipts(await signUps(app, scene, 2), { state: 'FAILED', reason: 'NOT_SEEN' });
    const other = await aSyncedCampaign(app);
    const none = { waiting: 0, waitingSince: null, failed: 0, parked: 0 };
    expect(await troubleAt('KLAVIYO', await app.asTool(other.shop))).toEqual(none);

    await chooseAudiences(app, scene.campaignId, ['KLAVIYO'], { KLAVIYO: 'LOTHER', OMNISEND: 'vip' });

    expect(await troubleAt('KLAVIYO')).toEqual(none);
  });
});

describe('a page of many', () => {
  let statementsOf: StatementCounter['statementsOf'];

  beforeEach(async () => {
    ({ statementsOf } = await statementCounter(app, scene.shop));
  });

  test('costs as many statements as a page of one', async () => {
    const campaigns = await Promise.all([1, 2, 3].map(() => aCampaign(app, scene.shop)));
    for (const { id } of campaigns) await chooseAudiences(app, id, ['KLAVIYO']);
    const ids = await signUps(app, scene, 6);
    await receipts(ids, { state: 'ON_LIST' });
    const signups = (first: number) =>
      `{ signups(first: ${first}) { nodes { receipts { state history { event } } } } }`;
    const panels = (first: number) =>
      `{ campaigns(first: ${first}) { nodes { sync { summary { total } connection { status } } } } }`;

    expect(await statementsOf(signups(6))).toBe(await statementsOf(signups(1)));
    expect(await statementsOf(panels(4))).toBe(await statementsOf(panels(1)));
  });
});
