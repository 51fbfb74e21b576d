import { beforeAll, expect, test, vi } from 'vitest';
import { askAdmin } from '../admin-calls.fixture.ts';
import { aShopifyStandIn, type TestShopify } from '../shopify-stand-in.fixture.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';

const SHOP = 'first-light.myshopify.com';
const QUERY = `{ products { edges { node { id title variants { edges { node { id price } } } } } } collections { edges { node { id products { edges { node { id } } } } } } }`;
let at: TestShopify;
let shop: StandInShop;

beforeAll(async () => {
  at = await aShopifyStandIn();
  shop = at.addShop({ domain: SHOP });
  at.install(SHOP);
  for (let number = 1; number <= 250; number++) shop.catalog.stockProduct({ title: `Mug ${number}` });
  shop.catalog.addCollection('First two', [...shop.catalog.products.keys()].slice(0, 2));
});

const ask = (query: string, variables = {}) => askAdmin(at, SHOP, { query, variables });

async function start(groupObjects: boolean, query = QUERY) {
  const mutation = `mutation ($query: String!, $groupObjects: Boolean!) { bulkOperationRunQuery(query: $query, groupObjects: $groupObjects) { bulkOperation { id status } userErrors { code message } } }`;
  return (await ask(mutation, { query, groupObjects })).body.data.bulkOperationRunQuery;
}

async function stateOf(id: string) {
  const query =
    'query ($id: ID!) { bulkOperation(id: $id) { status errorCode objectCount rootObjectCount fileSize url partialDataUrl } }';
  return (await ask(query, { id })).body.data.bulkOperation;
}

async function ended(id: string) {
  return vi.waitFor(async () => {
    const state = await stateOf(id);
    expect(['COMPLETED', 'FAILED']).toContain(state.status);
    return state;
  });
}

async function linesAt(url: string) {
  const text = await (await fetch(url)).text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('everything of a connection comes as lines, children after their parents, and progress is told', async () => {
  const { bulkOperation } = await start(true);
  const busy = await start(true);
  const state = await ended(bulkOperation.id);
  const lines = await linesAt(state.url);

  expect(bulkOperation.status).toBe('CREATED');
  expect(busy.userErrors[0].code).toBe('OPERATION_IN_PROGRESS');
  expect(state).toMatchObject({ status: 'COMPLETED', objectCount: '503', rootObjectCount: '251', errorCode: null });
  expect(lines).toHaveLength(503);
  expect(lines[0]).toEqual({ id: expect.stringContaining('/Product/'), title: 'Mug 1' });
  expect(lines[1]).toEqual({
    id: expect.stringContaining('/ProductVariant/'),
    price: '10.00',
    __parentId: lines[0].id,
  });
});

test('ungrouped, children come somewhere after their parents', async () => {
  const { bulkOperation } = await start(false);
  const lines = await linesAt((await ended(bulkOperation.id)).url);

  expect(lines[1]).toMatchObject({ title: 'Mug 2' });
  const places = new Map(lines.map(({ id }, index) => [id, index] as const).toReversed());
  expect(lines.every(({ __parentId: parent }, index) => !parent || Number(places.get(parent)) < index)).toBe(true);
});

test('a bulk operation may fail half-way, with and without what was read until then', async () => {
  at.world.faults.add({ kind: 'BULK_CUT', times: 1 });
  const cut = await ended((await start(true)).bulkOperation.id);
  at.world.faults.add({ kind: 'BULK_FAILS', times: 1 });
  const failed = await ended((await start(true)).bulkOperation.id);

  expect(cut).toMatchObject({ status: 'FAILED', errorCode: 'INTERNAL_SERVER_ERROR', url: null });
  expect((await linesAt(cut.partialDataUrl)).length).toBeGreaterThan(100);
  expect(failed).toMatchObject({ status: 'FAILED', url: null, partialDataUrl: null });
});

test('a query without a connection, and one without the scope for it, do not run', async () => {
  expect((await start(true, '{ shop { id } }')).userErrors[0].code).toBe('INVALID');
  const denied = await ended((await start(true, '{ orders { edges { node { id } } } }')).bulkOperation.id);
  expect(denied).toMatchObject({ status: 'FAILED', errorCode: 'ACCESS_DENIED' });
});
