import { describe, expect, test } from 'vitest';
import { serverWith } from './server.fixture.ts';

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

  test('by a room’s refusal has that room’s code', async () => {
    const { http } = await serverWith();
    const refusal = Object.assign(new Error('Not you.'), { statusCode: 403, extensions: { code: 'FORBIDDEN' } });
    http.get('/closed', async () => Promise.reject(refusal));

    const answer = await http.inject('/closed');

    expect([answer.statusCode, answer.json().error]).toMatchObject([403, { code: 'FORBIDDEN', message: 'Not you.' }]);
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

    expect([answer.statusCode, answer.json().error.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect(answer.headers['retry-after']).toMatch(/^([5-9]|10)$/);
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
