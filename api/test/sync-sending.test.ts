import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../src/platform/database/database.ts';
import type { FaultWish } from '../src/stand-in/fault-plan.ts';
import { KLAVIYO_TEST, type TestStandIn, testStandIn } from '../src/stand-in/stand-in.fixture.ts';
import { clickConfirmation, leave, suppressPerson } from '../src/stand-in/vendor-people.ts';
import type { BatchRunner } from '../src/sync/batch-runner.ts';
import { testDatabase } from './database.ts';
import {
  aScene,
  batchRunner,
  consentAgain,
  historyOf,
  makeDue,
  receiptsOf,
  runBatch,
  type SyncScene,
  signUp,
  timePasses,
} from './sync-scene.ts';

let database: Database;
let standIn: TestStandIn;
let runner: BatchRunner;

beforeAll(async () => {
  database = await testDatabase();
  standIn = await testStandIn();
  runner = batchRunner(database, standIn);
});

beforeEach(() => {
  standIn.world.faults.clear();
  standIn.world.seen.forget();
});

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe.each(['KLAVIYO', 'OMNISEND'] as const)('%s', (destination) => {
  test('people are accepted, then seen on the list, then seen once more, and their history says so', async () => {
    const scene = await aScene(database, destination);
    const ids = await signUp(database, scene, [{}, {}]);
    await run(scene);
    expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'ACCEPTED', attempts: 1 }, { state: 'ACCEPTED' }]);
    await makeDue(database, scene);
    await run(scene);
    const [first] = await receiptsOf(database, ids);
    expect(first).toMatchObject({ state: 'ON_LIST', contactId: expect.any(String), attemptedAt: null });
    expect(dueInHours(first?.dueAt)).toBeLessThan(24);
    await makeDue(database, scene);
    await run(scene);
    expect(await receiptsOf(database, ids)).toMatchObject([
      { state: 'ON_LIST', dueAt: null },
      { state: 'ON_LIST', dueAt: null },
    ]);
    expect(await historyOf(database, ids[0] ?? '')).toEqual(['SENT', 'ACCEPTED', 'SEEN']);
    expect(standIn.world.seen.violations).toEqual([]);
  });

  test('who did not consent is skipped, and the vendor never hears of them', async () => {
    const scene = await aScene(database, destination);
    const ids = await signUp(database, scene, [{ consents: false }]);
    await run(scene);
    expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'SKIPPED', reason: 'NO_CONSENT', dueAt: null }]);
    expect(standIn.world.seen.exchanges).toEqual([]);
  });

  test('who did not consent joins without a subscription where the merchant wants that', async () => {
    const scene = await aScene(database, destination, { sendsWithoutConsent: true, audience: audienceOf(destination) });
    const ids = await signUp(database, scene, [{ consents: false }]);
    await run(scene);
    await makeDue(database, scene);
    await run(scene);
    expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'ON_LIST', consentAt: null }]);
    expect(standIn.world.seen.messages).toEqual([]);
  });

  test('a crowd’s sample is looked for at once, all others within the hour', async () => {
    const scene = await aScene(database, destination);
    const ids = await signUp(
      database,
      scene,
      Array.from({ length: 150 }, () => ({})),
    );
    await run(scene);
    const hours = (await receiptsOf(database, ids)).map(({ dueAt }) => dueInHours(dueAt));
    // As many as ten questions are about: a hundred people each at Klaviyo, where a hundred are enough, one at Omnisend.
    expect(hours.filter((hour) => hour < 0.05)).toHaveLength(destination === 'KLAVIYO' ? 100 : 10);
    expect(hours.every((hour) => hour < 1)).toBe(true);
  });

  test('what is to be sent goes before what is to be looked for, and looking stops for it', async () => {
    const scene = await aScene(database, destination);
    const ids = await signUp(
      database,
      scene,
      Array.from({ length: 50 }, () => ({})),
    );
    await run(scene);
    await makeDue(database, scene);
    const [late = ''] = await signUp(database, scene, [{}]);
    await run(scene);
    expect(await receiptsOf(database, [late])).toMatchObject([{ state: 'ACCEPTED' }]);
    await run(scene);
    const seen = (await receiptsOf(database, ids)).filter(({ state }) => state === 'ON_LIST');
    expect(seen).toHaveLength(destination === 'KLAVIYO' ? 50 : 20);
  });

  test.each([
    ['500', { kind: 'STATUS', status: 500 }, 'WAITING', 'UNREACHABLE', true],
    ['502', { kind: 'STATUS', status: 502 }, 'WAITING', 'UNREACHABLE', true],
    ['a redirect', { kind: 'REDIRECT' }, 'WAITING', 'UNREACHABLE', true],
    ['wrong JSON', { kind: 'MALFORMED' }, 'WAITING', 'UNREACHABLE', true],
    ['nothing', { kind: 'EMPTY' }, 'WAITING', 'UNREACHABLE', true],
    ['a cut answer', { kind: 'CUT' }, 'WAITING', 'UNREACHABLE', true],
    ['a hang', { kind: 'HANG' }, 'WAITING', 'UNREACHABLE', true],
    ['one byte at a time', { kind: 'SLOW' }, 'WAITING', 'UNREACHABLE', true],
    ['429 for long', { kind: 'THROTTLED', seconds: 30 }, 'WAITING', 'THROTTLED', false],
    ['401', { kind: 'STATUS', status: 401 }, 'WAITING', null, false],
    ['403', { kind: 'STATUS', status: 403 }, 'WAITING', null, false],
    ['410', { kind: 'STATUS', status: 410 }, 'WAITING', null, false],
  ] as const)('answers with %s: the receipt waits, and nothing is lost or sent twice', async (_name, ...row) => {
    const [fault, state, reason, isUnknown] = row;
    const scene = await aScene(database, destination);
    const ids = await signUp(database, scene, [{}]);
    standIn.world.faults.add(fault as FaultWish);
    await run(scene);
    const [receipt] = await receiptsOf(database, ids);
    expect(receipt).toMatchObject({ state, reason, attempts: isUnknown ? 1 : 0 });
    expect(receipt?.attemptedAt !== null).toBe(isUnknown);
    expect(receipt?.dueAt).not.toBeNull();
    expect(standIn.world.seen.followedRedirects).toBe(0);
    standIn.world.faults.clear();
    await recover(scene);
    expect(await receiptsOf(database, ids)).toMatchObject([
      { state: 'ON_LIST', failingSince: null, attemptedAt: null },
    ]);
  });

  test.each([
    ['401', 401, 'KEY_REFUSED'],
    ['403', 403, 'SCOPE_MISSING'],
    ['410', 410, 'VERSION_RETIRED'],
  ] as const)('%s pauses the connection, and nothing is tried until somebody acts', async (_name, status, problem) => {
    const scene = await aScene(database, destination);
    await signUp(database, scene, [{}]);
    standIn.world.faults.add({ kind: 'STATUS', status });
    await run(scene);
    const row = await database.prisma.connection.findFirstOrThrow({ where: { shop: scene.shop } });
    expect(row.problem).toBe(problem);
    standIn.world.seen.forget();
    await makeDue(database, scene);
    await run(scene);
    expect(standIn.world.seen.exchanges).toEqual([]);
  });

  test('one bad address holds up nobody else', async () => {
    const scene = await aScene(database, destination);
    const count = destination === 'KLAVIYO' ? 1000 : 100;
    const crowd = Array.from({ length: count }, (_none, place) =>
      place === 61 ? { email: `bad-${destination}@refused.example` } : {},
    );
    const ids = await signUp(database, scene, crowd);
    await run(scene);
    const receipts = await receiptsOf(database, ids);
    expect(receipts.filter(({ state }) => state === 'ACCEPTED')).toHaveLength(count - 1);
    expect(receipts[61]).toMatchObject({ state: 'FAILED', reason: 'ADDRESS_REFUSED', dueAt: null });
    expect(JSON.stringify(receipts.map(({ detail }) => detail))).not.toContain('refused.example');
  });

  test('one bad address holds up nobody who has to be read first', async () => {
    const scene = await aScene(database, destination);
    const ids = await signUp(database, scene, [
      { ageMs: DAY },
      { ageMs: DAY, email: 'not an address' },
      { ageMs: DAY },
    ]);
    await run(scene);
    const states = (await receiptsOf(database, ids)).map(({ state }) => state);
    expect(states).toEqual(['ACCEPTED', 'FAILED', 'ACCEPTED']);
  });

  test('what is accepted and never applied is looked for again, and then shown as not seen', async () => {
    const scene = await aScene(database, destination);
    const ids = await signUp(database, scene, [{}]);
    standIn.world.faults.add({ kind: 'NEVER_APPLIED' });
    await run(scene);
    standIn.world.faults.clear();
    for (let look = 0; look < 4; look += 1) {
      expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'ACCEPTED' }]);
      await makeDue(database, scene);
      await run(scene);
    }
    expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'FAILED', reason: 'NOT_SEEN', dueAt: null }]);
    expect(await historyOf(database, ids[0] ?? '')).toEqual(['SENT', 'ACCEPTED', 'NOT_SEEN']);
  });

  test('who leaves after having been seen is shown as having left, and is not sent again', async () => {
    const scene = await aScene(database, destination);
    const [email, ids] = await somebodyOnTheList(scene);
    leave(standIn.world, { vendor: scene.vendor, accountId: scene.accountId, email });
    await makeDue(database, scene);
    await run(scene);
    expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'SKIPPED', reason: 'UNSUBSCRIBED', dueAt: null }]);
    expect(standIn.world.seen.resubscribed).toEqual([]);
  });

  test('after three days of failures it is parked, and still there', async () => {
    const scene = await aScene(database, destination);
    const ids = await signUp(database, scene, [{}]);
    standIn.world.faults.add({ kind: 'STATUS', status: 503 });
    await run(scene);
    await timePasses(database, scene, 3 * DAY + MINUTE);
    await run(scene);
    expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'PARKED', reason: 'UNREACHABLE', dueAt: null }]);
  });

  describe('somebody who left between an attempt that did apply and its retry', () => {
    test.each([
      ['hung', { kind: 'APPLIED_THEN_HANG', times: 1 }],
      ['broke', { kind: 'APPLIED_THEN_RESET', times: 1 }],
      ['came back damaged', { kind: 'MALFORMED', times: 1 }],
    ] as const)('is not subscribed again where its answer %s', async (_name, fault) => {
      const scene = await aScene(database, destination);
      const email = anAddress();
      const ids = await signUp(database, scene, [{ email }]);
      standIn.world.faults.add({ ...fault, endpoint: subscribingEndpoint(destination) });
      await run(scene);
      expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'WAITING', attemptedAt: expect.any(Date) }]);
      expect(leave(standIn.world, { vendor: scene.vendor, accountId: scene.accountId, email })).toBe(true);
      await makeDue(database, scene);
      await run(scene);
      expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'SKIPPED', reason: 'UNSUBSCRIBED' }]);
      expect(standIn.world.seen.resubscribed).toEqual([]);
    });

    test('is not subscribed again where the worker died before it could write anything down', async () => {
      const scene = await aScene(database, destination);
      const email = anAddress();
      const ids = await signUp(database, scene, [{ email }]);
      await run(scene);
      await database.prisma.$executeRaw`
        UPDATE "Receipt" SET state = 'SENDING', "attemptedAt" = statement_timestamp(), "acceptedAt" = NULL,
               "dueAt" = statement_timestamp() WHERE shop = ${scene.shop}`;
      leave(standIn.world, { vendor: scene.vendor, accountId: scene.accountId, email });
      await run(scene);
      expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'SKIPPED', reason: 'UNSUBSCRIBED' }]);
      expect(standIn.world.seen.resubscribed).toEqual([]);
    });
  });

  test('who was on the list before the answer was lost is not sent again', async () => {
    const scene = await aScene(database, destination);
    const ids = await signUp(database, scene, [{}]);
    standIn.world.faults.add({ kind: 'APPLIED_THEN_RESET', times: 1, endpoint: lastEndpoint(destination) });
    await run(scene);
    const writing = standIn.world.seen.total(scene.vendor, 'WRITING');
    await makeDue(database, scene);
    await run(scene);
    expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'ON_LIST', attempts: 1 }]);
    expect(standIn.world.seen.total(scene.vendor, 'WRITING')).toBe(writing);
  });

  test('who left before, and consents anew, is subscribed', async () => {
    const scene = await aScene(database, destination);
    const [email, ids] = await somebodyOnTheList(scene);
    leave(standIn.world, { vendor: scene.vendor, accountId: scene.accountId, email });
    await consentAgain(database, scene, ids[0] ?? '');
    await sendAgain(scene);
    expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'ACCEPTED' }]);
    standIn.world.settle();
    expect(standIn.world.seen.resubscribed).toHaveLength(1);
  });

  test('who left after their only consent is skipped, whoever asks to send them', async () => {
    const scene = await aScene(database, destination);
    const [email, ids] = await somebodyOnTheList(scene);
    leave(standIn.world, { vendor: scene.vendor, accountId: scene.accountId, email });
    await sendAgain(scene);
    expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'SKIPPED', reason: 'UNSUBSCRIBED' }]);
    expect(standIn.world.seen.resubscribed).toEqual([]);
  });
});

