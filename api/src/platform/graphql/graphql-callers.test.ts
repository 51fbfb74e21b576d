import { beforeEach, expect, test } from 'vitest';
import { HELLO, startToy, type Toy } from './toy-endpoint.fixture.ts';

let toy: Toy;
beforeEach(async () => {
  toy = await startToy();
});

const preflight = {
  origin: 'https://shop.example',
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'content-type',
};

test('any page may call the public endpoint, without credentials, and ask for permission once a day', async () => {
  const asked = await toy.http.inject({ method: 'OPTIONS', url: '/public/graphql', headers: preflight });
  const { headers, status } = await toy.ask('/public/graphql', { origin: 'https://shop.example' });

  expect(asked.statusCode).toBe(204);
  expect(asked.headers).toMatchObject({ 'access-control-allow-origin': '*', 'access-control-max-age': '86400' });
  expect(asked.headers['access-control-allow-headers']).toContain('content-type');
  expect(asked.headers).not.toHaveProperty('access-control-allow-credentials');
  expect([status, headers['access-control-allow-origin']]).toEqual([200, '*']);
  expect(headers['access-control-expose-headers']).toContain('retry-after');
});

test('a refusal too can be read by the page that asked', async () => {
  const { status, headers } = await toy.ask('/public/graphql', { origin: 'https://shop.example' }, '{');

  expect([status, headers['access-control-allow-origin']]).toEqual([400, '*']);
});

test('no foreign page may call the admin’s endpoint', async () => {
  const asked = await toy.http.inject({ method: 'OPTIONS', url: '/admin/graphql', headers: preflight });
  const { headers } = await toy.ask('/admin/graphql', { origin: 'https://evil.example', authorization: 'Bearer good' });

  expect(asked.statusCode).toBe(405);
  expect(Object.keys({ ...asked.headers, ...headers }).filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test.each([
  ['a form', 'POST', 'application/x-www-form-urlencoded', 'query={hello}'],
  ['a form with files', 'POST', 'multipart/form-data; boundary=x', '--x--'],
  ['plain text', 'POST', 'text/plain', HELLO],
  ['nothing said about the body', 'POST', undefined, HELLO],
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
