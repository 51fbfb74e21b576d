import { rm } from 'node:fs/promises';
import { type CrashServer, startCrashServer } from '../api/crash-server.ts';
import { MerchantApi } from '../e2e/merchant-api.ts';
import { freePort, freshDataDir } from '../e2e/product.ts';
import type { Findings, Measurement, Row } from './measurement.ts';
import { SETTINGS } from './settings.ts';
import { ServerProcess } from './stage/server-process.ts';
import { quantile } from './statistics.ts';

const FEW = 10_000;
const MANY = SETTINGS.views;
/** A sign-up for so many views. */
const VIEWS_PER_SIGNUP = 10;
const DAYS = 30;
const SOURCES = 20;
const SAMPLES = 40;
const MOST_RATIO = 1.5;

const PARTS = 'views uniqueVisitors attempts denied passes signups conversionRate suspected { views }';
const DASHBOARD = `query ($id: ID!, $interval: AnalyticsInterval!, $from: DateTime) {
  campaign(id: $id) { analytics(interval: $interval, from: $from) {
    totals { ${PARTS} } series { startsAt ${PARTS} } sources { value ${PARTS} } devices { value ${PARTS} }
    countries { value ${PARTS} } denials { reason count } } } }`;

/** What a merchant's look at the numbers costs, with few views and with very many. */
export const ANALYTICS: Measurement = {
  name: 'analytics',
  about: `the dashboard's question at ${MANY} views over ${DAYS} days, beside that at ${FEW}`,
  async measure(): Promise<Findings> {
    const [database, dataDir, port] = await Promise.all([startCrashServer(), freshDataDir(), freePort()]);
    const server = new ServerProcess({ PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: database.url });
    try {
      await server.start();
      const merchant = await MerchantApi.signIn(server.url);
      const few = await filled(database, merchant, FEW);
      const many = await filled(database, merchant, MANY);
      await database.ask('VACUUM ANALYZE "CampaignCount"');
      const rows: Row[] = [];
      for (const [what, range] of Object.entries(ranges()))
        rows.push(await compared(what, range, { merchant, few, many }));
      const problems = rows.flatMap((row) =>
        Number(row.ratio) > MOST_RATIO ? [`${row.what}: ${row.ratio} times, not ${MOST_RATIO}`] : [],
      );
      const settings = { views: MANY, 'sign-ups': MANY / VIEWS_PER_SIGNUP, beside: FEW, days: DAYS, sources: SOURCES };
      return { settings: { ...settings, samples: SAMPLES }, rows, problems };
    } finally {
      await server.stop();
      await database.remove();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

/** A campaign at which so many views happened within the days, one row each, and what was counted of them. */
async function filled(database: CrashServer, merchant: MerchantApi, views: number): Promise<string> {
  const { id } = await merchant.createCampaign({ accessType: 'EMAIL_SIGNUP' });
  await database.ask(
    `INSERT INTO "Happening" (shop, "campaignId", at, kind, count, "isSuspected", source, device, country)
     SELECT c.shop, c.id, now() - n * (interval '1 day' * ${DAYS} / $2::int), kind::"HappeningKind", 1, n % 50 = 0,
            'source-' || n % ${SOURCES}, (ARRAY['phone', 'tablet', 'desktop'])[1 + n % 3], (ARRAY['AT', 'DE', 'FR', 'US'])[1 + n % 4]
       FROM "EarlyAccessCampaign" c, generate_series(1, $2::int) AS n,
            LATERAL (SELECT 'VIEW' AS kind UNION ALL SELECT unnest(ARRAY['SIGNUP', 'PASS', 'ATTEMPT', 'UNIQUE_VISITOR']) WHERE n % ${VIEWS_PER_SIGNUP} = 0) AS k
      WHERE c.id = $1::uuid`,
    [id, views],
  );
  await database.ask(
    `INSERT INTO "CampaignCount" (shop, "campaignId", dimension, grain, "bucketStart", kind, value, "isSuspected", count)
     SELECT shop, "campaignId", dimension, grain, start, kind, value, "isSuspected", sum(count)
       FROM "Happening" h,
            LATERAL (VALUES ('TOTAL'::"CountDimension", ''), ('SOURCE', source), ('DEVICE', device), ('COUNTRY', country)) AS d (dimension, value),
            LATERAL (VALUES ('QUARTER'::"CountGrain", date_bin('15 minutes', at, 'epoch')), ('HOUR', date_trunc('hour', at)), ('DAY', date_trunc('day', at, 'UTC'))) AS g (grain, start)
      WHERE h."campaignId" = $1::uuid AND grain <> (CASE dimension WHEN 'TOTAL' THEN 'DAY' ELSE 'HOUR' END)::"CountGrain"
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`,
    [id],
  );
  return id;
}

type Range = Readonly<Record<string, string | null>>;

function ranges(): Readonly<Record<string, Range>> {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  return {
    'the last day by hours': { interval: 'HOUR', from: daysAgo(1) },
    'the last seven days': { interval: 'DAY', from: daysAgo(7) },
    'all thirty days': { interval: 'DAY', from: daysAgo(DAYS) },
    'all thirty days by hours': { interval: 'HOUR', from: daysAgo(DAYS) },
  };
}

interface Compared {
  readonly merchant: MerchantApi;
  readonly few: string;
  readonly many: string;
}

/** Asks for both in turn, so that whatever else the machine does falls on both. */
async function compared(what: string, range: Range, { merchant, few, many }: Compared): Promise<Row> {
  const times = { few: [] as number[], many: [] as number[] };
  const ask = async (id: string) => {
    const began = performance.now();
    await merchant.ask(DASHBOARD, { id, ...range });
    return performance.now() - began;
  };
  for (let sample = -2; sample < SAMPLES; sample += 1) {
    const [one, other] = [await ask(few), await ask(many)];
    // The first ones plan statements and fill caches.
    if (sample < 0) continue;
    times.few.push(one);
    times.many.push(other);
  }
  const [p50Few, p50Many] = [quantile(times.few, 0.5), quantile(times.many, 0.5)];
  return {
    ...{ what, [`ms at ${FEW}`]: p50Few.toFixed(1), [`ms at ${MANY}`]: p50Many.toFixed(1) },
    ...{ 'p95 ms': quantile(times.many, 0.95).toFixed(1), ratio: (p50Many / p50Few).toFixed(2) },
  };
}
