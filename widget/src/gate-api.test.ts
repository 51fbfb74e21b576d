import { expect, onTestFinished, test, vi } from 'vitest';
import { HttpGateApi } from './gate-api.ts';
import { aCampaign } from './gate-world.fixture.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 28, 9, 0, 0) + seconds * 1_000);
const sent = (seconds: number) => ({ 'x-server-time': at(seconds).toISOString() });
const dated = (seconds: number) => ({ date: at(seconds).toUTCString() });

/** Looks at a campaign, answered with these headers, and gives what was asked and what time the gate takes it to be. */
async function look(headers: Record<string, string>, question = {}) {
  const asked: [string, RequestInit][] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push([address, init]);
    return Response.json({ data: { campaign: { ...aCampaign(), serverTime: undefined } } }, { headers });
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  const api = new HttpGateApi('https://vip.example/public/graphql');
  const view = await api.look({ campaign: 'autumn', secretLink: '', pass: '', ...question });
  return { asked, time: view.campaign?.serverTime };
}

test.each([
  ['by the server itself', { ...sent(5.25), ...dated(5) }, 5.25],
  ['by a cache that says how long it kept it, and when it came', { ...sent(5.25), ...dated(5), age: '3' }, 8.25],
  ['by a cache that says how long it kept it, and its own time', { ...sent(5.25), ...dated(8), age: '3' }, 8.25],
  ['by a cache that says its own time alone', { ...sent(5.25), ...dated(8) }, 8],
  ['by a wall that lets only the time through', dated(8), 8],
])('the countdown goes by the server’s clock where it is answered %s', async (_name, headers, seconds) => {
  expect((await look(headers)).time).toBe(at(seconds).toISOString());
});

test('the first look needs no preflight and carries nothing that is a secret', async () => {
  const { asked } = await look(sent(0));

  const [[address, init] = ['', {}]] = asked;
  const { searchParams } = new URL(address);
  expect([init.method, init.headers, init.body]).toEqual([undefined, undefined, undefined]);
  expect([init.cache, init.credentials, init.referrerPolicy]).toEqual(['no-store', 'omit', 'no-referrer']);
  expect([...searchParams.keys()]).toEqual(['documentId', 'variables']);
  expect(JSON.parse(searchParams.get('variables') ?? '')).toEqual({ id: 'autumn' });
});

test.each([{ secretLink: 's3cret' }, { pass: 'p4ss' }])('with %j nothing stands in the address', async (question) => {
  const { asked } = await look(sent(0), question);

  const [[address, init] = ['', {}]] = asked;
  expect([address, init.method]).toEqual(['https://vip.example/public/graphql', 'POST']);
});
