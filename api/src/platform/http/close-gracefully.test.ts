import { EventEmitter, once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { closeGracefully, isDraining } from './close-gracefully.ts';
import { serverWith } from './server.fixture.ts';

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

  const closed = closeGracefully(http, {
    delayMs: 0,
    graceMs: 10_000,
    after: async () => void order.push('database closed'),
  });
  expect(isDraining(http)).toBe(true);
  release();

  expect(await answer).toBe('finished');
  await closed;
  expect(order).toEqual(['answered', 'database closed']);
});

test('what does not finish within the grace is cut off', async () => {
  const { http, answer, order, release } = await withRequestInFlight();
  const cut = expect(answer).rejects.toThrow();

  await closeGracefully(http, { delayMs: 0, graceMs: 10, after: async () => void order.push('database closed') });

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

  await closeGracefully(http, { delayMs: 0, graceMs: 1000, after: async () => {} });

  expect(duringClose).toBe(true);
});

test('while a balancer learns of it, whoever still comes is served', async () => {
  const { http } = await serverWith();
  http.get('/late', async () => 'served');
  const address = await http.listen({ host: '127.0.0.1', port: 0 });

  const closed = closeGracefully(http, { delayMs: 500, graceMs: 1000, after: async () => {} });
  const [ready, late] = await Promise.all([fetch(`${address}/readyz`), fetch(`${address}/late`)]);

  expect([ready.status, late.status]).toEqual([503, 200]);
  await closed;
  await expect(fetch(`${address}/late`)).rejects.toThrow();
});

test('a question on a connection in use is answered, though the server has begun to close before it came', async () => {
  const { http } = await serverWith();
  const steps = new EventEmitter();
  http.get('/slow', async () => {
    steps.emit('arrived');
    await once(steps, 'release');
    return 'finished';
  });
  http.get('/late', async () => 'served');
  await http.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect((http.server.address() as AddressInfo).port, '127.0.0.1');
  const ask = (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nhost: shop.example\r\n\r\n`);
  const answers = text(socket);
  const arrival = once(steps, 'arrived');
  ask('/slow');
  await arrival;

  const closed = closeGracefully(http, { delayMs: 0, graceMs: 10_000, after: async () => {} });
  await vi.waitFor(() => expect(http.server.listening).toBe(false));
  const late = once(http.server, 'request');
  ask('/late');
  await late;
  steps.emit('release');

  expect((await answers).match(/HTTP\/1.1 \d+|finished|served/g)).toEqual([
    ...['HTTP/1.1 200', 'finished', 'HTTP/1.1 200', 'served'],
  ]);
  await closed;
});
