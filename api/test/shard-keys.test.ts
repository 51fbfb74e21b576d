import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../src/platform/database/database.ts';
import { testDatabase } from './database.ts';

/**
 * The tables can be distributed by shop over several PostgreSQLs (Citus): each shop's rows lie together, which wants the shop in every
 * primary, unique and foreign key. Here are those that lack it, and what becomes of them.
 */
const UNDISTRIBUTED: Readonly<Record<string, string>> = {
  Session: 'found by Shopify’s session id; a few rows for each shop: a reference table',
  GuessBudget: 'counted by campaign and address, and forgotten within the hour: distributed by campaign',
  MailBudget: 'over all shops, by mailbox: distributed by digest',
  VendorBudget: 'by the vendor’s account, which several shops may share: distributed by account',
  SigningKey: 'the keys of all shops’ passes, a handful: a reference table',
  SyncGuard: 'one row about the database itself: a reference table',
  _prisma_migrations: 'the migrations that were applied: stays on the coordinator',
};

/** Digests of random secrets, found before the shop is known. Such are unique by themselves: there the index is an ordinary one, asked on every node. */
const SECRETS_WITHOUT_SHOP = [
  'ApiToken (tokenDigest)',
  'EmailConfirmation (handleDigest)',
  'EmailConfirmation (linkDigest)',
  'SecretLink (secretDigest)',
];

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});

test('the shop is in each primary and unique key, but for digests of secrets by which it is found', async () => {
  const keys = await database.prisma.$queryRaw<{ table: string; columns: string[] }[]>`
    SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY k.place) AS columns
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (number, place)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
     WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname, i.indexrelid`;
  const lacking = keys.filter(
    ({ table, columns }) => !(table in UNDISTRIBUTED) && !columns.includes(shopColumn(table)),
  );
  expect(lacking.map(({ table, columns }) => `${table} (${columns})`).toSorted()).toEqual(SECRETS_WITHOUT_SHOP);
});

test('each foreign key leads from a shop’s row to a row of the same shop', async () => {
  const links = await database.prisma.$queryRaw<{ from: string; to: string; own: string[]; theirs: string[] }[]>`
    SELECT c.relname AS "from", r.relname AS "to",
           (SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid AND attnum = ANY (k.conkey)) AS own,
           (SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute WHERE attrelid = r.oid AND attnum = ANY (k.confkey)) AS theirs
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class r ON r.oid = k.confrelid
     WHERE k.contype = 'f'`;
  expect(links.length).toBeGreaterThan(20);
  for (const { from, to, own, theirs } of links) {
    expect(own, `${from} → ${to}`).toContain('shop');
    expect(theirs, `${from} → ${to}`).toContain(shopColumn(to));
  }
});

test('each table has a shop, or a reason why not', async () => {
  const tables = await database.prisma.$queryRaw<{ name: string; hasShop: boolean }[]>`
    SELECT t.table_name::text AS name, bool_or(c.column_name IN ('shop', 'domain')) AS "hasShop"
      FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name)
     WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE' GROUP BY t.table_name`;
  const without = tables.filter(({ name, hasShop }) => !(hasShop || name in UNDISTRIBUTED));
  expect(without).toEqual([]);
  expect(Object.keys(UNDISTRIBUTED).filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
});

/** A shop’s own row is found by its domain. */
function shopColumn(table: string): string {
  return table === 'Shop' ? 'domain' : 'shop';
}
