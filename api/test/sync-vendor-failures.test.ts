import { describe, expect, test } from 'vitest';
import type { FaultWish } from '../src/stand-in/fault-plan.ts';
import { aScene, makeDue, receiptsOf, signUp, timePasses } from './sync-scene.ts';
import { syncStage } from './sync-stage.ts';

const stage = syncStage();
const DAY = 86_400_000;

/** What a receipt shows, and whether it may have been sent, for each way in which a vendor fails. */
const FAILURES: readonly [name: string, fault: FaultWish, reason: string | null, mayBeSent: boolean][] = [
  ['500', { kind: 'STATUS', status: 500 }, 'UNREACHABLE', true],
  ['502', { kind: 'STATUS', status: 502 }, 'UNREACHABLE', true],
  ['503', { kind: 'STATUS', status: 503 }, 'UNREACHABLE', true],
  ['504', { kind: 'STATUS', status: 504 }, 'UNREACHABLE', true],
  ['a redirect', { kind: 'REDIRECT' }, 'UNREACHABLE', true],
  ['wrong JSON', { kind: 'MALFORMED' }, 'UNREACHABLE', true],
  ['an empty body', { kind: 'EMPTY' }, 'UNREACHABLE', true],
  ['a cut answer', { kind: 'CUT' }, 'UNREACHABLE', true],
  ['a hang', { kind: 'HANG' }, 'UNREACHABLE', true],
  ['one byte at a time', { kind: 'SLOW' }, 'UNREACHABLE', true],
  ['429 for 30 seconds', { kind: 'THROTTLED', seconds: 30 }, 'THROTTLED', false],
  ['429 until a date', { kind: 'THROTTLED', seconds: 30, retryAfter: 'DATE' }, 'THROTTLED', false],
  ['429 without a time', { kind: 'THROTTLED', retryAfter: 'NONE' }, 'THROTTLED', false],
  ['401', { kind: 'STATUS', status: 401 }, null, false],
  ['403', { kind: 'STATUS', status: 403 }, null, false],
  ['410', { kind: 'STATUS', status: 410 }, null, false],
];

describe.each(['KLAVIYO', 'OMNISEND'] as const)('%s', (destination) => {
  test.each(FAILURES)('answers with %s: the receipt waits, and arrives once it is over', async (_name, ...row) => {
    const [fault, reason, mayBeSent] = row;
    const scene = await aScene(stage.database, destination);
    const ids = await signUp(stage.database, scene, [{}]);
    stage.standIn.world.faults.add(fault);
    await stage.runHastily(scene);
    const [receipt] = await receiptsOf(stage.database, ids);
    expect(receipt).toMatchObject({ state: 'WAITING', reason, attempts: mayBeSent ? 1 : 0 });
    expect(receipt?.attemptedAt !== null).toBe(mayBeSent);
    expect(receipt?.dueAt).not.toBeNull();
    expect(stage.standIn.world.seen.followedRedirects).toBe(0);
    await stage.recover(scene);
    const arrived = { state: 'ON_LIST', failingSince: null, attemptedAt: null };
    expect(await receiptsOf(stage.database, ids)).toMatchObject([arrived]);
  });

  test.each([
    [401, 'KEY_REFUSED'],
    [403, 'SCOPE_MISSING'],
    [410, 'VERSION_RETIRED'],
  ] as const)('%i pauses the connection, and nothing is tried until somebody acts', async (status, problem) => {
    const scene = await aScene(stage.database, destination);
    await signUp(stage.database, scene, [{}]);
    stage.standIn.world.faults.add({ kind: 'STATUS', status });
    await stage.run(scene);
    const row = await stage.database.prisma.connection.findFirstOrThrow({ where: { shop: scene.shop } });
    expect(row.problem).toBe(problem);
    stage.standIn.world.seen.forget();
    await stage.runDue(scene);
    expect(stage.standIn.world.seen.exchanges).toEqual([]);
  });

  test('after three days of failures it is parked, and still there', async () => {
    const scene = await aScene(stage.database, destination);
    const ids = await signUp(stage.database, scene, [{}]);
    stage.standIn.world.faults.add({ kind: 'STATUS', status: 503 });
    await stage.run(scene);
    await timePasses(stage.database, scene, 3 * DAY + 60_000);
    await stage.run(scene);
    const [receipt] = await receiptsOf(stage.database, ids);
    expect(receipt).toMatchObject({ state: 'PARKED', reason: 'UNREACHABLE', dueAt: null });
  });

  test('a look that fails takes nobody off the list, and is made again', async () => {
    const scene = await aScene(stage.database, destination);
    const { ids } = await stage.somebodyOnTheList(scene);
    const accepted = await signUp(stage.database, scene, [{}]);
    await stage.run(scene);
    stage.standIn.world.faults.add({ kind: 'STATUS', status: 503 });
    await stage.runDue(scene);
    expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'ON_LIST', reason: null }]);
    expect(await receiptsOf(stage.database, accepted)).toMatchObject([{ state: 'ACCEPTED', looks: 0 }]);
    await timePasses(stage.database, scene, 3 * DAY + 60_000);
    await makeDue(stage.database, scene);
    await stage.run(scene);
    expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'ON_LIST', reason: null, dueAt: null }]);
    expect(await receiptsOf(stage.database, accepted)).toMatchObject([{ state: 'PARKED', dueAt: null }]);
  });
});

