import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { UNKNOWN_VISITOR } from '../src/analytics/visitor-traits.ts';
import { confirmByLink, timePasses } from '../src/confirmation/confirmation.fixture.ts';
import { createClaimRecorder } from '../src/gate/claim.recorder.ts';
import { PlanStore } from '../src/sync/plan/plan.store.ts';
import { Planner } from '../src/sync/plan/planner.ts';
import { ReceiptStore } from '../src/sync/receipts/receipt.store.ts';
import { type TestApp, testApp } from './app.ts';
import { aSyncedCampaign, receiptsOf, type SyncedCampaign } from './sync.ts';

const VISIT = 'mutation ($input: GateEmailInput!) { gateUnlockWithEmail(input: $input) { __typename } }';

let app: TestApp;
let campaign: SyncedCampaign;
/** Hers in each test is another one: only so many mails go to one address. */
let address: string;

beforeAll(async () => {
  app = await testApp();
});
beforeEach(() => {
  address = `ada-${randomUUID().slice(0, 8)}@example.com`;
});

/** Somebody types Ada's address at the gate, with or without a tick in the box; a mail may go out each time. */
async function visit({ ticks }: { ticks: boolean }): Promise<void> {
  await timePasses(app, { minutes: 2 });
  const input = { campaignId: campaign.campaignId, email: address, acceptsMarketing: ticks, consentText: 'News?' };
  await app.asVisitor()(VISIT, { input });
  await app.services.outgoing.settled();
}

/** Ada opens the link of the newest mail. */
async function confirm(): Promise<void> {
  const mail = app.services.mailbox?.list().find(({ to }) => to === address);
  const token = /\/confirm\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  expect(await confirmByLink(app, token)).toBe('GateOpened');
}

/** The consent with which Ada is sent now; null: she is to be sent without any, and is skipped; undefined: she is not to be sent. */
async function consentSent() {
  const planner = new Planner(new PlanStore(app.database.prisma));
  while ((await planner.pass()) !== 'DONE');
  const claimed = await new ReceiptStore(app.database.prisma).claim(campaign.shop, 'KLAVIYO', { send: 10, look: 10 });
  const consent = claimed?.receipts[0]?.person.consent;
  const end = consent ? ({ state: 'ON_LIST' } as const) : ({ state: 'SKIPPED', reason: 'NO_CONSENT' } as const);
  await app.database.prisma.receipt.updateMany({
    where: { shop: campaign.shop, lease: claimed?.lease ?? randomUUID() },
    data: { ...end, dueAt: null, lease: null, leasedUntil: null, consentAt: consent?.givenAt ?? null },
  });
  return consent;
}

function ada() {
  return app.database.prisma.signup.findFirstOrThrow({ where: { shop: campaign.shop, email: address } });
}