describe('KLAVIYO alone', () => {
  test('a list that asks for confirmation: they are awaited until they click', async () => {
    const scene = await aScene(database, 'KLAVIYO', { audience: KLAVIYO_TEST.double });
    const email = anAddress();
    const ids = await signUp(database, scene, [{ email }]);
    await run(scene);
    await makeDue(database, scene);
    await run(scene);
    const [awaited] = await receiptsOf(database, ids);
    expect(awaited).toMatchObject({ state: 'AWAITING_CONFIRMATION', reason: null });
    expect(dueInHours(awaited?.dueAt)).toBeLessThan(0.2);
    clickConfirmation(standIn.world, { accountId: KLAVIYO_TEST.id, email, listId: KLAVIYO_TEST.double });
    await makeDue(database, scene);
    await run(scene);
    expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'ON_LIST', contactId: expect.any(String) }]);
    expect(await historyOf(database, ids[0] ?? '')).toEqual(['SENT', 'ACCEPTED', 'AWAITING', 'SEEN']);
  });

  test('who never confirms is looked for during thirty days, and stays awaited', async () => {
    const scene = await aScene(database, 'KLAVIYO', { audience: KLAVIYO_TEST.double });
    const ids = await signUp(database, scene, [{}]);
    await run(scene);
    let looks = 0;
    for (; looks < 100; looks += 1) {
      const [receipt] = await receiptsOf(database, ids);
      if (!receipt?.dueAt) break;
      await timePasses(database, scene, Math.max(0, receipt.dueAt.getTime() - Date.now()) + 1000);
      await run(scene);
    }
    expect(looks).toBeGreaterThan(30);
    expect(looks).toBeLessThan(40);
    expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'AWAITING_CONFIRMATION', dueAt: null }]);
  }, 60_000);

  test('who is suppressed is shown so, and who marked mail as spam is not cleared', async () => {
    const scene = await aScene(database, 'KLAVIYO');
    const [email, ids] = await somebodyOnTheList(scene);
    suppressPerson(standIn.world, { accountId: KLAVIYO_TEST.id, email, reason: 'SPAM_COMPLAINT' });
    await sendAgain(scene);
    expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'SKIPPED', reason: 'SUPPRESSED' }]);
    expect(standIn.world.seen.resubscribed).toEqual([]);
  });

  test('a list that is gone fails its people until another is chosen, and pauses nobody', async () => {
    const scene = await aScene(database, 'KLAVIYO', { audience: 'LGONE' });
    const ids = await signUp(database, scene, [{}, { ageMs: DAY }]);
    await run(scene);
    expect(await receiptsOf(database, ids)).toMatchObject([
      { state: 'FAILED', reason: 'AUDIENCE_GONE', dueAt: null },
      { state: 'FAILED', reason: 'AUDIENCE_GONE', dueAt: null },
    ]);
    const connection = await database.prisma.connection.findFirstOrThrow({ where: { shop: scene.shop } });
    expect(connection).toMatchObject({ problem: null, retryAt: null });
  });
});