test.each([
  ['KLAVIYO', 'GET /api/profiles'],
  ['OMNISEND', 'GET /contacts'],
] as const)(
  'whoever %s does not let us ask for is found by halves, and all others are read',
  async (destination, reads) => {
    const scene = await aScene(stage.database, destination);
    const { email } = await stage.somebodyOnTheList(scene);
    stage.leaves(scene, email);
    const another = await aScene(stage.database, destination);
    const old = { ageMs: 60_000 };
    const ids = await signUp(stage.database, another, [old, old, { ...old, email }, old]);
    stage.standIn.world.faults.add({ kind: 'STATUS', status: 400, times: 3, endpoint: reads });
    await stage.run(another);
    const receipts = await receiptsOf(stage.database, ids);
    expect(receipts.map(({ state }) => state)).toEqual(['FAILED', 'ACCEPTED', 'SKIPPED', 'ACCEPTED']);
    expect(receipts[0]).toMatchObject({ reason: 'ADDRESS_REFUSED', attempts: 0 });
  },
);

test('a reading that is throttled holds up only those who have to be read', async () => {
  const scene = await aScene(stage.database, 'KLAVIYO');
  const ids = await signUp(stage.database, scene, [{}, { ageMs: DAY }]);
  stage.standIn.world.faults.add({ kind: 'THROTTLED', seconds: 30, endpoint: 'GET /api/profiles' });
  await stage.run(scene);
  expect(await receiptsOf(stage.database, ids)).toMatchObject([
    { state: 'ACCEPTED' },
    { state: 'WAITING', reason: 'THROTTLED', attempts: 0 },
  ]);
});

test('a list that is gone fails its people until another is chosen, and pauses nobody', async () => {
  const scene = await aScene(stage.database, 'KLAVIYO', { audience: 'LGONE' });
  const ids = await signUp(stage.database, scene, [{}, { ageMs: DAY }]);
  await stage.run(scene);
  const failed = { state: 'FAILED', reason: 'AUDIENCE_GONE', dueAt: null };
  expect(await receiptsOf(stage.database, ids)).toMatchObject([failed, failed]);
  const connection = await stage.database.prisma.connection.findFirstOrThrow({ where: { shop: scene.shop } });
  expect(connection).toMatchObject({ problem: null, retryAt: null });
});

test('neither key nor address stands in what is kept of a vendor’s words', async () => {
  const scene = await aScene(stage.database, 'KLAVIYO');
  await signUp(stage.database, scene, [{ email: 'marker-person@refused.example' }]);
  await stage.run(scene);
  stage.standIn.world.faults.add({ kind: 'STATUS', status: 500 });
  await signUp(stage.database, scene, [{ email: 'marker-two@example.com' }]);
  await stage.run(scene);
  const kept = await stage.database.prisma.$queryRaw`SELECT detail FROM "Receipt" UNION ALL
    SELECT detail FROM "ReceiptEntry" UNION ALL SELECT "problemDetail" FROM "Connection"`;
  expect(JSON.stringify(kept)).not.toMatch(/marker/);
});
