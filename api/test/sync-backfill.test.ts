import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KLAVIYO_TEST, type TestStandIn, testStandIn } from '../src/stand-in/stand-in.fixture.ts';
import { leave } from '../src/stand-in/vendor-people.ts';
import { createWorker, type Worker } from '../src/worker.ts';
import { type Ask, type TestApp, testApp } from './app.ts';
import { aSyncedCampaign, type SyncedCampaign, signUps } from './sync.ts';

const PANEL = `query ($id: ID!) {
  campaign(id: $id) { sync { summary { accepted onList skipped failed unsent waiting } } }
}`;
const HISTORY = `query ($id: ID!) { signups(campaignId: $id) { nodes { email receipts { attempts history { event } } } } }`;
const CONNECT = `mutation ($input: ConnectionSaveInput!) { connectionSave(input: $input) { userErrors { message } } }`;
const BACKFILL = 'mutation ($id: ID!) { syncBackfill(campaignId: $id, destination: KLAVIYO) { count } }';
const RETRY = 'mutation { syncRetry(input: { destination: KLAVIYO }) { count } }';
const DELETE = 'mutation ($id: ID!) { signupDelete(id: $id) { deletedSignupId } }';

let app: TestApp;
let standIn: TestStandIn;
let scene: SyncedCampaign;
let merchant: Ask;
let worker: Worker;

beforeAll(async () => {
  standIn = await testStandIn();
  app = await testApp({ KLAVIYO_URL: standIn.klaviyoUrl, OMNISEND_URL: standIn.omnisendUrl });
  scene = await aSyncedCampaign(app, { destinations: [] });
  await app.database.prisma.earlyAccessCampaign.updateMany({ data: { klaviyoListId: KLAVIYO_TEST.single } });
  merchant = await app.asTool(scene.shop);
  await signUps(app, scene, 2, { prefix: 'early', minutesAgo: 60 });
  await merchant(CONNECT, { input: { destination: 'KLAVIYO', key: KLAVIYO_TEST.key } });
  worker = createWorker({ ...app, logger: pino({ enabled: false }) }, app.services);
  await worker.start();
  afterAll(() => worker.stop(0));
});

async function panel() {
  const { data } = await merchant(PANEL, { id: scene.campaignId });
  return data.campaign.sync[0].summary;
}

function reach(state: 'accepted' | 'onList' | 'skipped', count: number): Promise<void> {
  return expect.poll(async () => (await panel())[state], { timeout: 20_000, interval: 200 }).toBe(count);
}

test('who signed up before the connection is sent when the merchant asks, and their history says so in order', async () => {
  expect(await panel()).toMatchObject({ unsent: 2, waiting: 0 });

  expect((await merchant(BACKFILL, { id: scene.campaignId })).data.syncBackfill).toEqual({ count: 2 });
  await reach('accepted', 2);

  const { data } = await merchant(HISTORY, { id: scene.campaignId });
  const history = [{ event: 'PLANNED' }, { event: 'SENT' }, { event: 'ACCEPTED' }];
  expect(data.signups.nodes[0].receipts).toEqual([{ attempts: 1, history }]);
});

test('sent again by hand, who is on the list is seen there, and who left is not brought back', async () => {
  const left = { vendor: 'klaviyo', accountId: KLAVIYO_TEST.id, email: 'early-1@example.com' } as const;
  expect(leave(standIn.world, left)).toBe(true);
  await app.database.prisma.receipt.updateMany({ data: { state: 'FAILED', reason: 'NOT_SEEN' } });

  expect((await merchant(RETRY)).data.syncRetry).toEqual({ count: 2 });
  await reach('skipped', 1);
  await reach('onList', 1);

  expect(standIn.world.seen.resubscribed).toEqual([]);
  expect(standIn.world.seen.violations).toEqual([]);
});

test('somebody who is removed here is removed there', async () => {
  const gone = await app.database.prisma.signup.findFirstOrThrow({ where: { email: 'early-2@example.com' } });
  // It was accepted a moment ago and may still arrive, so the removal would wait a minute.
  await app.database.prisma.receipt.updateMany({ data: { attemptedAt: null, acceptedAt: new Date(0) } });

  await merchant(DELETE, { id: gone.id });

  const done = () => app.database.prisma.erasure.findMany({ where: { doneAt: { not: null } } });
  await expect.poll(async () => (await done()).length, { timeout: 20_000, interval: 200 }).toBe(1);
  expect(await done()).toMatchObject([{ destination: 'KLAVIYO', sealedEmail: null }]);
  standIn.world.clock.advance(600_000);
  standIn.world.settle();
  const { idsByEmail } = standIn.world.klaviyo.get(KLAVIYO_TEST.id);
  expect([...idsByEmail.keys()]).toEqual(['early-1@example.com']);
});
