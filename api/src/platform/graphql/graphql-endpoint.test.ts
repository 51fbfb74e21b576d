import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { post, startToy, type Toy } from './toy-endpoint.fixture.ts';

let toy: Toy;
beforeEach(async () => {
  toy = await startToy();
});

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

    expect(status).toBe(503);
    expect(response.headers['retry-after']).toMatch(/^([5-9]|10)$/);
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

describe('who may come in', () => {
  test('without a token the admin’s endpoint answers 401, whatever is asked', async () => {
    const { status, headers, body } = await toy.ask('/admin/graphql', {}, JSON.stringify({ query: '{ __typename }' }));

    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(body.errors[0]).toMatchObject({
      message: 'A valid token is needed.',
      extensions: { code: 'UNAUTHENTICATED' },
    });
    expect(body.errors[0].extensions.requestId).toBe(headers['x-request-id']);
  });

  test('a fault while the caller is looked up is ours: 503 without the database, otherwise a masked 500', async () => {
    const offline = await toy.ask('/admin/graphql', { authorization: 'Bearer offline' });
    const broken = await toy.ask('/admin/graphql', { authorization: 'Bearer broken' });

    expect([offline.status, offline.body.errors[0].extensions.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect(offline.headers['retry-after']).toMatch(/^([5-9]|10)$/);
    expect([broken.status, broken.body.errors[0].extensions.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(broken.text).not.toContain('token_hash');
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
  const { status, headers } = await toy.ask('/public/graphql', { accept: 'application/graphql-response+json' });

  expect([status, headers['content-type']]).toEqual([200, 'application/graphql-response+json; charset=utf-8']);
});
