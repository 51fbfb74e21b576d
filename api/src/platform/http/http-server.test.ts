import { describe, expect, test } from 'vitest';
import { noteForLog } from './request-log.ts';
import { serverWith } from './server.fixture.ts';

describe('every answer', () => {
  test('carries the headers that keep a browser from doing more than was meant', async () => {
    const { http } = await serverWith();

    const { headers } = await http.inject('/livez');

    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  test('keeps browsers to https where people come by https', async () => {
    const { http } = await serverWith({ https: true });

    expect((await http.inject('/livez')).headers['strict-transport-security']).toBe('max-age=31536000');
  });

  test('carries the id that a proxy gave, unless it is none to put into a log', async () => {
    const { http } = await serverWith();
    const idFor = async (id: string) =>
      (await http.inject({ url: '/livez', headers: { 'x-request-id': id } })).headers['x-request-id'];

    expect(await idFor('edge-7f3a.42_x')).toBe('edge-7f3a.42_x');
    for (const id of ['short', 'a b c d e f g h', '{"forged":"line"}', 'someone@example.org', 'x'.repeat(65)]) {
      expect(await idFor(id)).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test('tells a page’s own policy when a page sets one', async () => {
    const { http } = await serverWith();
    http.get('/page', async (_request, reply) =>
      reply.header('content-security-policy', "default-src 'self'").send('p'),
    );

    expect((await http.inject('/page')).headers['content-security-policy']).toBe("default-src 'self'");
  });
});

describe('whose address a visitor has', () => {
  const addressSeen = async (trustedProxies: string[]) => {
    const { http } = await serverWith({ trustedProxies });
    http.get('/address', async (request) => request.ip);
    const headers = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' };
    return (await http.inject({ url: '/address', remoteAddress: '10.0.0.3', headers })).body;
  };

  test('nobody’s word is taken for it by default', async () => {
    expect(await addressSeen([])).toBe('10.0.0.3');
  });

  test('a named proxy’s word is taken, and not what somebody put before it', async () => {
    expect(await addressSeen(['10.0.0.0/8'])).toBe('198.51.100.7');
    expect(await addressSeen(['192.0.2.0/24'])).toBe('10.0.0.3');
  });
});

describe('health', () => {
  test('a process that cannot reach the database lives, and is not ready', async () => {
    const { http } = await serverWith({
      checks: { database: async () => Promise.reject(new Error('down')), keys: async () => true },
    });

    const [alive, ready] = await Promise.all([http.inject('/livez'), http.inject('/readyz')]);

    expect([alive.statusCode, ready.statusCode]).toEqual([200, 503]);
    expect(ready.json()).toEqual({ status: 'not ready', checks: { database: false, keys: true } });
  });

  test('a process with all it needs is ready, and its log does not say so each time', async () => {
    const { http, lines } = await serverWith();

    expect((await http.inject('/readyz')).json()).toEqual({ status: 'ready', checks: { database: true } });
    expect(lines).toEqual([]);
  });
});

test('a log line names the route’s pattern, and what was noted', async () => {
  const { http, log, lines } = await serverWith();
  http.get('/c/:secretLink', async (request) => {
    noteForLog(request, { shop: 'toy.myshopify.com' });
    noteForLog(request, { outcome: 'GateOpened' });
    return 'page';
  });

  await http.inject('/c/marker-secret?vip=marker-secret');

  expect(log()).toMatchObject([
    { method: 'GET', route: '/c/:secretLink', status: 200, shop: 'toy.myshopify.com', outcome: 'GateOpened' },
  ]);
  expect(lines.join('')).not.toContain('marker-secret');
});
