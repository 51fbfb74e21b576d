import { rm } from 'node:fs/promises';
import { type CrashServer, startCrashServer } from '../api/crash-server.ts';
import { MerchantApi } from '../e2e/merchant-api.ts';
import { loadedServer, openCampaign } from './drop/contestants.ts';
import { machineOf } from './machine.ts';
import type { Findings, Measurement, Row } from './measurement.ts';
import { SETTINGS } from './settings.ts';
import { watchMemory } from './stage/memory-watch.ts';
import { quantile } from './statistics.ts';

const ROWS = SETTINGS.rows;
const SAMPLES = 20;
const CARRIAGE_RETURN = 13;
const MOST_P95_MS = 200;
/** Megabytes of the whole process, however many rows there are: as under L-01. Up to 96 of them are V8's young generation, which any long work fills. */
const MOST_MB = 350;

const LIST = `query ($campaignId: ID, $after: String, $query: String) {
  signups(first: 50, campaignId: $campaignId, after: $after, query: $query) { nodes { id email createdAt } pageInfo { endCursor } }
}`;
const COUNT = '{ signups(first: 1) { totalCount nodes { id } } }';

interface Page {
  readonly signups: { readonly nodes: readonly unknown[]; readonly pageInfo: { readonly endCursor: string | null } };
}

/** L-08: what a merchant waits for with very many sign-ups. */
export const SIGNUPS: Measurement = {
  name: 'signups',
  about: `the list, the search and the export of ${ROWS} sign-ups, as a merchant uses them`,
  async measure(): Promise<Findings> {
    const database = await startCrashServer();
    const { server, dataDir } = await loadedServer(database);
    try {
      const merchant = await MerchantApi.signIn(server.url);
      const campaignId = await openCampaign(merchant);
      await fill(database, campaignId);
      const watch = watchMemory(() => server.pid);
      const asked = await questions(merchant, campaignId);
      const rows: Row[] = [];
      for (const [what, ask] of Object.entries(asked)) rows.push(await timed(what, ask));
      const exported = await timedExport(merchant);
      const { start, peak } = await watch.stop();
      const slow = rows.filter((row) => Number(row['p95 ms']) > MOST_P95_MS || row.refused !== 0);
      const problems = [
        ...slow.map(
          (row) => `${row.what}: p95 ${row['p95 ms']} ms, not ${MOST_P95_MS}; ${row.refused} of ${SAMPLES} refused`,
        ),
        ...(exported.lines === ROWS + 1 ? [] : [`${exported.lines} lines were exported, not ${ROWS + 1}`]),
        ...(peak > MOST_MB ? [`${peak} MB at peak, not ${MOST_MB} at most`] : []),
      ];
      const settings = {
        ...(await machineOf(database)),
        'sign-ups': ROWS,
        samples: SAMPLES,
        'MB at start': start,
        'MB at peak': peak,
        'export rows/s': Math.round(exported.lines / exported.seconds),
        'export s': exported.seconds.toFixed(1),
        'cancelled within ms': exported.cancelledMs.toFixed(0),
      };
      return { settings, rows, problems };
    } finally {
      await server.stop();
      await database.remove();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

/** People of the last months, at one campaign. */
async function fill(database: CrashServer, campaignId: string): Promise<void> {
  await database.ask(
    `INSERT INTO "Signup" (shop, "campaignId", id, email, "emailKey", "firstName", "acceptsMarketing", "createdAt")
     SELECT c.shop, c.id, gen_random_uuid(), address, address, 'Ada', n % 3 = 0, now() - n * interval '1 second'
       FROM "EarlyAccessCampaign" c, generate_series(1, $2::int) AS n, LATERAL (SELECT 'guest-' || n || '@example.com' AS address) a
      WHERE c.id = $1::uuid`,
    [campaignId, ROWS],
  );
  await database.ask('UPDATE "EarlyAccessCampaign" SET "totalSignups" = $2::int WHERE id = $1::uuid', [
    campaignId,
    ROWS,
  ]);
  await database.ask('VACUUM ANALYZE "Signup"');
}

/** The whole of it, and one that is given up after its first piece: when the next one may begin the server has let go of it. */
async function timedExport(merchant: MerchantApi) {
  const whole = performance.now();
  let lines = 0;
  for await (const piece of await merchant.exportSignups('', new AbortController().signal)) {
    for (const byte of piece) if (byte === CARRIAGE_RETURN) lines += 1;
  }
  const seconds = (performance.now() - whole) / 1000;
  const cancel = new AbortController();
  const reader = (await merchant.exportSignups('', cancel.signal)).getReader();
  await reader.read();
  const cancelled = performance.now();
  cancel.abort();
  await merchant.ask(COUNT);
  return { lines, seconds, cancelledMs: performance.now() - cancelled };
}

async function questions(merchant: MerchantApi, campaignId: string): Promise<Record<string, () => Promise<unknown>>> {
  const ask = (variables: Record<string, unknown>) => merchant.ask<Page>(LIST, variables);
  let deep: string | null = null;
  for (let page = 0; page < 20; page += 1) deep = (await ask({ after: deep })).signups.pageInfo.endCursor;
  return {
    'the first page': () => ask({}),
    'the first page of a campaign': () => ask({ campaignId }),
    'the twentieth page': () => ask({ after: deep }),
    'search, on every row': () => ask({ query: 'guest' }),
    'search, on one row': () => ask({ query: `guest-${Math.floor(ROWS / 2)}@` }),
    'search, on none': () => ask({ query: 'nobody-has-this' }),
    'how many there are': () => merchant.ask(COUNT),
  };
}

async function timed(what: string, ask: () => Promise<unknown>): Promise<Row> {
  const times: number[] = [];
  let refused = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const began = performance.now();
    await ask().catch(() => {
      refused += 1;
    });
    times.push(performance.now() - began);
  }
  return { what, 'p50 ms': quantile(times, 0.5).toFixed(1), 'p95 ms': quantile(times, 0.95).toFixed(1), refused };
}
