import { beforeEach, describe, expect, test } from 'vitest';
import { startToy, type Toy } from './toy-endpoint.fixture.ts';

let toy: Toy;
beforeEach(async () => {
  toy = await startToy();
});

interface Operation {
  query: string;
  variables?: object | null;
  operationName?: string | null;
}

/** What a client sees and what the log keeps, without what differs from request to request. */
async function ask(operation: Operation, url = '/public/graphql', headers: Record<string, string> = {}) {
  const { status, headers: answered, text } = await toy.ask(url, headers, JSON.stringify(operation));
  const { requestId: _id, durationMs: _time, time: _at, ...line } = toy.logLines().at(-1) ?? {};
  const body = JSON.parse(text.replaceAll(/"requestId":"[^"]*"/g, '"requestId":""'));
  const { 'content-type': type, 'cache-control': caching, 'retry-after': later } = answered;
  // For each client another one, so that a crowd does not come back as one.
  const retryAfter = later === undefined ? null : /^([5-9]|10)$/.test(String(later));
  return { status, type, caching, retryAfter, body, line };
}

const unlock = 'mutation Unlock($input: UnlockInput!) { unlock(input: $input) { __typename ... on Opened { pass } } }';
const input = { campaignId: '1', password: 'open' };

describe('an operation that came before is answered as the first time, and so is its line in the log', () => {
  test.each<[string, Operation]>([
    ['a query', { query: '{ hello }' }],
    ['a query that names itself', { query: 'query Hello { hello }', operationName: 'Hello', variables: null }],
    ['one of two', { query: 'query A { hello } query B { shop { id } }', operationName: 'B' }],
    ['two of which none is named', { query: 'query A { hello } query B { shop { id } }' }],
    ['a name that is not there', { query: 'query A { hello }', operationName: 'B' }],
    ['a mutation', { query: unlock, variables: { input } }],
    ['a mutation with an alias', { query: `mutation { one: view(id: "1") }` }],
    ['fragments and directives', { query: '{ ...F @include(if: true) } fragment F on Query { shop { name } }' }],
    [
      'a resolver that refuses',
      { query: 'query ($r: String!) { refused(reason: $r) }', variables: { r: 'FORBIDDEN' } },
    ],
    ['a resolver that breaks', { query: '{ hello broken }' }],
    ['a resolver that breaks and takes everything with it', { query: '{ hello brokenHard }' }],
    ['a database that is away', { query: '{ offline }' }],
    ['no variable where one is wanted', { query: unlock }],
    ['a variable that does not fit', { query: unlock, variables: { input: { password: 7 } } }],
    ['a document that is not valid', { query: '{ nothing }' }],
    ['a subscription', { query: 'subscription { hello }' }],
    ['a look at the schema', { query: '{ __schema { queryType { name } } }' }],
  ])('%s', async (_name, operation) => {
    const first = await ask(operation);
    const second = await ask(operation);

    expect(second).toEqual(first);
    expect(await ask(operation)).toEqual(first);
  });
});

test('what passed once is refused with other variables, as it would have been the first time', async () => {
  await ask({ query: unlock, variables: { input } });

  expect(await ask({ query: unlock, variables: { input: { ...input, guesses: 'many' } } })).toMatchObject({
    status: 400,
    body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
  });
  const nul = { ...input, password: 'a\0b' };
  expect(await ask({ query: unlock, variables: { input: nul } })).toMatchObject({ status: 400 });
});

test('of two operations in one document each is answered as itself, whichever came first', async () => {
  const query = 'query Greeting { hello } query Place { shop { id } }';
  const asked = [];
  for (const operationName of ['Greeting', 'Place', 'Greeting', null]) asked.push(await ask({ query, operationName }));

  expect(asked.map(({ body }) => body.data)).toEqual([
    { hello: 'world' },
    { shop: { id: '1' } },
    { hello: 'world' },
    undefined,
  ]);
  expect(asked.at(-1)?.status).toBe(400);
});

test('a page of another size is priced anew, and refused when it costs too much', async () => {
  const query = 'query ($first: Int!) { shops(first: $first) { nodes { name } } }';
  const small = await ask({ query, variables: { first: 10 } });
  const larger = await ask({ query, variables: { first: 20 } });
  const huge = await ask({ query, variables: { first: 10_000 } });

  const costOf = (answer: typeof small) => answer.body.extensions.cost.requestedQueryCost;
  expect(costOf(larger)).toBeGreaterThan(costOf(small));
  expect(huge).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'QUERY_TOO_COSTLY' } }] } });
});

test('a part that is left out costs nothing, and is priced when it is asked for', async () => {
  const query = 'query ($all: Boolean!) { hello shops(first: 50) @include(if: $all) { nodes { name } } }';
  const without = await ask({ query, variables: { all: false } });
  const all = await ask({ query, variables: { all: true } });

  expect(without.body.extensions.cost.requestedQueryCost).toBeLessThan(all.body.extensions.cost.requestedQueryCost);
});

test('what one merchant asked before is refused to a stranger', async () => {
  const good = { authorization: 'Bearer good' };
  const allowed = await ask({ query: '{ hello }' }, '/admin/graphql', good);

  expect(allowed).toMatchObject({ status: 200, line: { shop: 'toy.myshopify.com' } });
  expect(await ask({ query: '{ hello }' }, '/admin/graphql')).toMatchObject({ status: 401, body: { errors: [{}] } });
  expect(await ask({ query: '{ hello }' }, '/admin/graphql', { authorization: 'Bearer offline' })).toMatchObject({
    status: 503,
  });
});

test('a known operation in an unusual form is still held to the form', async () => {
  await ask({ query: '{ hello }' });
  const payload = JSON.stringify({ query: '{ hello }' });

  const asText = await toy.ask('/public/graphql', { 'content-type': 'text/plain' }, payload);
  const asPage = await toy.ask('/public/graphql', { accept: 'image/png' }, payload);
  const withMore = await toy.ask('/public/graphql', {}, JSON.stringify([{ query: '{ hello }' }]));

  expect([asText.status, asPage.status, withMore.status]).toEqual([415, 406, 400]);
});
