import pino from 'pino';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ConnectionReader } from '../src/connection/connection.reader.ts';
import { ConnectionHealth } from '../src/connection/connection-health.ts';
import type { Database } from '../src/platform/database/database.ts';
import { profileByEmail } from '../src/stand-in/klaviyo/klaviyo-account.ts';
import { contactByEmail } from '../src/stand-in/omnisend/omnisend-account.ts';
import { KLAVIYO_TEST, OMNISEND_TEST, type TestStandIn, testStandIn } from '../src/stand-in/stand-in.fixture.ts';
import { ErasureStore } from '../src/sync/erasure/erasure.store.ts';
import { ErasureCounts } from '../src/sync/erasure/erasure-counts.ts';
import { ErasureRequests } from '../src/sync/erasure/erasure-requests.ts';
import { Erasures } from '../src/sync/erasure/erasures.ts';
import { ReceiptStore } from '../src/sync/receipts/receipt.store.ts';
import type { BatchRunner } from '../src/sync/worker/batch-runner.ts';
import { testDatabase } from './database.ts';
import { aScene, batchRunner, runBatch, SCENE_SEAL, type SyncScene, sceneDestinations, signUp } from './sync-scene.ts';

const DAY = 86_400_000;

let database: Database;
let standIn: TestStandIn;
let runner: BatchRunner;
let erasures: Erasures;

beforeAll(async () => {
  database = await testDatabase();
  standIn = await testStandIn();
  runner = batchRunner(database, standIn);
  erasures = new Erasures({
    store: new ErasureStore(database.prisma),
    connections: new ConnectionReader(database.prisma, SCENE_SEAL),
    health: new ConnectionHealth(database.prisma),
    destinations: sceneDestinations(standIn, 1500),
    seal: SCENE_SEAL,
    logger: pino({ enabled: false }),
  });
});

beforeEach(async () => {
  standIn.world.faults.clear();
  standIn.world.seen.forget();
  await database.prisma.erasure.deleteMany();
});

test('somebody at Klaviyo who is removed here is deleted there, and their address is forgotten here', async () => {
  const scene = await aScene(database, 'KLAVIYO');
  await removeSomebodySent(scene, 'gone@example.com');
  const account = standIn.world.klaviyo.get(KLAVIYO_TEST.id);
  expect(profileByEmail(account, 'gone@example.com')).not.toBeNull();
  await runWhenDue();
  standIn.world.settle();
  expect(profileByEmail(account, 'gone@example.com')).toBeNull();
  expect(await theErasure()).toMatchObject({ sealedEmail: null, dueAt: null, doneAt: expect.any(Date) });
});

test('somebody at Omnisend who is removed here loses the tag there, and no other', async () => {
  const scene = await aScene(database, 'OMNISEND');
  await removeSomebodySent(scene, 'gone@example.com');
  const contact = contactByEmail(standIn.world.omnisend.get(OMNISEND_TEST.id), 'gone@example.com');
  contact?.tags.push('other');
  await runWhenDue();
  standIn.world.settle();
  expect(contact?.tags).toEqual(['other']);
});

test('what is being sent, or was accepted just now, arrives before it is removed', async () => {
  const scene = await aScene(database, 'KLAVIYO');
  await removeSomebodySent(scene, 'gone@example.com');
  standIn.world.seen.forget();
  await erasures.runDue();
  expect(standIn.world.seen.exchanges).toEqual([]);
  expect(await theErasure()).toMatchObject({ doneAt: null, attempts: 0 });
});

test('who was leased for sending when they were removed is removed there as well', async () => {
  const scene = await aScene(database, 'KLAVIYO');
  const [id] = await signUp(database, scene, [{}]);
  await new ReceiptStore(database.prisma).claim(scene.shop, 'KLAVIYO', { send: 10, look: 10 });
  await remove(scene, id);
  expect(await theErasure()).toMatchObject({ destination: 'KLAVIYO', audience: scene.audience });
});

test('who was sent nowhere is removed nowhere', async () => {
  const scene = await aScene(database, 'KLAVIYO');
  const ids = await signUp(database, scene, [{}, { consents: false }]);
  await remove(scene, ids[0]);
  await runBatch(runner, scene);
  await remove(scene, ids[1]);
  expect(await database.prisma.erasure.count()).toBe(0);
});

test('the address of who is to be removed stands nowhere in the open', async () => {
  const scene = await aScene(database, 'KLAVIYO');
  await removeSomebodySent(scene, 'marker-gone@example.com');
  const rows = await database.prisma
    .$queryRaw`SELECT encode("sealedEmail", 'escape') AS sealed, e::text FROM "Erasure" e`;
  expect(JSON.stringify(rows)).not.toContain('marker-gone');
});

