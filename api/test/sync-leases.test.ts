import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../src/platform/database/database.ts';
import { type Leased, ReceiptStore } from '../src/sync/receipts/receipt.store.ts';
import type { ReceiptResult } from '../src/sync/receipts/receipt.ts';
import { SettlementStore } from '../src/sync/receipts/settlement.store.ts';
import { testDatabase } from './database.ts';
import { aScene, type SyncScene, signUp } from './sync-scene.ts';

let database: Database;
let receipts: ReceiptStore;
let settlements: SettlementStore;

beforeAll(async () => {
  database = await testDatabase();
  receipts = new ReceiptStore(database.prisma);
  settlements = new SettlementStore(database.prisma);
});

async function aSceneWith(count: number): Promise<SyncScene> {
  const scene = await aScene(database, 'KLAVIYO');
  await signUp(
    database,
    scene,
    Array.from({ length: count }, () => ({})),
  );
  return scene;
}

const claim = ({ shop }: SyncScene, size = 1_000, store = receipts) =>
  store.claim(shop, 'KLAVIYO', { send: size, look: size });

/** Like `claim`, where something must be due. */
async function mustClaim(scene: SyncScene, size?: number): Promise<Leased> {
  const leased = await claim(scene, size);
  if (!leased) throw new Error('Nothing was due.');
  return leased;
}

const idsIn = (leased: Leased | null) => leased?.receipts.map(({ signupId }) => signupId) ?? [];

function accepted(signupId: string, differing: Partial<ReceiptResult> = {}): ReceiptResult {
  return {
    ...{ signupId, state: 'ACCEPTED', reason: null, detail: null, event: 'ACCEPTED', dueInMs: 30_000 },
    ...{ contactId: 'c1', countsAsAttempt: true, ...differing },
  };
}

/** Sends a whole batch, and says what came of each. */
async function settle(leased: Leased, differing: Partial<ReceiptResult> = {}): Promise<number> {
  const marked = new Set<string>();
  if (leased.purpose === 'SEND') await receipts.attemptsAt(leased, marked).markAttempted(idsIn(leased));
  return settlements.settle(
    leased,
    idsIn(leased).map((id) => accepted(id, differing)),
    marked,
  );
}

const rowsOf = ({ shop }: SyncScene) => database.prisma.receipt.findMany({ where: { shop } });

/** The worker that had it is no more, and its lease has run out. */
async function leaseRunsOut({ shop }: SyncScene): Promise<void> {
  await database.prisma.$executeRaw`
    UPDATE "Receipt" SET "leasedUntil" = statement_timestamp() - interval '1 second' WHERE shop = ${shop} AND lease IS NOT NULL`;
}

test('ten workers at once share 2,000 receipts, and none has two of them at once', async () => {
  const scene = await aSceneWith(2_000);
  await database.prisma.$executeRaw`ANALYZE`;
  const held = new Map<string, string>();
  const overlaps: string[] = [];
  const settled: number[] = [];
  const work = async () => {
    const store = new ReceiptStore(database.prisma);
    for (let leased = await claim(scene, 37, store); leased; leased = await claim(scene, 37, store)) {
      for (const id of idsIn(leased)) if (held.has(id)) overlaps.push(id);
      for (const id of idsIn(leased)) held.set(id, leased.lease);
      await pause(Math.random() * 5);
      for (const id of idsIn(leased)) held.delete(id);
      settled.push(await settle(leased, { dueInMs: null }));
    }
  };

  await Promise.all(Array.from({ length: 10 }, work));

  expect(overlaps).toEqual([]);
  expect(settled.reduce((sum, count) => sum + count, 0)).toBe(2_000);
  expect((await rowsOf(scene)).every(({ attempts, state }) => attempts === 1 && state === 'ACCEPTED')).toBe(true);
});

