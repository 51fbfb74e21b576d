import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLogger } from '../src/platform/logger.ts';
import { KLAVIYO_TEST, type TestStandIn, testStandIn } from '../src/stand-in/stand-in.fixture.ts';
import { createWorker, type Worker } from '../src/worker.ts';
import { type TestApp, testApp } from './app.ts';
import { aCampaign, aShop } from './builders.ts';
import { chooseAudiences, receiptsOf, type SyncedCampaign, signUps } from './sync.ts';

let standIn: TestStandIn;
let app: TestApp;
const running: Worker[] = [];

beforeAll(async () => {
  standIn = await testStandIn();
  app = await testApp({ KLAVIYO_URL: standIn.klaviyoUrl, OMNISEND_URL: standIn.omnisendUrl });
});

beforeEach(() => {
  standIn.world.faults.clear();
  standIn.world.seen.forget();
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((worker) => worker.stop(500)));
  expect(standIn.world.seen.violations).toEqual([]);
});

/** That of one more process. */
async function aWorker(): Promise<Worker> {
  const worker = createWorker({ database: app.database, logger: createLogger('silent') }, app.services);
  running.push(worker);
  await worker.start();
  return worker;
}

const accountOf = (name: string) => ({ klaviyo: `KL${name}`, omnisend: name.padEnd(24, '0') });

/** A shop that has connected both vendors, with accounts of its own, in the admin. */
async function aConnectedCampaign(name: string): Promise<SyncedCampaign> {
  const { klaviyo, omnisend } = accountOf(name);
  standIn.world.addKlaviyoAccount({ id: klaviyo, name, key: `pk_${name}_key` }).delayMs = 0;
  standIn.world.addKlaviyoList(klaviyo, { id: KLAVIYO_TEST.single, name: 'Newsletter', optIn: 'single_opt_in' });
  standIn.world.addOmnisendAccount({ id: omnisend, name, key: `omnisend-${name}-key` }).delayMs = 0;
  const shop = await aShop(app);
  const { id: campaignId } = await aCampaign(app, shop);
  const ask = await app.asTool(shop);
  for (const [destination, key] of [
    ['KLAVIYO', `pk_${name}_key`],
    ['OMNISEND', `omnisend-${name}-key`],
  ]) {
    const { data } = await ask(
      'mutation ($input: ConnectionSaveInput!) { connectionSave(input: $input) { userErrors { message } } }',
      { input: { destination, key } },
    );
    expect(data.connectionSave.userErrors).toEqual([]);
  }
  await chooseAudiences(app, campaignId, ['KLAVIYO', 'OMNISEND']);
  return { shop, campaignId };
}

async function signUpAtGate({ campaignId }: SyncedCampaign, email: string): Promise<void> {
  const input = { campaignId, email, acceptsMarketing: true };
  const { data } = await app.asVisitor()(
    'mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }',
    { input },
  );
  expect(data.gateUnlockWithEmail.__typename).toBe('GateOpened');
}

/** Waits until all receipts of the shop are in one of these states; there must be `count`. */
async function untilAll({ shop }: SyncedCampaign, states: readonly string[], count: number): Promise<void> {
  for (;;) {
    const receipts = await app.database.prisma.receipt.findMany({ where: { shop }, select: { state: true } });
    if (receipts.length === count && receipts.every(({ state }) => states.includes(state))) return;
    await pause(100);
  }
}

/** Time passes: what is due later is due now. */
async function hurry({ shop }: SyncedCampaign): Promise<void> {
  await app.database.prisma.$executeRaw`
    UPDATE "Receipt" SET "dueAt" = statement_timestamp() - interval '1 second' WHERE shop = ${shop} AND "dueAt" IS NOT NULL`;
}

test('a sign-up at the gate is on both lists, and its history tells how it got there', async () => {
  await aWorker();
  const campaign = await aConnectedCampaign('gate');

  await signUpAtGate(campaign, 'ada@example.com');
  await untilAll(campaign, ['ACCEPTED', 'ON_LIST'], 2);
  await hurry(campaign);
  await untilAll(campaign, ['ON_LIST'], 2);

  const [receipt] = [...(await receiptsOf(app, campaign.shop)).values()];
  expect(receipt).toMatchObject({ attempts: 1, attemptedAt: null, lease: null, contactId: expect.any(String) });
  const entries = await app.database.prisma.receiptEntry.findMany({
    where: { shop: campaign.shop, destination: 'KLAVIYO' },
    orderBy: { at: 'asc' },
  });
  expect(entries.map(({ event }) => event)).toEqual(['PLANNED', 'SENT', 'ACCEPTED', 'SEEN']);
});

