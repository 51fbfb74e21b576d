import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { KLAVIYO_TEST } from '../src/stand-in/stand-in.fixture.ts';
import { suppressPerson } from '../src/stand-in/vendor-people.ts';
import { aScene, consentAgain, makeDue, receiptsOf, signUp } from './sync-scene.ts';
import { syncStage } from './sync-stage.ts';

const stage = syncStage();
const LEFT = { state: 'SKIPPED', reason: 'UNSUBSCRIBED', dueAt: null };
/** The call that subscribes, and the last one of a delivery. */
const ENDPOINTS = {
  KLAVIYO: {
    subscribes: 'POST /api/profile-subscription-bulk-create-jobs',
    last: 'POST /api/profile-subscription-bulk-create-jobs',
    reads: 'GET /api/profiles',
  },
  OMNISEND: { subscribes: 'POST /contacts', last: 'POST /contacts/tags', reads: 'GET /contacts' },
};

describe.each(['KLAVIYO', 'OMNISEND'] as const)('%s', (destination) => {
  const endpoints = ENDPOINTS[destination];

  test.each([
    ['hung', { kind: 'APPLIED_THEN_HANG', times: 1 }],
    ['broke', { kind: 'APPLIED_THEN_RESET', times: 1 }],
    ['came back damaged', { kind: 'MALFORMED', times: 1 }],
  ] as const)(
    'who left between an attempt whose answer %s and its retry is not subscribed again',
    async (_how, fault) => {
      const scene = await aScene(stage.database, destination);
      const email = stage.anAddress();
      const ids = await signUp(stage.database, scene, [{ email }]);
      stage.standIn.world.faults.add({ ...fault, endpoint: endpoints.subscribes });
      await stage.runHastily(scene);
      expect(await receiptsOf(stage.database, ids)).toMatchObject([
        { state: 'WAITING', attemptedAt: expect.any(Date), attempts: 1 },
      ]);
      stage.leaves(scene, email);
      await stage.runDue(scene);
      expect(await receiptsOf(stage.database, ids)).toMatchObject([LEFT]);
      expect(stage.standIn.world.seen.resubscribed).toEqual([]);
    },
  );

  test('who left after a worker died before it could write anything down is not subscribed again', async () => {
    const scene = await aScene(stage.database, destination);
    const email = stage.anAddress();
    const ids = await signUp(stage.database, scene, [{ email }]);
    await stage.run(scene);
    await stage.database.prisma.$executeRaw`
      UPDATE "Receipt" SET state = 'SENDING', "attemptedAt" = statement_timestamp(), "acceptedAt" = NULL,
             attempts = 0, "dueAt" = statement_timestamp() - interval '1 second' WHERE shop = ${scene.shop}`;
    stage.leaves(scene, email);
    stage.standIn.world.faults.add({ kind: 'STATUS', status: 503, times: 1, endpoint: endpoints.reads });
    await stage.run(scene);
    expect(await receiptsOf(stage.database, ids)).toMatchObject([
      { state: 'WAITING', attemptedAt: expect.any(Date), attempts: 0 },
    ]);
    await stage.runDue(scene);
    expect(await receiptsOf(stage.database, ids)).toMatchObject([LEFT]);
    expect(stage.standIn.world.seen.resubscribed).toEqual([]);
  });

  test('who was on the list before the answer was lost is not sent again', async () => {
    const scene = await aScene(stage.database, destination);
    const ids = await signUp(stage.database, scene, [{}]);
    stage.standIn.world.faults.add({ kind: 'APPLIED_THEN_RESET', times: 1, endpoint: endpoints.last });
    await stage.run(scene);
    const writing = stage.standIn.world.seen.total(scene.vendor, 'WRITING');
    await stage.runDue(scene);
    expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'ON_LIST', attempts: 1 }]);
    expect(stage.standIn.world.seen.total(scene.vendor, 'WRITING')).toBe(writing);
  });

  test('who left before, and consents anew, is subscribed', async () => {
    const scene = await aScene(stage.database, destination);
    const { email, ids } = await stage.somebodyOnTheList(scene);
    stage.leaves(scene, email);
    // Times are kept in whole milliseconds: what comes later has another one.
    await pause(5);
    await consentAgain(stage.database, scene, ids[0] ?? '');
    await stage.sendAgain(scene);
    await stage.runDue(scene);
    expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'ON_LIST' }]);
    expect(stage.standIn.world.seen.resubscribed).toHaveLength(1);
  });

  test('who left after their only consent is skipped, whoever asks to send them', async () => {
    const scene = await aScene(stage.database, destination);
    const { email, ids } = await stage.somebodyOnTheList(scene);
    stage.leaves(scene, email);
    await stage.sendAgain(scene);
    expect(await receiptsOf(stage.database, ids)).toMatchObject([LEFT]);
    expect(stage.standIn.world.seen.resubscribed).toEqual([]);
  });

  test('who left and is signed up again without consent is not put on the list', async () => {
    const scene = await aScene(stage.database, destination);
    const { email } = await stage.somebodyOnTheList(scene);
    stage.leaves(scene, email);
    const other = await aScene(stage.database, destination, { sendsWithoutConsent: true });
    const ids = await signUp(stage.database, other, [{ email, consents: false, ageMs: 120_000 }]);
    await makeDue(stage.database, other);
    await stage.run(other);
    expect(await receiptsOf(stage.database, ids)).toMatchObject([LEFT]);
  });
});

test('who marked mail as spam is shown so, and not cleared', async () => {
  const scene = await aScene(stage.database, 'KLAVIYO');
  const { email, ids } = await stage.somebodyOnTheList(scene);
  suppressPerson(stage.standIn.world, { accountId: KLAVIYO_TEST.id, email, reason: 'SPAM_COMPLAINT' });
  await stage.sendAgain(scene);
  expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'SKIPPED', reason: 'SUPPRESSED' }]);
  expect(stage.standIn.world.seen.resubscribed).toEqual([]);
});