test('a batch is of one campaign, one audience and one purpose, sends before looks, and those that wait longest first', async () => {
  const scene = await aSceneWith(4);
  const [first, second, third, fourth] = (await rowsOf(scene)).map(({ signupId }) => signupId);
  const change = (id: string | undefined, data: object) =>
    database.prisma.receipt.updateMany({ where: { shop: scene.shop, signupId: id ?? '' }, data });
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
  await change(first, { dueAt: ago(100) });
  await change(second, { dueAt: ago(300), audience: 'LOTHER' });
  await change(third, { dueAt: ago(200), state: 'ACCEPTED' });
  await change(fourth, { dueAt: ago(50) });

  const batches = [await claim(scene), await claim(scene), await claim(scene), await claim(scene)];

  expect(batches.map(idsIn)).toEqual([[second], [first, fourth], [third], []]);
  expect(batches.map((batch) => batch?.purpose)).toEqual(['SEND', 'SEND', 'LOOK', undefined]);
});

test('what is not due yet is nobody’s', async () => {
  const scene = await aSceneWith(1);
  await settle(await mustClaim(scene), { dueInMs: 60_000 });
  expect(await claim(scene)).toBeNull();
});

describe('a worker that is killed', () => {
  test('between the vendor’s answer and its note leaves a receipt that says so, and the next attempt is its second', async () => {
    const scene = await aSceneWith(1);
    const first = await mustClaim(scene);
    await receipts.attemptsAt(first, new Set()).markAttempted(idsIn(first));
    expect(await claim(scene)).toBeNull();

    await leaseRunsOut(scene);
    const second = await mustClaim(scene);
    expect(second.receipts[0]).toMatchObject({ attempts: 1, state: 'SENDING', attemptedAt: expect.any(Date) });

    await settle(second);
    const [row] = await rowsOf(scene);
    expect(row).toMatchObject({ attempts: 2, attemptedAt: null, state: 'ACCEPTED', lease: null });
  });

  test('before it sent anything has attempted nothing', async () => {
    const scene = await aSceneWith(1);
    await mustClaim(scene);
    await leaseRunsOut(scene);
    expect((await mustClaim(scene)).receipts[0]).toMatchObject({ attempts: 0, attemptedAt: null });
  });

  test('holds its receipts up for twenty seconds at most', async () => {
    const scene = await aSceneWith(1);
    await mustClaim(scene);
    const [row] = await database.prisma.$queryRaw<{ seconds: number }[]>`
      SELECT extract(epoch FROM "leasedUntil" - statement_timestamp())::float8 AS seconds FROM "Receipt" WHERE shop = ${scene.shop}`;
    expect(row?.seconds).toBeLessThanOrEqual(20);
    expect(row?.seconds).toBeGreaterThan(10);
  });
});

describe('a worker that was thought dead', () => {
  test('may not send what somebody else has by now, and settles nothing of it', async () => {
    const scene = await aSceneWith(2);
    const late = await mustClaim(scene);
    await leaseRunsOut(scene);
    const next = await mustClaim(scene);

    expect(await receipts.attemptsAt(late, new Set()).markAttempted(idsIn(late))).toBe(false);
    expect(
      await settlements.settle(
        late,
        idsIn(late).map((id) => accepted(id)),
        new Set(),
      ),
    ).toBe(0);
    expect(await receipts.renew(late)).toBe(false);
    await receipts.release(late, 0);

    expect(await settle(next)).toBe(2);
    expect((await rowsOf(scene)).map(({ attempts }) => attempts)).toEqual([1, 1]);
  });

  test('keeps its receipts as long as it renews its lease', async () => {
    const scene = await aSceneWith(1);
    const leased = await mustClaim(scene);
    await database.prisma.$executeRaw`
      UPDATE "Receipt" SET "leasedUntil" = statement_timestamp() + interval '1 second' WHERE shop = ${scene.shop}`;
    expect(await receipts.renew(leased)).toBe(true);
    await pause(1_100);
    expect(await claim(scene)).toBeNull();
  });
});

test('a process whose clock is ten minutes off takes nothing early and leaves nothing behind', async () => {
  const scene = await aSceneWith(1);
  const real = Date.now;
  const leased = await mustClaim(scene);
  try {
    for (const minutes of [10, -10]) {
      Date.now = () => real() + minutes * 60_000;
      expect(await claim(scene)).toBeNull();
    }
    await settle(leased, { dueInMs: 0 });
    expect((await claim(scene))?.purpose).toBe('LOOK');
  } finally {
    Date.now = real;
  }
});

