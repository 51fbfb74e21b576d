import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/app.ts';
import { aShop } from '../../../test/builders.ts';
import {
  aConnection,
  aSyncedCampaign,
  chooseAudiences,
  giveConsent,
  receiptsOf,
  type SyncedCampaign,
  signUps,
} from '../../../test/sync.ts';
import { PlanStore } from './plan.store.ts';
import { Planner } from './planner.ts';

let app: TestApp;
let planner: Planner;
beforeAll(async () => {
  app = await testApp();
});
beforeEach(() => {
  planner = newPlanner();
});

/** That of a process that has just been started: it looks at everything. */
function newPlanner(): Planner {
  return new Planner(new PlanStore(app.database.prisma));
}

/** Passes until no walk is under way. */
async function plan(by = planner): Promise<void> {
  while ((await by.pass()) !== 'DONE');
}

async function askBackfill({ shop, campaignId }: SyncedCampaign, audience = 'LSINGLE'): Promise<void> {
  await app.database.prisma.backfill.create({ data: { shop, campaignId, destination: 'KLAVIYO', audience } });
}

async function settleAll(shop: string, data: object): Promise<void> {
  await app.database.prisma.receipt.updateMany({ where: { shop }, data: { dueAt: null, ...data } });
}

test('a sign-up gets a receipt at each destination that its campaign goes to, and one line of history', async () => {
  const campaign = await aSyncedCampaign(app, { destinations: ['KLAVIYO', 'OMNISEND'] });
  await plan();
  const [id = ''] = await signUps(app, campaign, 1);

  await plan();
  await plan();

  expect((await receiptsOf(app, campaign.shop)).get(id)).toMatchObject({ state: 'WAITING', audience: 'LSINGLE' });
  expect((await receiptsOf(app, campaign.shop, 'OMNISEND')).get(id)).toMatchObject({ audience: 'vip', attempts: 0 });
  const entries = await app.database.prisma.receiptEntry.findMany({ where: { signupId: id } });
  expect(entries.map(({ event }) => event)).toEqual(['PLANNED', 'PLANNED']);
});

test('a sign-up of a shop without a connection, or of a campaign without a list, gets none', async () => {
  const unconnected = await aSyncedCampaign(app, { destinations: [] });
  await chooseAudiences(app, unconnected.campaignId, ['KLAVIYO']);
  const unlisted = await aSyncedCampaign(app);
  await chooseAudiences(app, unlisted.campaignId, []);
  await signUps(app, unconnected, 1);
  await signUps(app, unlisted, 1);

  await plan();

  expect(await receiptsOf(app, unconnected.shop)).toHaveProperty('size', 0);
  expect(await receiptsOf(app, unlisted.shop)).toHaveProperty('size', 0);
});

test('who has to confirm an address first is planned once it is confirmed, also by a process whose clock is ten minutes slow', async () => {
  const campaign = await aSyncedCampaign(app, { trustLevel: 'CONFIRM_FIRST' });
  const [early = '', late = ''] = await signUps(app, campaign, 2, { minutesAgo: 0 });
  await app.database.prisma.signup.updateMany({
    where: { shop: campaign.shop },
    data: { createdAt: new Date(Date.now() - 20 * 60_000) },
  });
  await app.database.prisma.$executeRaw`
    UPDATE "EarlyAccessCampaign" SET "klaviyoListSince" = now() - interval '1 hour' WHERE shop = ${campaign.shop}`;
  await app.database.prisma.$executeRaw`
    UPDATE "Connection" SET "connectedAt" = now() - interval '1 hour' WHERE shop = ${campaign.shop}`;
  await plan();
  expect(await receiptsOf(app, campaign.shop)).toHaveProperty('size', 0);

  const confirm = (id: string, minutesAgo: number) =>
    app.database.prisma.signup.updateMany({
      where: { id },
      data: { confirmedAt: new Date(Date.now() - minutesAgo * 60_000) },
    });
  await confirm(early, 0);
  await plan();
  expect([...(await receiptsOf(app, campaign.shop)).keys()]).toEqual([early]);

  await confirm(late, 10);
  await plan(newPlanner());
  expect(await receiptsOf(app, campaign.shop)).toHaveProperty('size', 2);
});

describe('a connection that is made later', () => {
  test('gets later sign-ups by itself and earlier ones only when the merchant asks', async () => {
    const campaign = await aSyncedCampaign(app, { destinations: [] });
    await chooseAudiences(app, campaign.campaignId, ['KLAVIYO']);
    const [before = ''] = await signUps(app, campaign, 1, { prefix: 'before' });
    // Times are kept in whole milliseconds: what comes later has another one.
    await pause(5);
    await aConnection(app, campaign.shop, 'KLAVIYO');
    await pause(5);
    const [after = ''] = await signUps(app, campaign, 1, { prefix: 'after' });

    await plan();
    expect([...(await receiptsOf(app, campaign.shop)).keys()]).toEqual([after]);

    await askBackfill(campaign);
    await plan();
    expect([...(await receiptsOf(app, campaign.shop)).keys()].sort()).toEqual([before, after].sort());
  });

  test('does not answer a wish that was made for the one before', async () => {
    const campaign = await aSyncedCampaign(app);
    await signUps(app, campaign, 1);
    await askBackfill(campaign);
    await app.database.prisma.connection.deleteMany({ where: { shop: campaign.shop } });
    await aConnection(app, campaign.shop, 'KLAVIYO');

    await plan();

    expect(await receiptsOf(app, campaign.shop)).toHaveProperty('size', 0);
  });
});

