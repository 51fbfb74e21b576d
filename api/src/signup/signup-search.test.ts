import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabaseUrl } from '../../test/database.ts';
import { readConfig } from '../platform/config.ts';
import { type Database, openDatabase } from '../platform/database/database.ts';
import { cursorOf } from '../platform/graphql/cursor.ts';
import { SignupReader } from './signup.reader.ts';
import type { SignupFilter } from './signup-filter.ts';
import { NEWEST_FIRST, reachOf } from './signup-reach.ts';

const SHOPS = ['first.myshopify.com', 'second.myshopify.com'];
const [SHOP = ''] = SHOPS;
const CAMPAIGNS = 4;
const OF_CAMPAIGN = 2_500;

/** Of 20,000 sign-ups, half of them the shop's, so many may be touched for one page; a look through them touches them all. */
const FEW = 400;

let database: Database;
let reader: SignupReader;
let campaignId: string;

beforeAll(async () => {
  // One connection: it tells what it has read itself.
  database = await openDatabase(readConfig({ DATABASE_URL: await testDatabaseUrl(), DATABASE_POOL_MAX: '1' }));
  afterAll(() => database.close());
  reader = new SignupReader(database.prisma);
  for (const domain of SHOPS) await fill(domain);
  await database.prisma.$executeRaw`ANALYZE`;
  campaignId = (await database.prisma.earlyAccessCampaign.findFirstOrThrow({ where: { shop: SHOP } })).id;
});

async function fill(domain: string): Promise<void> {
  const { prisma } = database;
  await prisma.shop.create({ data: { domain, name: domain, currencyCode: 'EUR', timeZone: 'UTC' } });
  for (let number = 0; number < CAMPAIGNS; number += 1) {
    const data = {
      shop: domain,
      name: `Drop ${number}`,
      accessType: 'EMAIL_SIGNUP',
      totalSignups: OF_CAMPAIGN,
    } as const;
    const { id } = await prisma.earlyAccessCampaign.create({ data });
    await prisma.$executeRaw`
      INSERT INTO "Signup" (shop, "campaignId", id, email, "emailKey", "acceptsMarketing", "createdAt")
      SELECT ${domain}, ${id}::uuid, gen_random_uuid(), address, address, n % 3 = 0,
             timestamptz '2026-11-01' + n * interval '1 minute' + ${number}::int * interval '7 seconds'
        FROM generate_series(1, ${OF_CAMPAIGN}::int) AS n, LATERAL (SELECT 'guest-' || n || '@example.com' AS address) a`;
  }
}

/** How many sign-ups, or entries of their indexes, were read for it. */
async function readFor(work: () => Promise<unknown>): Promise<number> {
  const before = await read();
  await work();
  return (await read()) - before;
}

async function read(): Promise<number> {
  await database.prisma.$queryRaw`SELECT pg_stat_force_next_flush()::text`;
  const [sum] = await database.prisma.$queryRaw<{ rows: number }[]>`
    SELECT (SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'Signup')::float8
         + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = 'Signup')::float8 AS rows`;
  return sum?.rows ?? Number.NaN;
}

const page = { first: 50 };

test('a look through all sign-ups would be seen', async () => {
  expect(await readFor(() => database.prisma.signup.count({ where: { email: { contains: 'x' } } }))).toBeGreaterThan(
    SHOPS.length * CAMPAIGNS * OF_CAMPAIGN - 1,
  );
});

test.each([
  ['nobody', 'nobody-has-this', 0],
  ['one of each campaign', 'guest-1234@', CAMPAIGNS],
  ['a whole address', 'GUEST-1234@Example.com', CAMPAIGNS],
  ['everybody', 'guest', 50],
])('a search that finds %s reads few sign-ups, in the shop and in one campaign', async (_whom, query, found) => {
  const list = async (filter: object) => (await reader.list(SHOP, page, { query, ...filter })).nodes.length;

  expect(await list({})).toBe(found);
  expect(await readFor(() => list({}))).toBeLessThan(FEW);
  expect(await readFor(() => list({ campaignId }))).toBeLessThan(FEW);
});

test.each<[string, () => SignupFilter]>([
  ['the first page', () => ({})],
  ['the first page of a campaign', () => ({ campaignId })],
  ['those who want e-mails', () => ({ acceptsMarketing: true })],
  ['ten minutes', () => ({ from: new Date('2026-11-02T00:00:00Z'), to: new Date('2026-11-02T00:10:00Z') })],
])('%s reads few sign-ups', async (_what, filter) => {
  expect(await readFor(() => reader.list(SHOP, page, filter()))).toBeLessThan(FEW);
});

test('a page far down the list reads no more than the first', async () => {
  const where = { shop: SHOP };
  const middle = await database.prisma.signup.findFirstOrThrow({
    ...{ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], skip: (CAMPAIGNS * OF_CAMPAIGN) / 2 },
  });
  const after = cursorOf(middle, NEWEST_FIRST);

  expect(await readFor(() => reader.list(SHOP, { ...page, after }, {}))).toBeLessThan(FEW);
  expect(await readFor(() => reader.list(SHOP, { ...page, after }, { campaignId }))).toBeLessThan(FEW);
});

test('how many there are is known without reading them; of those that are filtered as many as one would count', async () => {
  expect(await reader.count(SHOP, {})).toEqual({ count: CAMPAIGNS * OF_CAMPAIGN, precision: 'EXACT' });
  expect(await readFor(() => reader.count(SHOP, {}))).toBe(0);
  expect(await reader.count(SHOP, { campaignId })).toEqual({ count: OF_CAMPAIGN, precision: 'EXACT' });
  expect((await reader.count(SHOP, { query: 'guest-7' })).precision).toBe('EXACT');
});

test('a page on which few signed up is looked for in steps, and nobody is missed', async () => {
  const rows = await database.prisma.signup.findMany({
    ...{ where: { shop: SHOP }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 60 },
  });
  const wanted = [rows[3], rows[41], rows[59]].flatMap((row) => row ?? []);
  const consent = { isGiven: true, text: '', textVersion: '', language: 'en', page: 'https://shop.example/early' };
  await database.prisma.consent.createMany({
    data: wanted.map(({ shop, id }) => ({ shop, signupId: id, ...consent })),
  });
  const found = await reader.found(SHOP, { page: consent.page });

  const orderBy = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
  const met: string[] = [];
  let steps = 0;
  let after: string | null = null;
  do {
    const reach: { where: object; end: string | null } = await reachOf(database.prisma, found, { after, depth: 20 });
    met.push(...(await database.prisma.signup.findMany({ where: reach.where, orderBy })).map(({ id }) => id));
    after = reach.end;
    steps += 1;
  } while (after !== null && steps < 4);

  expect(met).toEqual(wanted.map(({ id }) => id));
});
