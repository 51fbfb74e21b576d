import { getIntrospectionQuery } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { post, startToy, type Toy } from './toy-endpoint.fixture.ts';

let toy: Toy;
beforeAll(async () => {
  toy = await startToy();
});

const nest = (levels: number, inner = 'id') => `${'neighbour { '.repeat(levels)}${inner}${' }'.repeat(levels)}`;
const fanOut = (levels: number) =>
  Array.from(
    { length: levels },
    (_, at) => `fragment F${at} on Shop { neighbour { ...F${at + 1} } neighbour { ...F${at + 1} } }`,
  ).join(' ');
const emptyCycle = (size: number) =>
  Array.from(
    { length: size },
    (_, at) => `fragment F${at} on Mutation { ...F${(at + 1) % size} ...F${(at + 1) % size} }`,
  ).join(' ');
const unlock = 'unlock(input: { campaignId: "1", password: "x" }) { __typename }';
const repeat = (times: number, part: (at: number) => string) =>
  Array.from({ length: times }, (_, at) => part(at)).join(' ');

const HOSTILE: readonly [string, string, string][] = [
  ['a query deeper than the limit', `{ shop { ${nest(20)} } }`, 'QUERY_TOO_DEEP'],
  [
    'a depth hidden in fragments',
    `{ shop { ...A } } fragment A on Shop { ${nest(6, '...B')} } fragment B on Shop { ${nest(6)} }`,
    'QUERY_TOO_DEEP',
  ],
  ['a depth hidden in inline fragments', `{ ... { ... on Query { shop { ${nest(12)} } } } }`, 'QUERY_TOO_DEEP'],
  [
    'a depth behind a fragment called __schema',
    `{ shop { ...__schema } } fragment __schema on Shop { ${nest(12)} }`,
    'QUERY_TOO_DEEP',
  ],
  ['a depth behind an operation called __schema', `query __schema { shop { ${nest(12)} } }`, 'QUERY_TOO_DEEP'],
  ['a depth behind an alias called __schema', `{ __schema: shop { ${nest(12)} } }`, 'QUERY_TOO_DEEP'],
  ['a second operation that is too deep', `query A { hello } query B { shop { ${nest(12)} } }`, 'QUERY_TOO_DEEP'],
  ['a thousand aliases', `{ ${repeat(300, (at) => `a${at}: hello`)} }`, 'TOO_MANY_ALIASES'],
  [
    'aliases split over fragments',
    `{ ...A ...B } fragment A on Query { ${repeat(9, (at) => `a${at}: hello`)} } fragment B on Query { ${repeat(9, (at) => `b${at}: hello`)} }`,
    'TOO_MANY_ALIASES',
  ],
  [
    'aliases in a fragment spread twice',
    `{ a: shop { ...A } b: shop { ...A } } fragment A on Shop { ${repeat(8, (at) => `a${at}: id`)} }`,
    'TOO_MANY_ALIASES',
  ],
  ['a directive wall', `{ hello ${'@include(if: true) '.repeat(25)} }`, 'TOO_MANY_DIRECTIVES'],
  ['directives over many fields', `{ ${repeat(25, () => 'hello @include(if: true)')} }`, 'TOO_MANY_DIRECTIVES'],
  ['guessing by aliased mutations', `mutation { ${repeat(10, (at) => `a${at}: ${unlock}`)} }`, 'TOO_MANY_MUTATIONS'],
  ['two different mutations at once', `mutation { ${unlock} view(id: "1") }`, 'TOO_MANY_MUTATIONS'],
  [
    'mutations split over fragments',
    `mutation { ...A ... on Mutation { b: ${unlock} } } fragment A on Mutation { a: ${unlock} }`,
    'TOO_MANY_MUTATIONS',
  ],
  ['more tokens than the limit', `{ ${'hello '.repeat(1200)} }`, 'QUERY_TOO_LONG'],
  ['a brace wall', '{'.repeat(900), 'GRAPHQL_PARSE_FAILED'],
  ['a brace wall over the limit', '{ a '.repeat(1200), 'QUERY_TOO_LONG'],
  ['brackets in a value', `{ refused(reason: ${'['.repeat(400)}${']'.repeat(400)}) }`, 'GRAPHQL_VALIDATION_FAILED'],
  ['an unfinished string', '{ refused(reason: "abc) }', 'GRAPHQL_PARSE_FAILED'],
  ['a broken Unicode escape', '{ refused(reason: "\\uD800") }', 'GRAPHQL_PARSE_FAILED'],
  ['a control character', '{ hello \u0000 }', 'GRAPHQL_PARSE_FAILED'],
  ['an empty document', '   ', 'GRAPHQL_PARSE_FAILED'],
  ['unknown fields', `{ ${repeat(100, (at) => `unknown${at}`)} }`, 'GRAPHQL_VALIDATION_FAILED'],
  ['overlapping fields', `{ ${repeat(10, (at) => `a: refused(reason: "${at}")`)} }`, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a fragment inside itself',
    '{ shop { ...A } } fragment A on Shop { neighbour { ...A } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['fragments that double and never end', `mutation { ...F0 } ${emptyCycle(60)}`, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'fragments that double at each level',
    `{ shop { ...F0 } } ${fanOut(30)} fragment F30 on Shop { id }`,
    'QUERY_TOO_DEEP',
  ],
  [
    'lists inside lists',
    `{ shop { neighbours { neighbours { neighbours { neighbours { id } } } } } }`,
    'QUERY_TOO_COSTLY',
  ],
  ['a page of everything', '{ shops(first: 2000000000) { nodes { id } } }', 'QUERY_TOO_COSTLY'],
  [
    'introspection inside introspection',
    '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a deep look at the schema',
    `{ __schema { types { fields { type { ${'ofType { '.repeat(20)}name${' }'.repeat(20)} } } } } }`,
    'QUERY_TOO_DEEP',
  ],
  [
    'a deep look at the schema behind a fragment',
    `{ __schema { types { fields { type { ...__schema } } } } }
     fragment __schema on __Type { ${'... { ofType { '.repeat(20)}name${' } }'.repeat(20)} }`,
    'QUERY_TOO_DEEP',
  ],
  ['many looks at the schema', `{ ${repeat(12, (at) => `a${at}: __schema { types { name } }`)} }`, 'QUERY_TOO_COSTLY'],
  ['a subscription', 'subscription { hello }', 'GRAPHQL_VALIDATION_FAILED'],
  ['many operations and no name', `${repeat(20, (at) => `query A${at} { hello }`)}`, 'OPERATION_RESOLUTION_FAILURE'],
  ['types instead of an operation', 'type Query { hello: String }', 'GRAPHQL_VALIDATION_FAILED'],
];

