import { describe, expect, test } from 'vitest';
import { KLAVIYO_TEST } from '../src/stand-in/stand-in.fixture.ts';
import { Attempts } from '../src/sync/attempt/attempts.ts';
import { ReceiptStore } from '../src/sync/receipts/receipt.store.ts';
import { ReceiptRetry } from '../src/sync/receipts/receipt-retry.ts';
import { aScene, historyOf, makeDue, receiptsOf, SCENE_SETTINGS, sceneDestinations, signUp } from './sync-scene.ts';
import { syncStage } from './sync-stage.ts';

const stage = syncStage();
const DAY = 86_400_000;

describe.each(['KLAVIYO', 'OMNISEND'] as const)('%s', (destination) => {
  test('people are accepted, then seen on the list, then seen once more, and their history says so', async () => {
    const scene = await aScene(stage.database, destination);
    const ids = await signUp(stage.database, scene, [{}, {}]);
    await stage.run(scene);
    const accepted = await receiptsOf(stage.database, ids);
    expect(accepted).toMatchObject([{ state: 'ACCEPTED', attempts: 1 }, { state: 'ACCEPTED' }]);
    await stage.runDue(scene);
    const [first] = await receiptsOf(stage.database, ids);
    expect(first).toMatchObject({ state: 'ON_LIST', contactId: expect.any(String), attemptedAt: null });
    expect(dueInHours(first?.dueAt)).toBeLessThan(24);
    await stage.runDue(scene);
    const seen = { state: 'ON_LIST', dueAt: null };
    expect(await receiptsOf(stage.database, ids)).toMatchObject([seen, seen]);
    expect(await historyOf(stage.database, ids[0] ?? '')).toEqual(['SENT', 'ACCEPTED', 'SEEN']);
    expect(stage.standIn.world.seen.violations).toEqual([]);
  });

  test('who did not consent is skipped, and the vendor never hears of them', async () => {
    const scene = await aScene(stage.database, destination);
    const ids = await signUp(stage.database, scene, [{ consents: false }]);
    await stage.run(scene);
    const [receipt] = await receiptsOf(stage.database, ids);
    expect(receipt).toMatchObject({ state: 'SKIPPED', reason: 'NO_CONSENT', dueAt: null });
    expect(stage.standIn.world.seen.exchanges).toEqual([]);
  });

  test('who did not consent joins without a subscription where the merchant wants that', async () => {
    const scene = await aScene(stage.database, destination, { sendsWithoutConsent: true, sendsWelcomeMessage: true });
    const ids = await signUp(stage.database, scene, [{ consents: false }]);
    await stage.run(scene);
    await stage.runDue(scene);
    expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'ON_LIST', consentAt: null }]);
    expect(stage.standIn.world.seen.messages).toEqual([]);
  });

  test('a crowd’s sample is looked for at once, all others within the hour', async () => {
    const scene = await aScene(stage.database, destination);
    const crowd = Array.from({ length: 150 }, () => ({}));
    const ids = await signUp(stage.database, scene, crowd);
    await stage.run(scene);
    const hours = (await receiptsOf(stage.database, ids)).map(({ dueAt }) => dueInHours(dueAt));
    // As many as ten questions are about: a hundred people each at Klaviyo, where a hundred are enough, one at Omnisend.
    expect(hours.filter((hour) => hour < 0.05)).toHaveLength(destination === 'KLAVIYO' ? 100 : 10);
    expect(hours.every((hour) => hour < 1)).toBe(true);
  });

  test('what is to be sent goes before what is to be looked for, and looking stops for it', async () => {
    const scene = await aScene(stage.database, destination);
    const crowd = Array.from({ length: 50 }, () => ({}));
    const ids = await signUp(stage.database, scene, crowd);
    await stage.run(scene);
    await makeDue(stage.database, scene);
    const late = await signUp(stage.database, scene, [{}]);
    await stage.run(scene);
    expect(await receiptsOf(stage.database, late)).toMatchObject([{ state: 'ACCEPTED' }]);
    await stage.run(scene);
    const seen = (await receiptsOf(stage.database, ids)).filter(({ state }) => state === 'ON_LIST');
    expect(seen).toHaveLength(destination === 'KLAVIYO' ? 50 : 20);
  });

  test('one bad address holds up nobody else', async () => {
    const scene = await aScene(stage.database, destination);
    const count = destination === 'KLAVIYO' ? 1000 : 100;
    const crowd = Array.from({ length: count }, (_none, place) =>
      place === 61 ? { email: `bad-${destination}@refused.example` } : {},
    );
    const ids = await signUp(stage.database, scene, crowd);
    await stage.run(scene);
    const receipts = await receiptsOf(stage.database, ids);
    expect(receipts.filter(({ state }) => state === 'ACCEPTED')).toHaveLength(count - 1);
    expect(receipts[61]).toMatchObject({ state: 'FAILED', reason: 'ADDRESS_REFUSED', dueAt: null });
    expect(JSON.stringify(receipts.map(({ detail }) => detail))).not.toContain('refused.example');
  });

  test('one bad address holds up nobody who has to be read first', async () => {
    const scene = await aScene(stage.database, destination);
    const old = { ageMs: DAY };
    const ids = await signUp(stage.database, scene, [old, { ...old, email: 'not an address' }, old]);
    await stage.run(scene);
    const states = (await receiptsOf(stage.database, ids)).map(({ state }) => state);
    expect(states).toEqual(['ACCEPTED', 'FAILED', 'ACCEPTED']);
  });

  test('a worker that lost its lease sends nothing', async () => {
    const scene = await aScene(stage.database, destination);
    await signUp(stage.database, scene, [{}]);
    const store = new ReceiptStore(stage.database.prisma);
    const leased = await store.claim(scene.shop, destination, { send: 10, look: 10 });
    if (!leased) throw new Error('Nothing is due.');
    const account = { accountId: scene.accountId, key: scene.key };
    const connection = { ...SCENE_SETTINGS, shop: scene.shop, id: scene.connectionId, destination, account };
    const attempts = new Attempts(sceneDestinations(stage.standIn));
    const end = await attempts.run({ ...leased, connection }, { markAttempted: async () => false });
    expect(end.results).toEqual([]);
    expect(stage.standIn.world.seen.exchanges).toEqual([]);
  });
});

