import { setTimeout as wait } from 'node:timers/promises';
import type { Findings, Measurement } from './measurement.ts';
import { addShop, type BenchShop, SHOPS_KEY, signUpAt } from './stage/shops.ts';
import { type Stage, setStage } from './stage/stage.ts';
import { quantile } from './statistics.ts';

const PENDING = 50_000;
const HEALTHY = 20;
const OUTAGE_HOURS = 6;
/** How long people sign up at the healthy shops while the other one's vendor hangs, once a second at each. */
const WATCHED_S = 90;
const LONGEST_LAG_S = 30;
/** The share of the vendor's limits that we may use. */
const MOST_USED = 0.8;
const STUCK_AFTER_MS = 1_200_000;

/** R-07, with the clock moved. */
export const OUTAGE: Measurement = {
  name: 'outage',
  about: 'one shop’s vendor is away for six hours with fifty thousand people waiting, beside twenty healthy shops',
  async measure(): Promise<Findings> {
    const stage = await setStage({ APP_KEY: SHOPS_KEY });
    try {
      const sick = await addShop(stage, 'sick');
      const healthy: BenchShop[] = [];
      for (let count = 0; count < HEALTHY; count += 1) healthy.push(await addShop(stage, `healthy${count}`));
      await stage.vendors.addFault({ kind: 'HANG', vendor: 'klaviyo', accountId: sick.accountId });
      await signUpAt(stage, [sick], PENDING);
      const lags = await lagsOf(stage, healthy);
      const backsOff = await moveClock(stage, sick);
      await stage.vendors.clearFaults();
      const recovery = await recover(stage, sick);
      const settings = { pending: PENDING, 'healthy shops': HEALTHY, 'away for': `${OUTAGE_HOURS} h (clock moved)` };
      return { settings, ...findingsOf({ lags, backsOff, ...recovery }) };
    } finally {
      await stage.strike();
    }
  },
};

interface Found {
  /** Seconds from the sign-up to the vendor's yes, at healthy shops. */
  readonly lags: readonly number[];
  /** Whether the sick shop's connection was waiting for its next try. */
  readonly backsOff: boolean;
  readonly drainSeconds: number;
  readonly arrived: number;
  readonly listed: number;
  /** The largest share of any of the vendor's limits that the sick shop's account has used. */
  readonly peak: number;
}

function findingsOf({ lags, backsOff, drainSeconds, arrived, listed, peak }: Found): Omit<Findings, 'settings'> {
  const p99 = quantile(lags, 0.99);
  const expected = WATCHED_S * HEALTHY;
  const row = {
    'healthy sign-ups': lags.length,
    'median lag': `${quantile(lags, 0.5).toFixed(1)} s`,
    'p99 lag': `${p99.toFixed(1)} s`,
    'drained in': `${drainSeconds.toFixed(0)} s`,
    'on the list': listed,
    'of the vendor’s limits': `${Math.round(peak * 100)} %`,
  };
  const problems = [
    ...(lags.length === expected ? [] : [`healthy sign-ups that arrived: ${lags.length}, not ${expected}`]),
    ...(p99 <= LONGEST_LAG_S ? [] : [`the p99 lag of healthy shops: ${p99.toFixed(1)} s, not ${LONGEST_LAG_S} s`]),
    ...(backsOff ? [] : ['the sick shop’s connection did not back off']),
    ...(arrived === PENDING && listed === PENDING ? [] : [`people on the sick shop’s list: ${listed} (${arrived})`]),
    ...(peak <= MOST_USED ? [] : [`of the vendor’s limits ${Math.round(peak * 100)} % were used`]),
  ];
  return { rows: [row], problems };
}

/** Lets people sign up at the healthy shops, and gives how long each took. */
async function lagsOf(stage: Stage, healthy: readonly BenchShop[]): Promise<number[]> {
  for (let second = 0; second < WATCHED_S; second += 1) {
    await signUpAt(stage, healthy, 1);
    await wait(1_000);
  }
  await wait(LONGEST_LAG_S * 1_000);
  const rows = await stage.database.ask<{ lag: number }>(
    `SELECT extract(epoch FROM e.at - s."createdAt")::float8 AS lag
       FROM "Signup" s JOIN "ReceiptEntry" e ON e.shop = s.shop AND e."signupId" = s.id AND e.event = 'ACCEPTED'
      WHERE s.shop = ANY($1::text[])`,
    [healthy.map(({ shop }) => shop)],
  );
  return rows.map(({ lag }) => lag);
}

/** The outage has lasted for hours: everything about the shop is so much longer ago. Answers whether its connection was backing off. */
async function moveClock({ database }: Stage, { shop }: BenchShop): Promise<boolean> {
  await untilPlanned(database, shop);
  const [connection] = await database.ask<{ failures: number }>('SELECT failures FROM "Connection" WHERE shop = $1', [
    shop,
  ]);
  const ago = `interval '${OUTAGE_HOURS} hours'`;
  await database.ask(
    `UPDATE "Receipt" SET "dueAt" = "dueAt" - ${ago}, "failingSince" = "failingSince" - ${ago}, "attemptedAt" = "attemptedAt" - ${ago},
            "createdAt" = "createdAt" - ${ago} WHERE shop = $1`,
    [shop],
  );
  for (const [table, column] of [
    ['Signup', 'createdAt'],
    ['Consent', 'answeredAt'],
    ['Connection', 'retryAt'],
  ])
    await database.ask(`UPDATE "${table}" SET "${column}" = "${column}" - ${ago} WHERE shop = $1`, [shop]);
  return (connection?.failures ?? 0) > 0;
}

/** What has no receipt yet would be too old for one after the clock has moved. */
async function untilPlanned(database: Stage['database'], shop: string): Promise<void> {
  for (let waited = 0; waited < STUCK_AFTER_MS; waited += 1_000) {
    const [row] = await database.ask<{ count: number }>('SELECT count(*)::int FROM "Receipt" WHERE shop = $1', [shop]);
    if (row?.count === PENDING) return;
    await wait(1_000);
  }
  throw new Error('The people who wait were not planned.');
}

async function recover({ database, vendors }: Stage, { shop, accountId }: BenchShop) {
  const began = performance.now();
  const arrivedSince = async () => {
    const [row] = await database.ask<{ arrived: number }>(
      `SELECT count(*) FILTER (WHERE state IN ('ACCEPTED', 'ON_LIST'))::int AS arrived FROM "Receipt" WHERE shop = $1`,
      [shop],
    );
    return row?.arrived ?? 0;
  };
  let arrived = await arrivedSince();
  for (; arrived < PENDING && performance.now() - began < STUCK_AFTER_MS; arrived = await arrivedSince())
    await wait(1_000);
  const drainSeconds = (performance.now() - began) / 1000;
  const account = (await vendors.state()).klaviyo.find(({ id }) => id === accountId);
  return { drainSeconds, arrived, listed: account?.lists[0]?.members ?? 0, peak: account?.peak ?? 1 };
}
