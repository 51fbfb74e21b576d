import { beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/app.ts';
import { aConnection, aSyncedCampaign, chooseAudiences, giveConsent, receiptsOf, signUps } from '../../../test/sync.ts';
import { PlanStore } from './plan.store.ts';
import { Planner } from './planner.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});

/** By a process that has just been started: it looks at everything. */
async function plan(): Promise<void> {
  const planner = new Planner(new PlanStore(app.database.prisma));
  while ((await planner.pass()) !== 'DONE');
}

async function settle(shop: string, data: object): Promise<void> {
  await app.database.prisma.receipt.updateMany({ where: { shop }, data: { dueAt: null, ...data } });
}

test('once another list was chosen, consent opens the receipt for that one, and not for the old one', async () => {
  const campaign = await aSyncedCampaign(app);
  const [id = ''] = await signUps(app, campaign, 1, { acceptsMarketing: false });
  await plan();
  await settle(campaign.shop, { state: 'ON_LIST', attempts: 1, seenAt: new Date() });
  await chooseAudiences(app, campaign.campaignId, ['KLAVIYO'], { KLAVIYO: 'LNEW', OMNISEND: '' });

  await giveConsent(app, campaign.shop, id);
  await plan();

  const reopened = { state: 'WAITING', audience: 'LNEW', attempts: 0, seenAt: null, dueAt: expect.any(Date) };
  expect((await receiptsOf(app, campaign.shop)).get(id)).toMatchObject(reopened);
});

test('consent from before another list was chosen opens no receipt for that one', async () => {
  const campaign = await aSyncedCampaign(app);
  const [id = ''] = await signUps(app, campaign, 1, { acceptsMarketing: false });
  await plan();
  await settle(campaign.shop, { state: 'SKIPPED', reason: 'NO_CONSENT' });
  await giveConsent(app, campaign.shop, id);
  await chooseAudiences(app, campaign.campaignId, ['KLAVIYO'], { KLAVIYO: 'LNEW', OMNISEND: '' });

  await plan();

  expect((await receiptsOf(app, campaign.shop)).get(id)).toMatchObject({ state: 'SKIPPED', audience: 'LSINGLE' });
});

test('consent opens no receipt where the campaign has no list any more', async () => {
  const campaign = await aSyncedCampaign(app);
  const [id = ''] = await signUps(app, campaign, 1, { acceptsMarketing: false });
  await plan();
  await settle(campaign.shop, { state: 'SKIPPED', reason: 'NO_CONSENT' });
  await chooseAudiences(app, campaign.campaignId, []);
  await giveConsent(app, campaign.shop, id);

  await plan();

  expect((await receiptsOf(app, campaign.shop)).get(id)).toMatchObject({ state: 'SKIPPED', dueAt: null });
});

test('consent makes nothing due where nobody is connected, nor by the next connection', async () => {
  const campaign = await aSyncedCampaign(app, { destinations: ['KLAVIYO', 'OMNISEND'] });
  const [id = ''] = await signUps(app, campaign, 1, { acceptsMarketing: false });
  await plan();
  await settle(campaign.shop, { state: 'SKIPPED', reason: 'NO_CONSENT' });
  await app.database.prisma.connection.deleteMany({ where: { shop: campaign.shop, destination: 'KLAVIYO' } });
  await giveConsent(app, campaign.shop, id);

  await plan();
  expect((await receiptsOf(app, campaign.shop)).get(id)).toMatchObject({ state: 'SKIPPED', dueAt: null });
  expect((await receiptsOf(app, campaign.shop, 'OMNISEND')).get(id)).toMatchObject({ state: 'WAITING' });

  await aConnection(app, campaign.shop, 'KLAVIYO');
  await plan();
  expect((await receiptsOf(app, campaign.shop)).get(id)).toMatchObject({ state: 'SKIPPED', dueAt: null });
});
