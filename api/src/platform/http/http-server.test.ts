import { EventEmitter, once } from 'node:events';
import { Writable } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { createLogger } from '../logger.ts';
import { closeGracefully, isDraining } from './close-gracefully.ts';
import { createHttpServer, type HttpSettings } from './http-server.ts';
import { noteForLog } from './request-log.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function serverWith(settings: Partial<HttpSettings> = {}) {
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk)) as undefined) });
  const http = await createHttpServer({
    logger: createLogger('trace', sink),
    bodyBytes: 1024,
    requestTimeoutMs: 5000,
    headersTimeoutMs: 5000,
    trustedProxies: [],
    https: false,
    checks: { database: async () => true },
    ...settings,
  });
  closers.push(() => http.close());
  return { http, lines, log: () => lines.map((line) => JSON.parse(line)) };
}

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

describe('a request that fails', () => {
  test('below 500 is told why, with a stable code and the request’s id', async () => {
    const { http } = await serverWith();
    http.post('/take', async () => 'taken');
    const post = (payload: string, type = 'application/json') =>
      http.inject({ method: 'POST', url: '/take', headers: { 'content-type': type }, payload });
    const answers = await Promise.all([post('{"a":'), post('"x"', 'text/x'), post(`"${'x'.repeat(2000)}"`), post('')]);

    expect(answers.map((answer) => [answer.statusCode, answer.json().error.code])).toEqual([
      [400, 'BAD_REQUEST'],
      [415, 'UNSUPPORTED_MEDIA_TYPE'],
      [413, 'PAYLOAD_TOO_LARGE'],
      [400, 'BAD_REQUEST'],
    ]);
    expect(answers[0]?.json().error.requestId).toBe(answers[0]?.headers['x-request-id']);
  });

  test('from 500 on is told nothing, and logged once without the values it quotes', async () => {
    const { http, log, lines } = await serverWith();
    http.get('/breaks', async () => Promise.reject(new Error('password="hunter2" of someone@example.org')));

    const answer = await http.inject('/breaks');

    const requestId = answer.headers['x-request-id'];
    expect([answer.statusCode, answer.json().error]).toEqual([
      500,
      { code: 'INTERNAL_SERVER_ERROR', message: expect.stringContaining('on our side'), requestId },
    ]);
    expect(log().filter((line) => line.msg === 'unexpected error')).toMatchObject([
      { requestId, err: { type: 'Error' } },
    ]);
    expect(lines.join('') + answer.body).not.toMatch(/hunter2|someone/);
  });

  test('for want of the database may be tried again', async () => {
    const { http } = await serverWith();
    http.get('/rows', async () => Promise.reject(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })));

    const answer = await http.inject('/rows');

    expect([answer.statusCode, answer.headers['retry-after'], answer.json().error.code]).toEqual([
      503,
      '5',
      'SERVICE_UNAVAILABLE',
    ]);
  });

  test('because it took us too long is ours', async () => {
    const { http } = await serverWith({ requestTimeoutMs: 20 });
    http.get('/slow', () => new Promise(() => {}));

    expect((await http.inject('/slow')).statusCode).toBe(503);
  });

  test('because its body never came is the client’s', async () => {
    const { http } = await serverWith({ requestTimeoutMs: 50 });
    http.post('/take', async () => 'taken');
    const address = await http.listen({ host: '127.0.0.1', port: 0 });
    const unfinished = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{')) });

    const headers = { 'content-type': 'application/json' };
    const request = { method: 'POST', headers, body: unfinished, duplex: 'half' } as const;
    const answer = await fetch(`${address}/take`, request);

    expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
      408,
      'REQUEST_TIMEOUT',
    ]);
    http.server.closeAllConnections();
  });

  test.each([
    ['/nowhere', {}, 404, 'NOT_FOUND'],
    ['/%zz', {}, 400, 'BAD_REQUEST'],
    ['/livez', { host: 'a b' }, 400, 'BAD_REQUEST'],
    ['/livez', { host: '%' }, 400, 'BAD_REQUEST'],
  ])('%s with %o is refused in the same form', async (url, headers, status, code) => {
    const { http } = await serverWith();

    const answer = await http.inject({ url, headers });

    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code]);
    expect(answer.body).not.toContain('zz');
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

describe('stopping', () => {
  async function withRequestInFlight() {
    const { http } = await serverWith();
    const steps = new EventEmitter();
    const order: string[] = [];
    http.get('/slow', async () => {
      steps.emit('arrived');
      await once(steps, 'release');
      return 'finished';
    });
    http.addHook('onResponse', async () => void order.push('answered'));
    const address = await http.listen({ host: '127.0.0.1', port: 0 });
    const arrival = once(steps, 'arrived');
    const answer = fetch(`${address}/slow`).then((response) => response.text());
    await arrival;
    return { http, answer, order, release: () => steps.emit('release') };
  }

  test('what is in flight is finished, then what it needed is closed', async () => {
    const { http, answer, order, release } = await withRequestInFlight();

    const closed = closeGracefully(http, { graceMs: 10_000, after: async () => void order.push('database closed') });
    expect(isDraining(http)).toBe(true);
    release();

    expect(await answer).toBe('finished');
    await closed;
    expect(order).toEqual(['answered', 'database closed']);
  });

  test('what does not finish within the grace is cut off', async () => {
    const { http, answer, order, release } = await withRequestInFlight();
    const cut = expect(answer).rejects.toThrow();

    await closeGracefully(http, { graceMs: 10, after: async () => void order.push('database closed') });

    await cut;
    expect(order).toContain('database closed');
    release();
  });

  test('readiness ends first', async () => {
    const { http } = await serverWith();
    let duringClose: unknown;
    http.addHook('preClose', async () => {
      duringClose = isDraining(http);
    });

    await closeGracefully(http, { graceMs: 1000, after: async () => {} });

    expect(duringClose).toBe(true);
  });
});
