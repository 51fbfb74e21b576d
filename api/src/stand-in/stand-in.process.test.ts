import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';
import { KLAVIYO_TEST, testStandIn } from './stand-in.fixture.ts';

test('by itself the stand-in prints its address, is driven from outside, and ends when it is told to', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'stand-in.process.ts'), '--port', '0']);
  onTestFinished(() => void child.kill('SIGKILL'));
  const [address] = await once(createInterface(child.stdout), 'line');
  const send = async (request: string, body?: unknown) => {
    const [method = '', path = ''] = request.split(' ');
    const json = body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
    return (await fetch(`${address}/control/${path}`, { method, ...json })).json();
  };

  await send('POST accounts', { vendor: 'klaviyo', id: 'SHOP1', name: 'Shop 1', key: 'pk_1', delayMs: 0 });
  await send('POST lists', { accountId: 'SHOP1', id: 'L1', name: 'VIPs', optIn: 'single_opt_in' });
  await send('POST faults', { kind: 'THROTTLED', vendor: 'klaviyo', accountId: 'SHOP1', times: 1 });
  const headers = { authorization: 'Klaviyo-API-Key pk_1', revision: '2026-07-15' };
  const statuses: number[] = [];
  for (let times = 0; times < 2; times++)
    statuses.push((await fetch(`${address}/klaviyo/api/lists`, { headers })).status);

  expect(statuses).toEqual([429, 200]);
  const state = (await send('GET state')) as { calls: unknown[]; klaviyo: { id: string }[] };
  expect(state.calls).toMatchObject([{ endpoint: 'GET /api/lists', calls: 2, throttled: 1 }]);
  expect(state.klaviyo.map(({ id }) => id)).toEqual([DEMO_ACCOUNTS.klaviyo, 'SHOP1']);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('who drives the stand-in wrongly is told so', async () => {
  const at = await testStandIn();
  const post = (path: string, body: unknown) => {
    const json = { 'content-type': 'application/json' };
    return fetch(`${at.address}/control/${path}`, { method: 'POST', headers: json, body: JSON.stringify(body) });
  };

  const fault = await post('faults', { kind: 'EARTHQUAKE' });
  const person = { vendor: 'klaviyo', accountId: 'NOBODY', email: 'ada@example.org', act: 'LEAVE' };

  expect([fault.status, await fault.json()]).toEqual([400, { error: expect.stringContaining('kind') }]);
  expect((await post('people', person)).status).toBe(404);
  expect(await (await post('people', { ...person, accountId: KLAVIYO_TEST.id })).json()).toEqual({ done: false });
});
