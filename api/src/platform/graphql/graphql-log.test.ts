import { beforeEach, expect, test } from 'vitest';
import { post, startToy, type Toy } from './toy-endpoint.fixture.ts';

let toy: Toy;
beforeEach(async () => {
  toy = await startToy();
});

test('route, operation, shop, status, duration and outcome of an operation', async () => {
  await toy.ask(
    '/admin/graphql',
    { authorization: 'Bearer good' },
    JSON.stringify({ query: 'query Greeting { hello }' }),
  );

  expect(toy.logLines().at(-1)).toMatchObject({
    level: 'info',
    method: 'POST',
    route: '/admin/graphql',
    operationName: 'Greeting',
    shop: 'toy.myshopify.com',
    status: 200,
    outcome: 'ok',
    durationMs: expect.any(Number),
  });
});

test('the type that a visitor’s attempt ended with, and never the access pass, whatever its alias', async () => {
  const query = (field: string) =>
    `mutation { unlock(input: { campaignId: "1", password: "open" }) { ... on Opened { ${field} } } }`;
  await post(toy, query('__typename pass'));
  await post(toy, query('__typename: pass'));

  expect(toy.logLines().map((line) => line.outcome)).toEqual(['Opened', 'ok']);
  expect(toy.logText()).not.toContain('marker-pass');
});

test('no marker of a request: token, address, query string, secret link, header or body', async () => {
  const marker = 'MARKER-1f9c';
  const headers = {
    authorization: `Bearer ${marker}`,
    cookie: `a=${marker}`,
    referer: `https://x.example/?vip=${marker}`,
  };
  await toy.ask('/admin/graphql', headers, JSON.stringify({ query: `{ refused(reason: "${marker}") }` }));
  await toy.ask('/public/graphql', headers, `{"query": "${marker}`);
  await post(toy, 'query ($r: String!) { refused(reason: $r) broken }', {
    r: 'FORBIDDEN',
    email: `${marker}@example.org`,
  });
  const visits = [
    `/c/${marker}?vip=${marker}`,
    `/nowhere/${marker}`,
    `/public/graphql?query={${marker}}`,
    `/%zz${marker}`,
  ];
  for (const url of visits) await toy.http.inject({ method: 'GET', url, headers });

  expect(toy.logLines().length).toBeGreaterThanOrEqual(7);
  expect(toy.logText()).not.toContain(marker);
  expect(toy.logLines().some((line) => line.route === '/c/:secretLink')).toBe(true);
});