test('neither key nor address stands in what is kept of a vendor’s words', async () => {
  const scene = await aScene(database, 'KLAVIYO');
  await signUp(database, scene, [{ email: 'marker-person@refused.example' }]);
  await run(scene);
  standIn.world.faults.add({ kind: 'STATUS', status: 500 });
  await signUp(database, scene, [{ email: 'marker-two@example.com' }]);
  await run(scene);
  const kept = await database.prisma.$queryRaw`SELECT detail FROM "Receipt" UNION ALL SELECT detail FROM "ReceiptEntry"
    UNION ALL SELECT "problemDetail" FROM "Connection"`;
  expect(JSON.stringify(kept)).not.toMatch(/marker/);
});

function run(scene: SyncScene): Promise<void> {
  standIn.world.settle();
  return runBatch(runner, scene);
}

/** As the merchant's hand puts a receipt back. */
async function sendAgain(scene: SyncScene): Promise<void> {
  await database.prisma.$executeRaw`
    UPDATE "Receipt" SET state = 'WAITING', "dueAt" = statement_timestamp() WHERE shop = ${scene.shop}`;
  await run(scene);
}

/** Runs until nothing is due, as after a vendor's recovery and the merchant's repair. */
async function recover(scene: SyncScene): Promise<void> {
  await database.prisma.connection.updateMany({ where: { shop: scene.shop }, data: { problem: null, failures: 0 } });
  for (let step = 0; step < 3; step += 1) {
    await makeDue(database, scene);
    await run(scene);
  }
}

