import { beforeEach, describe, expect, test } from 'vitest';
import { startToy, type Toy, TRUSTED } from './toy-endpoint.fixture.ts';

let toy: Toy;
beforeEach(async () => {
  toy = await startToy();
});

/** Asks for a trusted document by GET, as a page would: with no header of its own. */
async function get(documentId: string, variables?: object, headers: Record<string, string> = {}) {
  const question = new URLSearchParams({ documentId, ...(variables && { variables: JSON.stringify(variables) }) });
  const response = await toy.http.inject({ url: `/public/graphql?${question}`, headers });
  return { status: response.statusCode, headers: response.headers, text: response.body };
}

function post(body: object, headers: Record<string, string> = {}) {
  return toy.ask('/public/graphql', headers, JSON.stringify(body));
}

const input = { campaignId: '1', password: 'open' };

describe('a document that is known beforehand', () => {
  test('is answered by its identifier as by its text, but for the cost, which nobody needs to know', async () => {
    const byText = await post({ query: TRUSTED.unlock, variables: { input } });
    const byId = await post({ documentId: 'unlock', variables: { input } });

    expect(byId.status).toBe(200);
    expect(byId.body).toEqual({ data: byText.body.data });
    expect(byId.headers['cache-control']).toBe('no-store');
  });

  test('is named in the log with how it ended', async () => {
    await post({ documentId: 'unlock', variables: { input } });

    expect(toy.logLines().at(-1)).toMatchObject({ operationName: 'Unlock', outcome: 'Opened' });
  });

  test('is refused with variables that do not fit, and none of them is quoted', async () => {
    const { status, body, text } = await post({
      documentId: 'unlock',
      variables: { input: { ...input, password: { secret: 'hunter2' } } },
    });

    expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(text).not.toContain('hunter2');
  });

  test.each([
    ['unlock', { input: { ...input, password: 'crash it' } }],
    ['refused', { reason: 'FORBIDDEN' }],
    ['refused', { reason: 'SERVICE_UNAVAILABLE' }],
  ] as const)('that fails (%s %j) is told of as by its text', async (documentId, variables) => {
    const byText = await post({ query: TRUSTED[documentId], variables });
    const byId = await post({ documentId, variables });

    const told = ({ status, body: { data, errors } }: typeof byId) => {
      // But for the place in a text that the client has not sent.
      const all = errors.map(({ message, path, extensions }) => ({ message, path, code: extensions.code }));
      return { status, data, all };
    };
    expect(told(byId)).toEqual(told(byText));
    expect(byId.text).not.toContain('crash it');
  });

  test.each([
    ['an identifier that nobody knows', { documentId: 'nothing' }, 'PERSISTED_DOCUMENT_NOT_FOUND'],
    ['an identifier that is no text', { documentId: 7 }, 'BAD_REQUEST'],
    ['an identifier and a text', { documentId: 'hello', query: '{ hello }' }, 'BAD_REQUEST'],
    ['variables that are no object', { documentId: 'hello', variables: 'x' }, 'BAD_REQUEST'],
    ['an operation that is no text', { documentId: 'hello', operationName: 1 }, 'BAD_REQUEST'],
  ])('%s is refused', async (_name, body, code) => {
    const answer = await post(body);

    expect([answer.status, answer.body.errors.map(({ extensions }) => extensions.code)]).toEqual([400, [code]]);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body.errors[0].extensions.requestId).toBe(answer.headers['x-request-id']);
  });

  test('a server that cannot answer one does not start', async () => {
    await expect(startToy({}, { gone: '{ gone }' })).rejects.toThrow(
      'The trusted document gone does not fit the schema: Cannot query field "gone" on type "Query".',
    );
  });
});

