import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/app.ts';
import { aSyncedCampaign, signUps } from '../../../test/sync.ts';
import { PlanStore } from '../plan/plan.store.ts';
import { Planner } from '../plan/planner.ts';
import { DueStore } from './due.store.ts';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

const MINUTE = 60_000;

test('of a shop with somebody to send, those to be looked for are not told of, however long they wait', async () => {
  const { shop } = await aShopWith({ toLookFor: 5, toSend: 2 });
  const [due] = await dueOf(shop);

  expect(due).toMatchObject({ dueCount: 2 });
  expect(due?.dueInMs).toBeGreaterThan(-MINUTE);
});

test('of a shop with nobody to send, those to be looked for are told of', async () => {
  const { shop } = await aShopWith({ toLookFor: 5, toSend: 0 });
  const [due] = await dueOf(shop);

  expect(due).toMatchObject({ dueCount: 5 });
  expect(due?.dueInMs).toBeLessThan(-9 * MINUTE);
});

test('a sign-up that has no receipt yet counts as one that streams in', async () => {
  const campaign = await aShopWith({ toLookFor: 0, toSend: 1 });
  await app.database.prisma.$executeRaw`
    UPDATE "Receipt" SET "createdAt" = "createdAt" - interval '1 hour' WHERE shop = ${campaign.shop}`;
  await app.database.prisma.$executeRaw`
    UPDATE "Signup" SET "createdAt" = "createdAt" - interval '1 hour' WHERE shop = ${campaign.shop}`;
  const [quiet] = await dueOf(campaign.shop);
  expect(quiet?.quietMs).toBeGreaterThan(MINUTE);

  await signUps(app, campaign, 1, { prefix: 'just-now' });
  const [busy] = await dueOf(campaign.shop);
  expect(busy).toMatchObject({ dueCount: 1 });
  expect(busy?.quietMs).toBeLessThan(MINUTE);
});

/** Those to be looked for were due ten minutes ago, the others are due now. */
async function aShopWith({ toLookFor, toSend }: { toLookFor: number; toSend: number }) {
  const campaign = await aSyncedCampaign(app);
  const planner = new Planner(new PlanStore(app.database.prisma));
  await signUps(app, campaign, toLookFor, { prefix: 'look' });
  await planner.pass();
  await app.database.prisma.$executeRaw`
    UPDATE "Receipt" SET state = 'ACCEPTED', "consentAt" = statement_timestamp(),
           "dueAt" = statement_timestamp() - interval '10 minutes' WHERE shop = ${campaign.shop}`;
  await signUps(app, campaign, toSend, { prefix: 'send' });
  await planner.pass();
  return campaign;
}

async function dueOf(shop: string) {
  const due = await new DueStore(app.database.prisma).connections(1_000);
  return due.filter((connection) => connection.shop === shop);
}