describe.each(['CONFIRM_FIRST', 'CONFIRM_LATER'])('where addresses are proved (%s)', (trustLevel) => {
  test('a stranger’s tick does not subscribe who confirmed without one', async () => {
    campaign = await aSyncedCampaign(app, { trustLevel });
    await visit({ ticks: false });
    await confirm();
    expect(await consentSent()).toBeNull();

    await visit({ ticks: true });

    expect(await consentSent()).toBeUndefined();
    const [receipt] = [...(await receiptsOf(app, campaign.shop)).values()];
    expect(receipt).toMatchObject({ state: 'SKIPPED', reason: 'NO_CONSENT' });
  });

  test('a stranger’s tick from before counts for nothing once its owner signs up without one and confirms', async () => {
    campaign = await aSyncedCampaign(app, { trustLevel });
    await visit({ ticks: true });
    await visit({ ticks: false });
    await confirm();

    expect(await consentSent()).toBeNull();
    expect(await ada()).toMatchObject({ acceptsMarketing: false });
  });

  test('a stranger’s tick counts for nothing either when its owner comes back without one and confirms again', async () => {
    campaign = await aSyncedCampaign(app, { trustLevel });
    await visit({ ticks: false });
    await confirm();
    expect(await consentSent()).toBeNull();
    await visit({ ticks: true });
    await visit({ ticks: false });
    await confirm();

    expect(await consentSent()).toBeUndefined();
    expect(await ada()).toMatchObject({ acceptsMarketing: false });
  });

  test('who comes back, ticks the box and confirms again is subscribed as confirmed', async () => {
    campaign = await aSyncedCampaign(app, { trustLevel });
    await visit({ ticks: false });
    await confirm();
    expect(await consentSent()).toBeNull();

    await visit({ ticks: true });
    await confirm();

    expect(await consentSent()).toMatchObject({ isConfirmed: true, text: 'News?' });
  });

  test('who ticked and confirmed once takes nothing back by coming again without a tick', async () => {
    campaign = await aSyncedCampaign(app, { trustLevel });
    await visit({ ticks: true });
    await confirm();
    await visit({ ticks: false });
    await confirm();

    expect(await consentSent()).toMatchObject({ isConfirmed: true });
    expect(await ada()).toMatchObject({ acceptsMarketing: true });
  });

  test('a tick that comes together with its owner’s proof is not proved by it', async () => {
    campaign = await aSyncedCampaign(app, { trustLevel });
    await visit({ ticks: false });
    const claim = createClaimRecorder(app.database.pipeline, app.services.happenings.write, () => {});
    const { shop, campaignId } = campaign;
    const proof = await app.services.signups.findForClaim(shop, (await ada()).id);
    if (!proof) throw new Error('Ada is gone.');
    const by = { shop, campaignId, by: 'email', isGuest: false, traits: UNKNOWN_VISITOR } as const;
    const somebodyElse = { ...proof, email: 'first@example.com', emailKey: 'first@example.com', isProof: false };
    const tick = { ...proof, acceptsMarketing: true, isProof: false };
    await Promise.all([
      // The first is on its way alone, and those behind it come together.
      claim({ ...by, placeId: randomUUID(), isConfirmed: false, signup: somebodyElse }),
      claim({ ...by, placeId: randomUUID(), isConfirmed: true, signup: proof }),
      claim({ ...by, placeId: randomUUID(), isConfirmed: false, signup: tick }),
    ]);

    expect((await ada()).confirmedAt).not.toBeNull();
    expect(await consentSent()).toBeNull();
  });
});

describe('a campaign that wants addresses proved no longer', () => {
  const wantNoMore = () =>
    app.database.prisma.earlyAccessCampaign.updateMany({
      where: { shop: campaign.shop },
      data: { trustLevel: 'INSTANT' },
    });

  test('sends nobody who was asked for a proof and gave none, until the address is given again', async () => {
    campaign = await aSyncedCampaign(app, { trustLevel: 'CONFIRM_FIRST' });
    await visit({ ticks: true });
    await wantNoMore();
    expect(await consentSent()).toBeUndefined();

    await visit({ ticks: true });

    expect(await consentSent()).toMatchObject({ isConfirmed: false });
  });

  test('sends as confirmed who confirms only then', async () => {
    campaign = await aSyncedCampaign(app, { trustLevel: 'CONFIRM_LATER' });
    await visit({ ticks: true });
    await wantNoMore();
    await confirm();

    expect(await consentSent()).toMatchObject({ isConfirmed: true });
  });

  test('counts no stranger’s tick from when it did', async () => {
    campaign = await aSyncedCampaign(app, { trustLevel: 'CONFIRM_FIRST' });
    await visit({ ticks: false });
    await confirm();
    await visit({ ticks: true });
    await wantNoMore();
    expect(await consentSent()).toBeNull();

    await visit({ ticks: false });

    expect(await consentSent()).toBeUndefined();
    expect(await ada()).toMatchObject({ acceptsMarketing: false });
  });
});

test('where nothing is proved, consent is sent as unconfirmed, and no visit without a tick takes it back', async () => {
  campaign = await aSyncedCampaign(app);
  await visit({ ticks: true });
  await visit({ ticks: false });

  expect(await consentSent()).toMatchObject({ isConfirmed: false });
});

test('a proof opens the receipt of whom an older tick was waiting for, at the next look at what is recent', async () => {
  campaign = await aSyncedCampaign(app, { trustLevel: 'CONFIRM_FIRST' });
  await visit({ ticks: false });
  await confirm();
  expect(await consentSent()).toBeNull();
  await visit({ ticks: true });
  await app.database.prisma.$executeRaw`
    UPDATE "Consent" SET "answeredAt" = "answeredAt" - interval '20 minutes' WHERE shop = ${campaign.shop}`;
  const store = new PlanStore(app.database.prisma);
  await confirm();

  await store.reopenRecent(await store.now(), 60_000);

  const [receipt] = [...(await receiptsOf(app, campaign.shop)).values()];
  expect(receipt).toMatchObject({ state: 'WAITING', reason: null });
});