async function somebodyOnTheList(scene: SyncScene): Promise<readonly [email: string, ids: string[]]> {
  const email = anAddress();
  const ids = await signUp(database, scene, [{ email, ageMs: 1000 }]);
  await run(scene);
  await makeDue(database, scene);
  await run(scene);
  expect(await receiptsOf(database, ids)).toMatchObject([{ state: 'ON_LIST' }]);
  standIn.world.seen.forget();
  return [email, ids];
}

let addresses = 0;

function anAddress(): string {
  addresses += 1;
  return `person-${addresses}@example.com`;
}

function audienceOf(destination: 'KLAVIYO' | 'OMNISEND'): string {
  return destination === 'KLAVIYO' ? KLAVIYO_TEST.single : 'vip';
}

function subscribingEndpoint(destination: 'KLAVIYO' | 'OMNISEND'): string {
  return destination === 'KLAVIYO' ? 'POST /api/profile-subscription-bulk-create-jobs' : 'POST /contacts';
}

function lastEndpoint(destination: 'KLAVIYO' | 'OMNISEND'): string {
  return destination === 'KLAVIYO' ? 'POST /api/profile-subscription-bulk-create-jobs' : 'POST /contacts/tags';
}

function dueInHours(dueAt: Date | null | undefined): number {
  return dueAt ? (dueAt.getTime() - Date.now()) / 3_600_000 : Number.NaN;
}