describe('a vendor that does not answer', () => {
  test('is asked again, and the others of the connection wait without being tried', async () => {
    const scene = await aScene(database, 'KLAVIYO');
    await removeSomebodySent(scene, 'one@example.com');
    await removeSomebodySent(scene, 'two@example.com');
    standIn.world.faults.add({ kind: 'STATUS', status: 503, times: 1 });
    await runWhenDue();
    const rows = await database.prisma.erasure.findMany({ orderBy: { attempts: 'asc' } });
    expect(rows).toMatchObject([
      { attempts: 0, leasedUntil: null },
      { attempts: 1, leasedUntil: null, failingSince: expect.any(Date), doneAt: null },
    ]);
    await runWhenDue();
    expect(await database.prisma.erasure.count({ where: { doneAt: null } })).toBe(0);
  });

  test('for three days leaves the removal parked, and not forgotten', async () => {
    const scene = await aScene(database, 'KLAVIYO');
    await removeSomebodySent(scene, 'gone@example.com');
    standIn.world.faults.add({ kind: 'STATUS', status: 503 });
    await runWhenDue();
    await database.prisma.erasure.updateMany({ data: { failingSince: new Date(Date.now() - 3 * DAY - 1000) } });
    await runWhenDue();
    const erasure = await theErasure();
    expect(erasure).toMatchObject({ dueAt: null, doneAt: null, detail: expect.any(String) });
    expect(erasure.sealedEmail).not.toBeNull();
  });

  test('at one shop delays no other', async () => {
    const broken = await aScene(database, 'OMNISEND');
    const healthy = await aScene(database, 'KLAVIYO');
    await removeSomebodySent(broken, 'one@example.com');
    await removeSomebodySent(healthy, 'two@example.com');
    standIn.world.faults.add({ kind: 'HANG', vendor: 'omnisend' });
    await runWhenDue();
    const done = await database.prisma.erasure.findMany({ where: { doneAt: { not: null } } });
    expect(done).toMatchObject([{ shop: healthy.shop }]);
  });

  test('because its key is refused is paused, and the removal waits', async () => {
    const scene = await aScene(database, 'KLAVIYO');
    await removeSomebodySent(scene, 'gone@example.com');
    standIn.world.faults.add({ kind: 'STATUS', status: 401 });
    await runWhenDue();
    const connection = await database.prisma.connection.findFirstOrThrow({ where: { shop: scene.shop } });
    expect(connection.problem).toBe('KEY_REFUSED');
    standIn.world.seen.forget();
    await runWhenDue();
    expect(standIn.world.seen.exchanges).toEqual([]);
    expect(await theErasure()).toMatchObject({ doneAt: null, dueAt: expect.any(Date) });
  });
});

test('a key that may not remove anybody parks the removals with what it lacks, and goes on sending', async () => {
  const scene = await aScene(database, 'KLAVIYO');
  await removeSomebodySent(scene, 'one@example.com');
  await removeSomebodySent(scene, 'two@example.com');
  standIn.world.faults.add({ kind: 'STATUS', status: 403, endpoint: 'POST /api/data-privacy-deletion-jobs' });

  await runWhenDue();

  const connection = await database.prisma.connection.findFirstOrThrow({ where: { shop: scene.shop } });
  expect(connection).toMatchObject({ problem: null, retryAt: null });
  const words = { parked: 2, waiting: 0, parkedDetail: expect.stringContaining('data-privacy:write') };
  expect(await new ErasureCounts(database.prisma).list(scene.shop)).toMatchObject([words]);
  expect((await theErasure()).sealedEmail).not.toBeNull();
});

test('without a connection a removal waits for one', async () => {
  const scene = await aScene(database, 'KLAVIYO');
  await removeSomebodySent(scene, 'gone@example.com');
  await database.prisma.connection.deleteMany({ where: { shop: scene.shop } });
  await runWhenDue();
  expect(await theErasure()).toMatchObject({ doneAt: null, attempts: 0 });
});

test('two workers remove each person once', async () => {
  const scene = await aScene(database, 'KLAVIYO');
  for (let place = 0; place < 3; place += 1) await removeSomebodySent(scene, `gone-${place}@example.com`);
  standIn.world.seen.forget();
  await makeErasuresDue();
  await Promise.all([erasures.runDue(), erasures.runDue(), erasures.runDue()]);
  const deletions = standIn.world.seen.calls().filter(({ isWriting }) => isWriting);
  expect(deletions.reduce((sum, { calls, throttled }) => sum + calls - throttled, 0)).toBe(3);
  expect(await database.prisma.erasure.count({ where: { doneAt: null } })).toBe(0);
});

async function removeSomebodySent(scene: SyncScene, email: string): Promise<void> {
  const [id] = await signUp(database, scene, [{ email }]);
  await runBatch(runner, scene);
  standIn.world.settle();
  await remove(scene, id);
}

/** As the room `signup` does it, in one transaction. */
async function remove({ shop }: SyncScene, id: string | undefined): Promise<void> {
  if (!id) throw new Error('There is nobody to remove.');
  await database.prisma.$transaction(async (transaction) => {
    await new ErasureRequests(SCENE_SEAL).ask(transaction, { shop, id });
    await transaction.signup.delete({ where: { shop_id: { shop, id } } });
  });
}

async function makeErasuresDue(): Promise<void> {
  await database.prisma.$executeRaw`
    UPDATE "Erasure" SET "dueAt" = statement_timestamp() - interval '1 s' WHERE "dueAt" IS NOT NULL`;
  await database.prisma.connection.updateMany({ data: { retryAt: null } });
}

async function runWhenDue(): Promise<void> {
  await makeErasuresDue();
  await erasures.runDue();
}

function theErasure() {
  return database.prisma.erasure.findFirstOrThrow();
}
