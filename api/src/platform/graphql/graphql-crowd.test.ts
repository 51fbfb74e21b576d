import { Writable } from 'node:stream';
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { expect, test } from 'vitest';
import { createHttpServer } from '../http/http-server.ts';
import { createLogger } from '../logger.ts';
import { WaitingRoom } from '../waiting-room.ts';
import { AnswerMemory } from './answer-memory.ts';
import { mountGraphql } from './graphql-endpoint.ts';
import { LIMITS } from './toy-endpoint.fixture.ts';

/** An endpoint that works at one operation at a time, has no seat for others, and answers when the test says so. */
async function aNarrowDoor(isOverrun = () => false) {
  const { promise, resolve: open } = Promise.withResolvers<string>();
  const fields = { word: { type: GraphQLString, resolve: () => promise } };
  const log: string[] = [];
  const destination = new Writable({
    write(line, _encoding, done) {
      log.push(String(line));
      done();
    },
  });
  const http = await createHttpServer({
    ...{ logger: createLogger('info', destination), bodyBytes: 65_536, requestTimeoutMs: 5000, headersTimeoutMs: 5000 },
    ...{ trustedProxies: [], https: false, checks: {} },
  });
  await mountGraphql(http, {
    ...{ path: '/public/graphql', access: 'open-to-every-origin', limits: LIMITS },
    schema: new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields }) }),
    crowd: new WaitingRoom({ atOnce: 1, seats: 0, patienceMs: 60_000, isOverrun }),
    trusted: { texts: { word: '{ word }' }, openVariables: [], answers: new AnswerMemory() },
    context: async () => ({}),
  });
  // Asynchronous, for without it nothing is sent before somebody waits for the answer.
  const ask = async () => http.inject({ method: 'POST', url: '/public/graphql', payload: { query: '{ word }' } });
  const get = async () => http.inject('/public/graphql?documentId=word');
  return { http, ask, get, open: () => open('welcome'), logged: () => log.join('') };
}

test('who comes when nobody else can be served is told at once when to come again, and who is inside is answered', async () => {
  const { http, ask, open, logged } = await aNarrowDoor();
  const inside = ask();
  const outside = await ask();
  open();

  expect(outside.statusCode).toBe(503);
  expect(outside.headers['retry-after']).toMatch(/^([5-9]|10)$/);
  expect(outside.json().errors[0].extensions.code).toBe('SERVICE_UNAVAILABLE');
  expect((await inside).json().data).toEqual({ word: 'welcome' });
  expect((await ask()).statusCode).toBe(200);
  expect(logged()).not.toContain('"level":"error"');
  await http.close();
});

test('a process that is late sends away who comes to ask, but nobody who would be told what is known already', async () => {
  let isLate = false;
  const { http, ask, get, open, logged } = await aNarrowDoor(() => isLate);
  open();
  const before = await get();
  isLate = true;
  const [asking, reading, preflight, alive] = await Promise.all([
    ask(),
    get(),
    http.inject({ method: 'OPTIONS', url: '/public/graphql' }),
    http.inject('/livez'),
  ]);
  isLate = false;

  expect([asking.statusCode, asking.headers['cache-control'], asking.json().data]).toEqual([
    503,
    'no-store',
    undefined,
  ]);
  expect(asking.headers['retry-after']).toMatch(/^([5-9]|10)$/);
  expect(asking.headers['access-control-allow-origin']).toBe('*');
  expect([reading.statusCode, reading.body]).toEqual([200, before.body]);
  expect([preflight.statusCode, alive.statusCode, (await ask()).statusCode]).toEqual([204, 200, 200]);
  expect(logged()).not.toContain('"level":"error"');
  await http.close();
});

test('who would have to be answered anew is sent away from a late process by GET as well, and no cache keeps that', async () => {
  const { http, get } = await aNarrowDoor(() => true);

  const { statusCode, headers } = await get();

  expect([statusCode, headers['cache-control']]).toEqual([503, 'no-store']);
  expect(headers['retry-after']).toMatch(/^([5-9]|10)$/);
  await http.close();
});