describe('a list that is changed', () => {
  test('leaves receipts for the old one as they are until the merchant asks', async () => {
    const campaign = await aSyncedCampaign(app);
    const [id = ''] = await signUps(app, campaign, 1);
    await plan();
    await settleAll(campaign.shop, { state: 'ON_LIST', attempts: 1, seenAt: new Date(), consentAt: new Date() });
    await chooseAudiences(app, campaign.campaignId, ['KLAVIYO'], { KLAVIYO: 'LNEW', OMNISEND: '' });

    await plan(newPlanner());
    expect((await receiptsOf(app, campaign.shop)).get(id)).toMatchObject({ state: 'ON_LIST', audience: 'LSINGLE' });

    await askBackfill(campaign, 'LNEW');
    await plan();
    expect((await receiptsOf(app, campaign.shop)).get(id)).toMatchObject({
      ...{ state: 'WAITING', audience: 'LNEW', attempts: 0, seenAt: null },
      dueAt: expect.any(Date),
    });

    await settleAll(campaign.shop, { state: 'ON_LIST', consentAt: new Date() });
    await plan(newPlanner());
    expect((await receiptsOf(app, campaign.shop)).get(id)).toMatchObject({ state: 'ON_LIST', dueAt: null });
  });
});

describe('consent that is given later', () => {
  test.each([
    ['was skipped for want of it', { state: 'SKIPPED', reason: 'NO_CONSENT' }],
    ['had unsubscribed', { state: 'SKIPPED', reason: 'UNSUBSCRIBED', consentAt: new Date(Date.now() - 3_600_000) }],
    ['is on the list without it', { state: 'ON_LIST' }],
  ])('opens the receipt of somebody who %s again, once', async (_what, data) => {
    const campaign = await aSyncedCampaign(app);
    const [id = ''] = await signUps(app, campaign, 1, { acceptsMarketing: false });
    await plan();
    await settleAll(campaign.shop, data);
    await plan(newPlanner());
    expect((await receiptsOf(app, campaign.shop)).get(id)).toMatchObject({ state: data.state });

    await giveConsent(app, campaign.shop, id);
    await plan(newPlanner());

    expect((await receiptsOf(app, campaign.shop)).get(id)).toMatchObject({ state: 'WAITING', reason: null });
    await settleAll(campaign.shop, { ...data, consentAt: new Date(Date.now() + 1000) });
    await plan(newPlanner());
    expect((await receiptsOf(app, campaign.shop)).get(id)).toMatchObject({ state: data.state });
  });

  test('does not open one whose address the vendor refuses', async () => {
    const campaign = await aSyncedCampaign(app);
    const [id = ''] = await signUps(app, campaign, 1, { acceptsMarketing: false });
    await plan();
    await settleAll(campaign.shop, { state: 'FAILED', reason: 'ADDRESS_REFUSED' });
    await giveConsent(app, campaign.shop, id);

    await plan(newPlanner());

    expect((await receiptsOf(app, campaign.shop)).get(id)).toMatchObject({ state: 'FAILED' });
  });
});

test('a walk through more sign-ups than one step holds misses nobody and plans nobody twice', async () => {
  const campaign = await aSyncedCampaign(app, { destinations: [] });
  await chooseAudiences(app, campaign.campaignId, ['KLAVIYO']);
  await signUps(app, campaign, 3_000);
  await aConnection(app, campaign.shop, 'KLAVIYO');
  await askBackfill(campaign);

  await Promise.all([plan(), plan(newPlanner())]);

  expect(await receiptsOf(app, campaign.shop)).toHaveProperty('size', 3_000);
  expect(await app.database.prisma.receiptEntry.count({ where: { shop: campaign.shop } })).toBe(3_000);
});

test('a shop’s sign-ups go through its own connection alone', async () => {
  const connected = await aSyncedCampaign(app);
  const other = await aSyncedCampaign(app, { shop: await aShop(app, 'Other'), destinations: [] });
  await chooseAudiences(app, other.campaignId, ['KLAVIYO']);
  await signUps(app, connected, 1);
  await signUps(app, other, 1);

  await plan(newPlanner());

  expect(await receiptsOf(app, connected.shop)).toHaveProperty('size', 1);
  expect(await receiptsOf(app, other.shop)).toHaveProperty('size', 0);
});

test('a sign-up that is deleted while it is planned holds up no other', async () => {
  const campaign = await aSyncedCampaign(app);
  const [gone = '', staying = ''] = await signUps(app, campaign, 2);
  const deleting = app.database.prisma.$transaction(async (transaction) => {
    await transaction.signup.deleteMany({ where: { id: gone } });
    await pause(500);
  });
  await pause(100);

  await plan(newPlanner());
  await deleting;

  expect([...(await receiptsOf(app, campaign.shop)).keys()]).toEqual([staying]);
});
