import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLogger } from '../src/platform/logger.ts';
import { KLAVIYO_TEST, type TestStandIn, testStandIn } from '../src/stand-in/stand-in.fixture.ts';
import { createWorker, type Worker } from '../src/worker.ts';
import { type TestApp, testApp } from './app.ts';
import { aCampaign, aShop } from './builders.ts';
import { chooseAudiences, receiptsOf, type SyncedCampaign } from './sync.ts';

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
  await Promise.all(running.splice(0).map((worker) => worker.stop(5_000)));
  expect(standIn.world.seen.violations).toEqual([]);
});

/** That of one more process. */
async function aWorker(): Promise<Worker> {
  const worker = createWorker({ database: app.database, logger: createLogger('silent') }, app.services);
  running.push(worker);
  await worker.start();
  return worker;
}

/** A shop that has connected both vendors, with accounts of its own, in the admin. */
async function aConnectedCampaign(name: string): Promise<SyncedCampaign> {
  const [klaviyo, omnisend] = [`KL${name}`, `${name.padEnd(24, '0')}`];
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

/** Waits until all receipts of the shop are in one of these states; gives how many are in each. */
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
    UPDATE "Receipt" SET "dueAt" = statement_timestamp() WHERE shop = ${shop} AND "dueAt" IS NOT NULL`;
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