test('who is on the list already starts the flows of this campaign once', async () => {
  const scene = await aScene(stage.database, 'KLAVIYO', { sendsEvent: true });
  const { email } = await stage.somebodyOnTheList(scene);
  const another = await aScene(stage.database, 'KLAVIYO', { sendsEvent: true });
  await signUp(stage.database, another, [{ email, ageMs: DAY / 24 }]);
  await stage.run(another);
  await stage.sendAgain(another);
  stage.standIn.world.settle();
  const { events, idsByEmail } = stage.standIn.world.klaviyo.get(KLAVIYO_TEST.id);
  expect(events.filter(({ profileId }) => profileId === idsByEmail.get(email))).toHaveLength(2);
});

function dueInHours(dueAt: Date | null | undefined): number {
  return dueAt ? (dueAt.getTime() - Date.now()) / 3_600_000 : Number.NaN;
}

test.each([
  ['another one was chosen', { klaviyoListId: KLAVIYO_TEST.double }],
  ['it was cleared', { klaviyoListId: null }],
])(
  'who waits for a list is not sent there once %s, and by hand goes to the one that is chosen',
  async (_how, choice) => {
    const scene = await aScene(stage.database, 'KLAVIYO');
    const ids = await signUp(stage.database, scene, [{}]);
    const choose = (data: { klaviyoListId: string | null }) =>
      stage.database.prisma.earlyAccessCampaign.updateMany({ where: { shop: scene.shop }, data });
    await choose(choice);
    await stage.run(scene);
    expect(await receiptsOf(stage.database, ids)).toMatchObject([
      { state: 'FAILED', reason: 'AUDIENCE_GONE', attempts: 0, consentAt: null, dueAt: null },
    ]);
    expect(stage.standIn.world.seen.exchanges).toEqual([]);

    await choose({ klaviyoListId: KLAVIYO_TEST.double });
    const wish = {
      destination: 'KLAVIYO',
      campaignId: null,
      signupId: null,
      states: ['FAILED'],
      reason: null,
    } as const;
    await new ReceiptRetry(stage.database.prisma).retry(scene.shop, wish);
    await stage.run(scene);
    expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'ACCEPTED', audience: KLAVIYO_TEST.double }]);
  },
);

test('who was accepted for a list is still looked for there once it was cleared', async () => {
  const scene = await aScene(stage.database, 'KLAVIYO');
  const ids = await signUp(stage.database, scene, [{}]);
  await stage.run(scene);
  await stage.database.prisma.earlyAccessCampaign.updateMany({
    where: { shop: scene.shop },
    data: { klaviyoListId: null },
  });
  await stage.runDue(scene);
  expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'ON_LIST' }]);
});
