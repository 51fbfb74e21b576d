import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DEMO_ACCOUNTS, DEMO_KEYS } from '../stand-in/demo-accounts.ts';
import * as requests from '../stand-in/klaviyo-requests.fixture.ts';
import { StandInWorld } from '../stand-in/stand-in-world.ts';
import { vendorsRoutes } from './vendors.routes.ts';

const OURS = { host: '127.0.0.1:4000', 'sec-fetch-site': 'same-origin', origin: 'null' };
let folder: string;
let http: FastifyInstance;
let world: StandInWorld;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vip-vendors-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  await rm(join(folder, 'vendors.json'), { force: true });
  await start();
});

/** The vendors as a process that begins now has them. */
async function start(): Promise<void> {
  world = new StandInWorld();
  http = fastify();
  await http.register(vendorsRoutes({ world, file: join(folder, 'vendors.json') }));
  const running = http;
  afterAll(() => running.close());
}

function subscribe(email: string, listId: string) {
  const headers = { authorization: `Klaviyo-API-Key ${DEMO_KEYS.klaviyo}`, revision: '2026-07-15' };
  const url = '/demo/vendors/klaviyo/api/profile-subscription-bulk-create-jobs';
  return http.inject({ method: 'POST', url, headers, payload: requests.subscribeJob([email], listId) });
}

async function page(): Promise<string> {
  world.clock.advance(1000);
  return (await http.inject({ url: '/demo/vendors', headers: OURS })).body;
}

function press(url: string, fields: Record<string, string>, headers: Record<string, string> = OURS) {
  const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
  return http.inject({ method: 'POST', url, headers: form, payload: new URLSearchParams(fields).toString() });
}

const accountId = DEMO_ACCOUNTS.klaviyo;
const person = { vendor: 'klaviyo', accountId, email: 'ada@example.org' };

test('the page tells the keys, the lists and who is on them, and what came in', async () => {
  expect((await subscribe('ada@example.org', 'VIPLST')).statusCode).toBe(202);

  const shown = await page();

  expect(shown).toContain(DEMO_KEYS.klaviyo);
  expect(shown).toContain(DEMO_KEYS.omnisend);
  expect(shown).toMatch(/VIP early access<\/strong> <span class="quiet">1 on it/);
  expect(shown).toMatch(/ada@example\.org[\s\S]*Subscribed/);
  expect(shown).toContain('POST /api/profile-subscription-bulk-create-jobs');
});

test('a click on the confirmation puts somebody on a list that asks, and "unsubscribe" takes them off', async () => {
  await subscribe('ada@example.org', 'CAREFL');
  expect(await page()).toContain('Asked by mail to confirm');

  const clicked = await press('/demo/vendors/people', { ...person, act: 'CLICK', listId: 'CAREFL' });
  expect([clicked.statusCode, clicked.headers.location]).toEqual([303, '/demo/vendors']);
  expect(await page()).toMatch(/ada@example\.org[\s\S]*Subscribed/);

  await press('/demo/vendors/people', { ...person, act: 'LEAVE', listId: '' });
  expect(await page()).toContain('Unsubscribed');
});

test('a fault that is switched on strikes, is shown, and can be switched off', async () => {
  await press('/demo/vendors/faults', { fault: 'AWAY', vendor: 'klaviyo', share: '1' });
  expect((await subscribe('ada@example.org', 'VIPLST')).statusCode).toBe(503);
  expect(await page()).toContain('The vendor is down (503): every call, Klaviyo');

  await press('/demo/vendors/faults', { fault: 'NONE' });

  expect((await subscribe('ada@example.org', 'VIPLST')).statusCode).toBe(202);
  expect(await page()).toContain('All is well.');
});

test('what the vendors know survives a restart, whole', async () => {
  await subscribe('ada@example.org', 'VIPLST');
  await subscribe('bob@example.org', 'CAREFL');
  await press('/demo/vendors/people', { ...person, act: 'LEAVE', listId: '' });
  const before = await page();
  await http.close();

  await start();

  const people = (text: string) => text.slice(text.indexOf('id="klaviyo"'), text.indexOf('<h2>Faults'));
  expect(people(await page())).toBe(people(before));
  expect((await subscribe('carl@example.org', 'VIPLST')).statusCode).toBe(202);
  expect(await page()).toContain('carl@example.org');
});

test('a file that was spoilt costs what the vendors knew, not the start', async () => {
  await http.close();
  await writeFile(join(folder, 'vendors.json'), '{"form":2,"klaviyo":');

  await start();

  expect(await page()).toContain(DEMO_KEYS.klaviyo);
});

test('a call that a fault keeps waiting does not keep the server from ending', async () => {
  const address = await http.listen({ host: '127.0.0.1', port: 0 });
  world.faults.add({ kind: 'HANG' });
  const headers = { authorization: `Klaviyo-API-Key ${DEMO_KEYS.klaviyo}`, revision: '2026-07-15' };
  const waiting = fetch(`${address}/demo/vendors/klaviyo/api/lists`, { headers }).catch(() => 'cut off');
  await expect.poll(() => world.seen.exchanges.length).toBe(1);

  await http.close();

  expect(await waiting).toBe('cut off');
});

test.each([
  ['a page from elsewhere', { ...OURS, 'sec-fetch-site': 'cross-site' }, 403],
  ['an old browser with a page from elsewhere', { host: OURS.host, origin: 'https://elsewhere.example' }, 403],
  ['a name that leads here', { ...OURS, host: 'rebound.example' }, 404],
])('%s changes and reads nothing', async (_name, headers, driven) => {
  await subscribe('ada@example.org', 'VIPLST');

  const pressed = await press('/demo/vendors/faults', { fault: 'AWAY' }, headers);
  const fault = await http.inject({
    method: 'POST',
    url: '/demo/vendors/control/faults',
    headers,
    payload: { kind: 'HANG' },
  });
  const state = await http.inject({ url: '/demo/vendors/control/state', headers });

  expect([pressed.statusCode, fault.statusCode, state.statusCode]).toEqual([404, driven, driven]);
  expect(world.faults.list()).toEqual([]);
});

test('a name that leads here does not reach the vendors either, though their keys are known', async () => {
  const headers = {
    host: 'rebound.example',
    authorization: `Klaviyo-API-Key ${DEMO_KEYS.klaviyo}`,
    revision: '2026-07-15',
  };
  const url = '/demo/vendors/klaviyo/api/profiles';

  expect((await http.inject({ url, headers })).statusCode).toBe(404);
  expect((await http.inject({ url, headers: { ...headers, host: 'localhost:4000' } })).statusCode).toBe(200);
});

test('a hostile name is text on the page', async () => {
  const headers = { authorization: `Klaviyo-API-Key ${DEMO_KEYS.klaviyo}`, revision: '2026-07-15' };
  const data = { type: 'profile', attributes: { email: 'ada@example.org', first_name: '<script>alert(1)</script>' } };
  await http.inject({ method: 'POST', url: '/demo/vendors/klaviyo/api/profile-import', headers, payload: { data } });

  expect(await page()).toContain('&lt;script&gt;alert(1)');
});