test('a receipt that is given back can be taken at once, and is still marked when it may have been sent', async () => {
  const scene = await aSceneWith(1);
  const leased = await mustClaim(scene);
  await receipts.attemptsAt(leased, new Set()).markAttempted(idsIn(leased));
  await receipts.release(leased, 0);

  expect((await rowsOf(scene))[0]).toMatchObject({ state: 'WAITING', lease: null });
  expect((await mustClaim(scene)).receipts[0]).toMatchObject({ attemptedAt: expect.any(Date), attempts: 1 });
});

describe('settling', () => {
  test('does not count an attempt that the vendor never saw', async () => {
    const scene = await aSceneWith(1);
    const waiting = { state: 'WAITING', event: null, countsAsAttempt: false, isFailing: true, dueInMs: 0 } as const;
    await settle(await mustClaim(scene), waiting);
    const [first] = await rowsOf(scene);
    expect(first).toMatchObject({ attempts: 0, attemptedAt: null, failingSince: expect.any(Date), acceptedAt: null });

    await settle(await mustClaim(scene), waiting);
    const [second] = await rowsOf(scene);
    expect(second?.failingSince).toEqual(first?.failingSince);
  });

  test('keeps the mark of an attempt whose end nobody knows', async () => {
    const scene = await aSceneWith(1);
    const unknown = { state: 'WAITING', event: 'FAILED', keepsAttempted: true, isFailing: true, dueInMs: 0 } as const;
    await settle(await mustClaim(scene), unknown);
    expect((await rowsOf(scene))[0]).toMatchObject({ attempts: 1, attemptedAt: expect.any(Date), state: 'WAITING' });
  });

  test('remembers the consent that was judged, and counts looks anew after each delivery', async () => {
    const scene = await aSceneWith(1);
    const leased = await mustClaim(scene);
    await settle(leased, { dueInMs: 0 });
    expect((await rowsOf(scene))[0]?.consentAt).toEqual(leased.receipts[0]?.person.consent?.givenAt);

    await settle(await mustClaim(scene), {
      event: 'AWAITING',
      state: 'AWAITING_CONFIRMATION',
      countsAsAttempt: false,
      dueInMs: 0,
    });
    await settle(await mustClaim(scene), { event: 'SEEN', state: 'ON_LIST', countsAsAttempt: false, dueInMs: 0 });
    expect((await rowsOf(scene))[0]).toMatchObject({ looks: 2, attempts: 1, seenAt: expect.any(Date) });
  });

  test('hurries what failed before once the vendor answers, and nothing else', async () => {
    const scene = await aSceneWith(2);
    const leased = await mustClaim(scene, 1);
    await settle(leased, {
      state: 'WAITING',
      event: null,
      isFailing: true,
      dueInMs: 3_600_000,
      countsAsAttempt: false,
    });
    await settle(await mustClaim(scene), { state: 'WAITING', event: null, dueInMs: 3_600_000 });

    await receipts.hurry(scene.shop, 'KLAVIYO');

    expect(idsIn(await claim(scene))).toEqual(idsIn(leased));
    expect(await claim(scene)).toBeNull();
  });

  test('leaves out who was deleted meanwhile', async () => {
    const scene = await aSceneWith(2);
    const leased = await mustClaim(scene);
    await database.prisma.signup.deleteMany({ where: { shop: scene.shop, id: idsIn(leased)[0] ?? '' } });
    expect(
      await settlements.settle(
        leased,
        idsIn(leased).map((id) => accepted(id)),
        new Set(),
      ),
    ).toBe(1);
  });
});

test('one shop’s worker never takes what is another’s', async () => {
  const [scene, other] = [await aSceneWith(1), await aSceneWith(1)];
  await settle(await mustClaim(scene));
  expect((await rowsOf(other))[0]).toMatchObject({ state: 'WAITING', lease: null, attempts: 0 });
});
