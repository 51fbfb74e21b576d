import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, freshDataDir } from '../e2e/product.ts';
import type { Findings, Measurement, Row } from './measurement.ts';
import { countLeases, keepLeaseLog, type LeaseCounts } from './stage/lease-log.ts';
import { ServerProcess } from './stage/server-process.ts';
import { addShop, type BenchShop, SHOPS_KEY, signUpAt } from './stage/shops.ts';
import { type Stage, setStage } from './stage/stage.ts';

/** So many people wait at so many shops, and so many processes that are workers alone share them. */
interface Shift {
  readonly people: number;
  readonly shops: number;
  readonly workers: number;
}

/** How a shift went. */
interface ShiftOutcome extends LeaseCounts {
  /** From the moment that all of them were due until the last one was accepted. */
  readonly seconds: number;
  readonly accepted: number;
  /** Sends that were begun, of all receipts. */
  readonly attempts: number;
  readonly profiles: number;
  /** Workers that sent anything. */
  readonly busy: number;
}

const PEOPLE = 50_000;
const SHOPS = 5;
const CREWS = [1, 2, 10];
/** Two runs of the same crew differ by as much: it is the machine that does. */
const MOODS = 0.8;
const STUCK_AFTER_MS = 600_000;
const LOOK_EVERY_MS = 500;

/** */
export const WORKERS: Measurement = {
  name: 'workers',
  about: 'one, two and ten workers share fifty thousand receipts',
  async measure(): Promise<Findings> {
    const rows: Row[] = [];
    const problems: string[] = [];
    let alone = 0;
    for (const workers of CREWS) {
      const shift = { people: PEOPLE, shops: SHOPS, workers };
      const outcome = await work(shift);
      const perSecond = PEOPLE / outcome.seconds;
      if (workers === 1) alone = perSecond;
      if (perSecond < alone * MOODS)
        problems.push(`${workers} workers: ${perSecond.toFixed(0)}/s, not ${alone.toFixed(0)}/s`);
      problems.push(...problemsOf(shift, outcome));
      rows.push({ workers, ...outcome, seconds: outcome.seconds.toFixed(1), 'receipts/s': perSecond.toFixed(0) });
    }
    return { settings: { people: PEOPLE, shops: SHOPS, 'a batch': 1_000, 'a lease': '20 s' }, rows, problems };
  },
};

/** Lets workers share what is due, all of it from one moment on. */
async function work({ people, shops, workers }: Shift): Promise<ShiftOutcome> {
  const stage = await setStage({ APP_KEY: SHOPS_KEY, WORKER: 'off' });
  const crew: ServerProcess[] = [];
  const dataDir = await freshDataDir();
  try {
    const places: BenchShop[] = [];
    for (let count = 0; count < shops; count += 1) places.push(await addShop(stage, `shop${count}`));
    await keepLeaseLog(stage);
    for (let count = 0; count < workers; count += 1) crew.push(await hire(stage, dataDir));
    await letWait(stage, places, people);
    const seconds = await untilAccepted(stage, people);
    const busy = crew.filter(({ output }) => output.includes('synced a batch')).length;
    return { seconds, busy, ...(await recordOf(stage)), ...(await countLeases(stage)) };
  } finally {
    await Promise.all(crew.map((worker) => worker.stop()));
    await stage.strike();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** What does not hold of a shift, in sentences. */
function problemsOf({ people, workers }: Shift, outcome: ShiftOutcome): string[] {
  const must: readonly (readonly [what: string, is: number, should: number])[] = [
    ['receipts that were leased by two at once', outcome.overlapping, 0],
    ['receipts that were accepted', outcome.accepted, people],
    ['sends', outcome.attempts, people],
    ['profiles', outcome.profiles, people],
  ];
  return must
    .filter(([, is, should]) => is !== should)
    .map(([what, is, should]) => `${workers} workers, ${what}: ${is}, not ${should}`);
}

async function hire({ database, vendors }: Stage, dataDir: string): Promise<ServerProcess> {
  const worker = new ServerProcess({
    ...{ PORT: String(await freePort()), DATA_DIR: dataDir, DATABASE_URL: database.url, APP_KEY: SHOPS_KEY },
    ...{ KLAVIYO_URL: vendors.klaviyoUrl, OMNISEND_URL: vendors.omnisendUrl, WORKER: 'only', LOG_LEVEL: 'info' },
  });
  await worker.start();
  return worker;
}

/** Everybody signs up and is planned while the connections rest; then all of it is due at once. */
async function letWait({ database, ...stage }: Stage, places: readonly BenchShop[], people: number): Promise<void> {
  await database.ask(`UPDATE "Connection" SET "retryAt" = now() + interval '1 hour'`);
  await signUpAt({ database, ...stage }, places, people / places.length);
  for (let planned = 0; planned < people; await wait(LOOK_EVERY_MS)) {
    const [row] = await database.ask<{ count: number }>('SELECT count(*)::int FROM "Receipt"');
    planned = row?.count ?? 0;
  }
  await database.ask(`WITH due AS (UPDATE "Connection" SET "retryAt" = NULL) SELECT pg_notify('signup', '')`);
}

async function untilAccepted({ database }: Stage, people: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const [row] = await database.ask<{ done: number }>(
      `SELECT count(*)::int AS done FROM "Receipt" WHERE state NOT IN ('WAITING', 'SENDING')`,
    );
    const lasted = performance.now() - began;
    if (row?.done === people) return lasted / 1000;
    if (lasted > STUCK_AFTER_MS) throw new Error(`After ${lasted} ms ${row?.done} of ${people} are done.`);
    await wait(LOOK_EVERY_MS);
  }
}

async function recordOf({ database, vendors }: Stage) {
  const [row] = await database.ask<{ accepted: number; attempts: number }>(
    `SELECT count(*) FILTER (WHERE state IN ('ACCEPTED', 'ON_LIST'))::int AS accepted, sum(attempts)::int AS attempts FROM "Receipt"`,
  );
  const { klaviyo } = await vendors.state();
  const profiles = klaviyo.reduce((sum, account) => sum + account.profiles, 0);
  return { accepted: row?.accepted ?? 0, attempts: row?.attempts ?? 0, profiles };
}
