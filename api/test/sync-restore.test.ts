import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { createServices, type Services } from '../src/app.ts';
import { readConfig } from '../src/platform/config.ts';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { createLogger } from '../src/platform/logger.ts';
import { type TestStandIn, testStandIn } from '../src/stand-in/stand-in.fixture.ts';
import { leave } from '../src/stand-in/vendor-people.ts';
import { createWorker } from '../src/worker.ts';
import { testDatabase } from './database.ts';
import { aScene, batchRunner, receiptsOf, runBatch, SCENE_APP_KEY, signUp } from './sync-scene.ts';

const DAY = 86_400_000;
/** What a dump holds of them, in an order in which it can be brought back. */
const TABLES = [
  'Shop',
  'EarlyAccessCampaign',
  'Signup',
  'Consent',
  'Connection',
  'Receipt',
  'ReceiptEntry',
  'SyncGuard',
];
const PATIENCE = { timeout: 15_000, interval: 50 };

let standIn: TestStandIn;

beforeAll(async () => {
  standIn = await testStandIn();
});

test.each(['KLAVIYO', 'OMNISEND'] as const)(
  'last night’s backup in another database sends nothing to %s before an operator says so, and then only what is missing there',
  async (destination) => {
    const original = await testDatabase();
    await servicesOver(original).syncGuard.isHeld();
    const scene = await aScene(original, destination);
    const people = ['left', 'stayed'].map((name) => ({ email: `${name}@example.com`, ageMs: DAY }));
    const ids = await signUp(original, scene, people);
    const backup = await dump(original);
    await runBatch(batchRunner(original, standIn), scene);
    standIn.world.settle();
    const left = { vendor: scene.vendor, accountId: scene.accountId, email: 'left@example.com' };
    expect(leave(standIn.world, left)).toBe(true);
    standIn.world.seen.forget();

    const copy = await testDatabase();
    await restore(copy, backup);
    const { syncGuard, syncRooms } = await runWorker(copy);
    await vi.waitFor(async () => expect(await syncGuard.heldBy()).not.toBeNull(), PATIENCE);
    expect(await receiptsOf(copy, ids)).toMatchObject([{ state: 'WAITING' }, { state: 'WAITING' }]);
    expect(standIn.world.seen.exchanges).toEqual([]);
    expect(await syncRooms.connections.list(scene.shop)).toMatchObject([{ status: 'HELD' }]);

    await syncGuard.release();
    await vi.waitFor(async () => {
      const states = (await receiptsOf(copy, ids)).map(({ state }) => state);
      expect(states).toEqual(['SKIPPED', 'ON_LIST']);
    }, PATIENCE);
    expect(standIn.world.seen.total(scene.vendor, 'WRITING')).toBe(0);
    expect(standIn.world.seen.resubscribed).toEqual([]);
  },
  60_000,
);

test('the embedded database’s folder of last week, put back below a data folder of today, is held', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vip-restore-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [live, backup] = [join(folder, 'postgres'), join(folder, 'backup')];
  expect(await isHeldAtStart(folder)).toBe(false);
  await copyFolder(live, backup);
  for (let start = 0; start < 2; start += 1) expect(await isHeldAtStart(folder)).toBe(false);
  await rm(live, { recursive: true });
  await copyFolder(backup, live);
  expect(await isHeldAtStart(folder)).toBe(true);
}, 60_000);

/** A worker in a process of its own, as far as the database can see. */
async function runWorker(database: Database): Promise<Services> {
  const services = servicesOver(database);
  const worker = createWorker({ database, logger: createLogger('silent') }, services);
  onTestFinished(() => worker.stop(1000).then(() => services.notices.stop()));
  await worker.start();
  return services;
}

async function isHeldAtStart(folder: string): Promise<boolean> {
  const config = readConfig({ DATA_DIR: folder });
  const database = await openDatabase(config);
  try {
    return await createServices({
      config,
      database,
      appKey: SCENE_APP_KEY,
      logger: createLogger('silent'),
    }).syncGuard.isHeld();
  } finally {
    await database.close();
  }
}

/** Whoever owns the files must own the copies. */
async function copyFolder(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-Rp', from, to]);
}

function servicesOver(database: Database) {
  const config = readConfig({
    ...{ LOG_LEVEL: 'silent', DATABASE_URL: database.url },
    ...{ KLAVIYO_URL: standIn.klaviyoUrl, OMNISEND_URL: standIn.omnisendUrl },
  });
  return createServices({ config, database, appKey: SCENE_APP_KEY, logger: createLogger('silent') });
}

/** Every row as text, as `pg_dump` writes them. */
async function dump({ prisma }: Database): Promise<Map<string, string>> {
  const rows = new Map<string, string>();
  for (const table of TABLES) {
    const [all] = await prisma.$queryRawUnsafe<{ rows: string }[]>(
      `SELECT coalesce(json_agg(t), '[]')::text AS rows FROM "${table}" t`,
    );
    rows.set(table, all?.rows ?? '[]');
  }
  return rows;
}

async function restore({ prisma }: Database, rows: ReadonlyMap<string, string>): Promise<void> {
  for (const table of TABLES) {
    await prisma.$executeRawUnsafe(
      `INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1::json)`,
      rows.get(table),
    );
  }
}
