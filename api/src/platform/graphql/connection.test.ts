import 'reflect-metadata';
import { expect, test } from 'vitest';
import { type PageRead, type PageRequest, readPage } from './connection.ts';
import type { ListOrder } from './cursor.ts';

interface Row {
  id: string;
  name: string;
  createdAt: Date;
}

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 8, 0, 0, 123));
const ROWS: readonly Row[] = [
  { id: 'a', name: 'Bowl', createdAt: at(1) },
  { id: 'b', name: 'Bowl', createdAt: at(1) },
  { id: 'c', name: 'Cup', createdAt: at(2) },
  { id: 'd', name: 'Dish', createdAt: at(2) },
  { id: 'e', name: 'Dish', createdAt: at(2) },
];

type Value = string | Date;
type Condition = { OR?: Record<string, Value | { gt?: Value; lt?: Value }>[] };

/** What PostgreSQL does with the arguments, for a table in memory. */
function readTable({ where, orderBy, take }: PageRead): Promise<Row[]> {
  const alternatives = (where as Condition).OR;
  const found = ROWS.filter((row) => alternatives?.some((fields) => fits(row, fields)) ?? true);
  const keys = orderBy.flatMap((part) => Object.entries(part)) as [keyof Row, 'asc' | 'desc'][];
  const sorted = found.toSorted((one, other) => {
    const [key, direction] = keys.find(([name]) => compare(one[name], other[name]) !== 0) ?? ['id', 'asc'];
    return compare(one[key], other[key]) * (direction === 'asc' ? 1 : -1);
  });
  return Promise.resolve(sorted.slice(0, take));
}

function fits(row: Row, fields: Record<string, Value | { gt?: Value; lt?: Value }>): boolean {
  return Object.entries(fields).every(([name, wanted]) => {
    const value = row[name as keyof Row];
    if (typeof wanted === 'string' || wanted instanceof Date) return compare(value, wanted) === 0;
    if (wanted.gt !== undefined) return compare(value, wanted.gt) > 0;
    return wanted.lt !== undefined && compare(value, wanted.lt) < 0;
  });
}

const compare = (one: Value, other: Value) => (one > other ? 1 : one < other ? -1 : 0);
const page = (request: PageRequest, order: ListOrder) => readPage(request, order, readTable, async () => ROWS.length);

async function wholeList(order: ListOrder, first: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo } = await page({ first, after }, order);
    ids.push(...nodes.map((node) => node.id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
}

test.each([1, 2, 3, 5, 100])(
  'in pages of %i every row is met once, though many are equal in the order',
  async (first) => {
    expect(await wholeList({ column: 'name', direction: 'asc' }, first)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(await wholeList({ column: 'createdAt', direction: 'desc' }, first)).toEqual(['e', 'd', 'c', 'b', 'a']);
  },
);

test('a page says where it stands in the whole', async () => {
  const order: ListOrder = { column: 'name', direction: 'asc' };
  const first = await page({ first: 2 }, order);
  const last = await page({ first: 3, after: first.pageInfo.endCursor }, order);

  expect(first.pageInfo).toMatchObject({
    hasNextPage: true,
    hasPreviousPage: false,
    endCursor: first.edges[1]?.cursor,
  });
  expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  expect(await last.totalCount).toBe(5);
});

test('an empty page has no cursors', async () => {
  const empty = await readPage(
    { first: 10 },
    { column: 'name', direction: 'asc' },
    async () => [],
    async () => 0,
  );

  expect([empty.nodes, empty.pageInfo.startCursor, empty.pageInfo.endCursor]).toEqual([[], null, null]);
});

test.each([0, -1, 101])('a page of %i is refused', async (first) => {
  const refused = page({ first }, { column: 'name', direction: 'asc' });

  await expect(refused).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'first' } });
});

test.each([
  ['no cursor at all', 'rubbish'],
  ['a cursor of another order', Buffer.from('["createdAt","x","a"]').toString('base64url')],
  ['a cursor without an id', Buffer.from('["name","x",{"not":"an id"}]').toString('base64url')],
  ['a cursor with a condition for a value', Buffer.from('["name",{"contains":"x"},"a"]').toString('base64url')],
  ['a cursor with a date that is none', Buffer.from('["name",{"date":"soon"},"a"]').toString('base64url')],
])('%s is refused', async (_name, after) => {
  const refused = page({ first: 2, after }, { column: 'name', direction: 'asc' });

  await expect(refused).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } });
});

test('a forged cursor that the database cannot compare is the client’s fault, a broken database is not', async () => {
  const after = Buffer.from('["name","x","a"]').toString('base64url');
  const failing = (code: string) =>
    readPage(
      { first: 2, after },
      { column: 'name', direction: 'asc' },
      () => Promise.reject(Object.assign(new Error(code), { code })),
      async () => 0,
    );

  await expect(failing('P2023')).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  await expect(failing('P1001')).rejects.toMatchObject({ code: 'P1001' });
});