describe('a question that is the same for everybody', () => {
  test('is answered by GET without a preflight, for caches to keep a moment', async () => {
    const { status, headers, text } = await get('shop', { id: '1' });

    expect([status, JSON.parse(text)]).toEqual([200, { data: { named: { name: 'Shop 1' } } }]);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=1, stale-while-revalidate=2',
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
      vary: 'accept',
    });
    expect(headers).not.toHaveProperty('set-cookie');
  });

  test('says when it left the server, and lets a page read that and how long a cache kept it', async () => {
    const before = Date.now();
    const { headers } = await get('shop', { id: '1' });

    const told = Date.parse(String(headers['x-server-time']));
    expect(told).toBeGreaterThanOrEqual(before);
    expect(told).toBeLessThanOrEqual(Date.now());
    expect(String(headers['access-control-expose-headers']).split(', ')).toEqual(
      expect.arrayContaining(['age', 'date', 'retry-after', 'x-server-time']),
    );
  });

  test('has a tag that stays while the answer does, and a cache that knows it gets no body', async () => {
    const first = await get('shop', { id: '1' });
    const other = await get('shop', { id: '2' });
    const again = await get('shop', { id: '1' }, { 'if-none-match': String(first.headers.etag) });

    expect(first.headers.etag).toMatch(/^"[\w-]{22}"$/);
    expect(other.headers.etag).not.toBe(first.headers.etag);
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', first.headers.etag]);
    expect(again.headers['content-type']).toBe(first.headers['content-type']);
    expect(again.headers['cache-control']).toBe(first.headers['cache-control']);
    expect(again.headers).toHaveProperty('x-server-time');
  });

  test('is worked out once for all who come at the same moment, and anew when it has changed', async () => {
    await Promise.all(Array.from({ length: 20 }, () => get('shop', { id: '1' })));
    const once = toy.named.length;
    toy.answers.forget('1');
    await get('shop', { id: '1' });

    expect([once, toy.named]).toEqual([1, ['1', '1']]);
  });

  test('what has changed while it was worked out is worked out anew for who comes afterwards', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    toy.named.wait = promise;
    const early = get('shop', { id: '1' });
    while (toy.named.length === 0) await new Promise(setImmediate);
    toy.answers.forget('1');
    resolve();
    await early;
    await get('shop', { id: '1' });

    expect([...toy.named]).toEqual(['1', '1']);
  });

  test.each([
    ['a document that changes something', 'unlock', { input }, 405, 'METHOD_NOT_ALLOWED'],
    ['a document that asks by a secret', 'refused', { reason: 'x' }, 405, 'METHOD_NOT_ALLOWED'],
    ['a document that nobody knows', 'nothing', {}, 400, 'PERSISTED_DOCUMENT_NOT_FOUND'],
    ['variables that do not fit', 'shop', { id: { a: 1 } }, 400, 'BAD_USER_INPUT'],
    ['variables that are missing', 'shop', {}, 400, 'BAD_USER_INPUT'],
  ])('%s is refused by GET, and no cache keeps the refusal', async (_name, id, variables, status, code) => {
    const answer = await get(id, variables);

    expect([answer.status, JSON.parse(answer.text).errors[0].extensions.code]).toEqual([status, code]);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers.allow).toBe(status === 405 ? 'POST' : undefined);
  });

  test('variables that are no JSON are refused', async () => {
    const response = await toy.http.inject('/public/graphql?documentId=shop&variables={');

    expect([response.statusCode, response.json().errors[0].message]).toEqual([400, '`variables` must be JSON.']);
  });

  test('an answer with an error is kept by nobody, and the next one is tried anew', async () => {
    const first = await get('offline');
    const second = await get('offline');

    expect([first.status, first.headers['cache-control']]).toEqual([503, 'no-store']);
    expect(first.headers['retry-after']).toMatch(/^([5-9]|10)$/);
    expect(first.headers).not.toHaveProperty('etag');
    const idOf = ({ text }: typeof first) => JSON.parse(text).errors[0].extensions.requestId;
    expect([idOf(first), idOf(second)]).toEqual([first.headers['x-request-id'], second.headers['x-request-id']]);
  });

  test('an error that several met at the same moment names each request to its own client', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => get('offline')));

    expect(answers.map(({ text }) => JSON.parse(text).errors[0].extensions.requestId)).toEqual(
      answers.map(({ headers }) => headers['x-request-id']),
    );
  });
});

test('where no document is known beforehand, an identifier is no question', async () => {
  const answer = await toy.ask('/admin/graphql', { authorization: 'Bearer good' }, '{"documentId":"hello"}');

  expect(answer.status).toBe(400);
});
