import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { post, startToy, type Toy } from './toy-endpoint.fixture.ts';

let toy: Toy;
beforeEach(async () => {
  toy = await startToy();
});

const json = { 'content-type': 'application/json' };
const hello = JSON.stringify({ query: '{ hello }' });

async function ask(url: string, headers: Record<string, string>, payload = hello) {
  const response = await toy.http.inject({ method: 'POST', url, headers: { ...json, ...headers }, payload });
  return { status: response.statusCode, headers: response.headers, body: response.json(), text: response.body };
}

describe('what an answer says', () => {
  test('an operation is answered with its cost and the request’s id', async () => {
    const { body, response } = await post(toy, '{ shops(first: 20) { nodes { id name } totalCount } }');

    expect(body.extensions.cost).toEqual({ requestedQueryCost: 21, maximumAvailable: 200 });
    expect(body.data.shops.totalCount).toBe(1);
    expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a query that costs too much is told its cost and the maximum', async () => {
    const { status, body } = await post(toy, '{ shops(first: 100) { nodes { neighbours { id } } } }');

    expect(status).toBe(400);
    expect(body.errors[0].extensions).toMatchObject({
      code: 'QUERY_TOO_COSTLY',
      cost: { requestedQueryCost: 701, maximumAvailable: 200 },
    });
    expect(body.errors[0].message).toContain('701');
  });

  test('an unexpected error is masked, logged once with the request’s id, and quotes nothing', async () => {
    const { status, body, text } = await post(toy, '{ hello broken }');

    expect(status).toBe(200);
    expect(body.data).toEqual({ hello: 'world', broken: null });
    const { code, requestId, ...more } = body.errors[0].extensions;
    expect([code, more, body.errors[0].path]).toEqual(['INTERNAL_SERVER_ERROR', {}, ['broken']]);
    expect(text).not.toMatch(/someone|secret\.ts|TypeError|stack/);
    const logged = toy.logLines().filter((line) => line.msg === 'unexpected error');
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({ requestId, level: 'error', field: 'broken', err: { type: 'TypeError' } });
    expect(toy.logText()).not.toContain('someone@example.org');
  });

  test('without its data, an error of the database’s absence is a 503 that says when to try again', async () => {
    const { status, body, response } = await post(toy, '{ offline }');

    expect([status, response.headers['retry-after']]).toEqual([503, '5']);
    expect(body.errors[0].extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect(response.body).not.toContain('5432');
  });

  test('a refusal keeps its code and says nothing that was not meant to be said', async () => {
    const forbidden = await post(toy, '{ refused(reason: "FORBIDDEN") }');
    const unauthorized = await post(toy, '{ refused(reason: "UNAUTHORIZED") }');

    const { requestId, ...said } = forbidden.body.errors[0].extensions;
    expect(said).toEqual({ code: 'FORBIDDEN', scope: 'read_campaigns' });
    expect(requestId).toBe(forbidden.response.headers['x-request-id']);
    expect(unauthorized.code).toBe('FORBIDDEN');
    expect(toy.logLines().filter((line) => line.level === 'error')).toEqual([]);
  });
});

describe('what was sent is never sent back', () => {
  const unlock = 'mutation Unlock($input: UnlockInput!) { unlock(input: $input) { __typename } }';
  const secret = 'marker-hunter2';

  test.each([
    ['a field too many', { campaignId: '1', password: 'x', extra: secret }, 'Field "extra" is not defined'],
    ['a field too few', { password: secret }, 'Field "campaignId" of required type "ID!" was not provided.'],
    ['a value of another type', { campaignId: '1', password: [secret] }, 'at "input.password": Not a valid String.'],
    ['no value of an enum', { campaignId: '1', password: 'x', kind: secret }, 'at "input.kind"'],
    ['no number', { campaignId: '1', password: 'x', guesses: secret }, 'at "input.guesses": Not a valid Int.'],
  ])('a variable with %s', async (_name, input, reason) => {
    const { status, code, body, text } = await post(toy, unlock, { input });

    expect([status, code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(body.errors[0].message).toContain(reason);
    expect(text).not.toContain(secret);
  });

  test.each([
    [
      'a literal of another type',
      `mutation { unlock(input: { campaignId: "1", password: [["${secret}"]] }) { __typename } }`,
    ],
    [
      'a literal number',
      `mutation { unlock(input: { campaignId: "1", password: "x", guesses: "${secret}" }) { __typename } }`,
    ],
    ['a literal where an object stands', `mutation { unlock(input: "${secret}") { __typename } }`],
    [
      'a literal that is no value of the enum',
      `mutation { unlock(input: { campaignId: "1", password: "x", kind: "${secret}" }) { __typename } }`,
    ],
    ['a string out of place', `mutation { unlock(input: { campaignId: "1" "${secret}" }) { __typename } }`],
    ['a string at the end', `{ hello } "${secret}"`],
    ['a list of variables', `query ($a: String = 3) { refused(reason: $a, other: "${secret}") }`],
  ])('%s', async (_name, query) => {
    const { status, text } = await post(toy, query);

    expect(status).toBe(400);
    expect(text).not.toContain(secret);
    expect(toy.logText()).not.toContain(secret);
  });

  test('a missing variable is named', async () => {
    const { body, code } = await post(toy, unlock);

    expect(code).toBe('BAD_USER_INPUT');
    expect(body.errors[0].message).toBe('Variable "$input" of required type "UnlockInput!" was not provided.');
  });

  test('an error that quotes a visitor’s password is logged without it', async () => {
    const { text } = await post(toy, unlock, { input: { campaignId: '1', password: 'crash me gently' } });

    expect(toy.logText()).toContain('unexpected [value] here');
    expect(toy.logText() + text).not.toContain('crash me gently');
  });
});

describe('what a log line holds', () => {
  test('route, operation, shop, status, duration and outcome of an operation', async () => {
    await ask(
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
    await ask('/admin/graphql', headers, JSON.stringify({ query: `{ refused(reason: "${marker}") }` }));
    await ask('/public/graphql', headers, `{"query": "${marker}`);
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
});

describe('who may come in', () => {
  test('without a token the admin’s endpoint answers 401, whatever is asked', async () => {
    const { status, headers, body } = await ask('/admin/graphql', {}, JSON.stringify({ query: '{ __typename }' }));

    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(body.errors[0]).toMatchObject({
      message: 'A valid token is needed.',
      extensions: { code: 'UNAUTHENTICATED' },
    });
    expect(body.errors[0].extensions.requestId).toBe(headers['x-request-id']);
  });

  test('a fault while the caller is looked up is ours: 503 without the database, otherwise a masked 500', async () => {
    const offline = await ask('/admin/graphql', { authorization: 'Bearer offline' });
    const broken = await ask('/admin/graphql', { authorization: 'Bearer broken' });

    expect([offline.status, offline.body.errors[0].extensions.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect(offline.headers['retry-after']).toBe('5');
    expect([broken.status, broken.body.errors[0].extensions.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(broken.text).not.toContain('token_hash');
  });
});

describe('which pages may call', () => {
  const preflight = {
    origin: 'https://shop.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  };

  test('any page may call the public endpoint, without credentials, and ask for permission once a day', async () => {
    const asked = await toy.http.inject({ method: 'OPTIONS', url: '/public/graphql', headers: preflight });
    const { headers, status } = await ask('/public/graphql', { origin: 'https://shop.example' });

    expect(asked.statusCode).toBe(204);
    expect(asked.headers).toMatchObject({ 'access-control-allow-origin': '*', 'access-control-max-age': '86400' });
    expect(asked.headers['access-control-allow-headers']).toContain('content-type');
    expect(asked.headers).not.toHaveProperty('access-control-allow-credentials');
    expect([status, headers['access-control-allow-origin']]).toEqual([200, '*']);
    expect(headers['access-control-expose-headers']).toContain('retry-after');
  });

  test('a refusal too can be read by the page that asked', async () => {
    const { status, headers } = await ask('/public/graphql', { origin: 'https://shop.example' }, '{');

    expect([status, headers['access-control-allow-origin']]).toEqual([400, '*']);
  });

  test('no foreign page may call the admin’s endpoint', async () => {
    const asked = await toy.http.inject({ method: 'OPTIONS', url: '/admin/graphql', headers: preflight });
    const { headers } = await ask('/admin/graphql', { origin: 'https://evil.example', authorization: 'Bearer good' });

    expect(asked.statusCode).toBe(405);
    expect(Object.keys({ ...asked.headers, ...headers }).filter((name) => name.startsWith('access-control'))).toEqual(
      [],
    );
  });

  test.each([
    ['a form', 'POST', 'application/x-www-form-urlencoded', 'query={hello}'],
    ['a form with files', 'POST', 'multipart/form-data; boundary=x', '--x--'],
    ['plain text', 'POST', 'text/plain', hello],
    ['nothing said about the body', 'POST', undefined, hello],
  ] as const)('a page cannot forge a request by %s', async (_name, method, type, payload) => {
    const headers = type ? { 'content-type': type } : {};
    const response = await toy.http.inject({ method, url: '/public/graphql', headers, payload });

    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
    expect(response.json().errors[0].extensions.requestId).toBe(response.headers['x-request-id']);
  });

  test('a GET changes nothing, and asks nothing without a header that no form can send', async () => {
    const get = (query: string, headers: Record<string, string>) =>
      toy.http.inject({ method: 'GET', url: `/public/graphql?query=${encodeURIComponent(query)}`, headers });
    const mutation = 'mutation { view(id: "1") }';
    const bare = await get('{ hello }', {});
    const forged = await get(mutation, {});
    const careful = await get('{ hello }', { 'apollo-require-preflight': 'yes' });
    const changing = await get(mutation, { 'apollo-require-preflight': 'yes' });

    expect([bare.statusCode, forged.statusCode, careful.statusCode, changing.statusCode]).toEqual([400, 400, 200, 405]);
    expect(changing.headers.allow).toBe('POST');
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'HEAD'] as const)('%s is no way to ask', async (method) => {
    const response = await toy.http.inject({ method, url: '/public/graphql' });

    expect([response.statusCode, response.headers.allow]).toEqual([405, 'GET, POST']);
  });
});

describe('GraphiQL', () => {
  let page: string;
  beforeAll(async () => {
    const response = await (await startToy()).http.inject({ url: '/admin/graphql', headers: { accept: 'text/html' } });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-security-policy']).toContain("script-src 'self';");
    page = response.body;
  });

  test('is answered to a browser, with nothing from anywhere else', () => {
    expect(page).toContain('data-endpoint="/admin/graphql"');
    expect(page).toContain('data-session="/admin/session"');
    expect(page).not.toMatch(/https?:|\/\/\w/);
  });

  test('is not answered to a program', async () => {
    const response = await toy.http.inject({ url: '/public/graphql', headers: { accept: 'application/json' } });

    expect([response.statusCode, response.headers['content-type']]).toEqual([400, 'application/json; charset=utf-8']);
  });
});

test('a client that speaks GraphQL over HTTP is answered in its media type', async () => {
  const { status, headers } = await ask('/public/graphql', { accept: 'application/graphql-response+json' });

  expect([status, headers['content-type']]).toEqual([200, 'application/graphql-response+json; charset=utf-8']);
});