describe('a hostile document is refused as the client’s fault, never as ours:', () => {
  test.each(HOSTILE)('%s', async (_name, query, code) => {
    const answer = await post(toy, query);

    expect(answer.status).toBe(400);
    expect(answer.code).toBe(code);
    expect(answer.body.data).toBeUndefined();
  });

  test('a string of 900 kB is over the size of a body', async () => {
    const answer = await post(toy, `{ refused(reason: "${'x'.repeat(900_000)}") }`);

    expect([answer.status, answer.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  test.each([
    ['a list of operations', '[{"query":"{ hello }"},{"query":"{ hello }"}]'],
    ['a body that is no JSON', '{"query": hunter2'],
    ['no body', ''],
    ['a prototype', '{"query":"{ hello }","__proto__":{"admin":true}}'],
    ['a document that is no text', '{"query":{"kind":"Document"}}'],
    ['variables that are a list', '{"query":"{ hello }","variables":[1]}'],
    ['variables that are a text', '{"query":"{ hello }","variables":"{}"}'],
    [
      'a deep variable',
      `{"query":"query ($a: String!) { refused(reason: $a) }","variables":{"a":${'['.repeat(9000)}${']'.repeat(9000)}}}`,
    ],
    [
      'a huge list',
      `{"query":"query ($a: String!) { refused(reason: $a) }","variables":{"a":[${'1,'.repeat(9000)}1]}}`,
    ],
    ['a persisted query', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"a"}}}'],
  ])('%s', async (_name, payload) => {
    const headers = { 'content-type': 'application/json' };
    const response = await toy.http.inject({ method: 'POST', url: '/public/graphql', headers, payload });

    expect(response.statusCode === 200 ? response.json().errors[0].extensions.code : response.statusCode).toSatisfy(
      (answer) => answer === 'PERSISTED_QUERY_NOT_SUPPORTED' || (answer >= 400 && answer < 500),
    );
    expect(response.body).not.toContain('hunter2');
    expect(response.body).not.toContain('world');
  });
});

test('what is allowed still works: one mutation, a few aliases, the whole schema', async () => {
  const introspection = await post(toy, getIntrospectionQuery());
  const aliases = await post(toy, `{ ${repeat(15, (at) => `a${at}: hello`)} }`);
  const mutation = await post(toy, `mutation { ${unlock} }`);
  const view = await post(toy, `mutation ($id: ID!) { view(id: $id) }`, { id: '1' });

  expect([introspection, aliases, mutation, view].map(({ status, code }) => [status, code])).toEqual(
    Array.from({ length: 4 }, () => [200, undefined]),
  );
});