test('two workers bring a crowd to both destinations, everybody once', async () => {
  await Promise.all([aWorker(), aWorker()]);
  const campaign = await aConnectedCampaign('crowd');

  await signUps(app, campaign, 250);
  await untilAll(campaign, ['ACCEPTED', 'ON_LIST'], 500);

  const { klaviyo, omnisend } = accountOf('crowd');
  standIn.world.settle();
  expect(standIn.world.klaviyo.get(klaviyo).lists.get(KLAVIYO_TEST.single)?.members.size).toBe(250);
  expect(standIn.world.omnisend.get(omnisend).contacts.size).toBe(250);
  const receipts = [...(await receiptsOf(app, campaign.shop)).values()];
  expect(receipts.every(({ attempts, lease }) => attempts === 1 && lease === null)).toBe(true);
  const sent = await app.database.prisma.receiptEntry.count({ where: { shop: campaign.shop, event: 'SENT' } });
  expect(sent).toBe(500);
});

test('who signs up one after the other, without a pause between them, is brought there together', async () => {
  await aWorker();
  const campaign = await aConnectedCampaign('stream');
  for (let person = 0; person < 100; person += 1) {
    await signUps(app, campaign, 1, { prefix: `p${person}` });
    await pause(30);
  }
  await untilAll(campaign, ['ACCEPTED', 'ON_LIST'], 200);

  const attempts = await app.database.prisma.receiptEntry.findMany({
    where: { shop: campaign.shop, destination: 'OMNISEND', event: 'SENT' },
    distinct: ['at'],
  });
  expect(attempts.length).toBeLessThanOrEqual(4);
});

test('a vendor that hangs for one shop is left with one batch of it, and holds up no other', async () => {
  const [stuck, well] = [await aConnectedCampaign('stuck'), await aConnectedCampaign('well')];
  for (const accountId of Object.values(accountOf('stuck'))) standIn.world.faults.add({ kind: 'HANG', accountId });
  await signUps(app, stuck, 500);
  await aWorker();
  await pause(1_500);

  await signUps(app, well, 20);
  await untilAll(well, ['ACCEPTED', 'ON_LIST'], 40);

  const stuckAtOmnisend = [...(await receiptsOf(app, stuck.shop, 'OMNISEND')).values()];
  expect(stuckAtOmnisend.every(({ state }) => state === 'SENDING' || state === 'WAITING')).toBe(true);
  const leases = new Set(stuckAtOmnisend.flatMap(({ lease }) => lease ?? []));
  expect(leases.size).toBeLessThanOrEqual(1);
  standIn.world.faults.clear();
});

test('a worker that is stopped gives back what it had not finished, and the next one goes on at once', async () => {
  const campaign = await aConnectedCampaign('stopped');
  for (const accountId of Object.values(accountOf('stopped'))) standIn.world.faults.add({ kind: 'HANG', accountId });
  const worker = await aWorker();
  await signUps(app, campaign, 5);
  await untilAll(campaign, ['SENDING'], 10);

  await worker.stop(0);

  const receipts = await app.database.prisma.receipt.findMany({ where: { shop: campaign.shop } });
  expect(receipts.every(({ lease, state }) => lease === null && state === 'WAITING')).toBe(true);
  standIn.world.faults.clear();
  await aWorker();
  await untilAll(campaign, ['ACCEPTED', 'ON_LIST'], 10);
});

test('a worker whose listening connection breaks, and that hears of nothing, still finds who signed up', async () => {
  await aWorker();
  const campaign = await aConnectedCampaign('deaf');
  await app.database.prisma.$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'vip-early-access-pass listener' AND datname = current_database()`;

  await signUps(app, campaign, 1);

  await untilAll(campaign, ['ACCEPTED', 'ON_LIST'], 2);
});

test('while sending is held nothing leaves, and what was planned goes out once it is released', async () => {
  const campaign = await aConnectedCampaign('held');
  await app.services.syncRooms.guard.isHeld();
  await app.services.syncRooms.guard.hold('A test holds it.');
  const before = standIn.world.seen.total('klaviyo');
  await aWorker();
  await signUps(app, campaign, 1);
  await untilAll(campaign, ['WAITING'], 2);
  await pause(1_500);
  expect(standIn.world.seen.total('klaviyo')).toBe(before);

  await app.services.syncRooms.guard.release();
  app.services.syncRooms.onChange();
  await untilAll(campaign, ['ACCEPTED', 'ON_LIST'], 2);
});
