import { beforeAll, beforeEach, expect, test } from 'vitest';
import { askEverything } from './every-request.fixture.ts';
import type { FaultWish } from './fault-plan.ts';
import * as requests from './klaviyo-requests.fixture.ts';
import { KLAVIYO_TEST, OMNISEND_TEST, type TestStandIn, testStandIn } from './stand-in.fixture.ts';
import { callKlaviyo, callOmnisend } from './vendor-calls.fixture.ts';

const SUBSCRIBE = 'POST /api/profile-subscription-bulk-create-jobs';
let at: TestStandIn;
beforeAll(async () => {
  at = await testStandIn();
});
beforeEach(() => {
  at.world.seen.forget();
  at.world.faults.clear();
  at.world.clock.advance(120_000);
});

const subscribe = (email: string) =>
  callKlaviyo(at, SUBSCRIBE, { body: requests.subscribeJob([email], KLAVIYO_TEST.single) });

function members(): number {
  at.world.settle();
  return at.world.klaviyo.get(KLAVIYO_TEST.id).lists.get(KLAVIYO_TEST.single)?.members.size ?? -1;
}

/** Asks for the lists with a fault switched on. */
function listsWith(fault: FaultWish) {
  at.world.faults.add(fault);
  return callKlaviyo(at, 'GET /api/lists');
}

test.each([
  ['no key', { authorization: '' }, 401, true],
  ['another scheme', { authorization: `Bearer ${KLAVIYO_TEST.key}` }, 401, true],
  ['an unknown key', { authorization: 'Klaviyo-API-Key pk_other' }, 401, false],
  ['an old revision', { revision: '2024-10-15' }, 400, true],
])('%s is refused', async (_name, headers, status, isViolation) => {
  const answer = await callKlaviyo(at, 'GET /api/lists', { headers });

  expect(answer.status).toBe(status);
  expect(answer.body.errors[0].detail).toEqual(expect.any(String));
  expect(at.world.seen.violations).toHaveLength(isViolation ? 1 : 0);
});

test('a key without a scope is told which one it lacks', async () => {
  at.world.addKlaviyoAccount({ ...KLAVIYO_TEST, name: '', key: 'pk_reader', scopes: ['lists:read'] });
  at.world.addOmnisendAccount({ ...OMNISEND_TEST, name: '', key: 'reader', scopes: ['brands.read'] });

  const klaviyo = await callKlaviyo(at, 'GET /api/profiles', {
    headers: { authorization: 'Klaviyo-API-Key pk_reader' },
  });
  const omnisend = await callOmnisend(at, 'GET /contacts', { headers: { authorization: 'Omnisend-API-Key reader' } });

  expect(klaviyo).toMatchObject({ status: 403, body: { errors: [{ code: 'permission_denied' }] } });
  expect(omnisend).toMatchObject({
    status: 403,
    body: { status: 403, detail: 'This key lacks the scope contacts.read.' },
  });
});

test.each([
  ['an unknown property', (body: Record<string, unknown>) => ({ ...body, extra: 1 }), 400],
  [
    'no list type',
    (body: Record<string, unknown>) => JSON.parse(JSON.stringify(body).replace('"list"', '"lists"')),
    400,
  ],
  ['no JSON', () => '{"data":', 400],
])('a body with %s is a violation', async (_name, spoil, status) => {
  const answer = await callKlaviyo(at, SUBSCRIBE, {
    body: spoil(requests.subscribeJob(['a@example.org'], KLAVIYO_TEST.single)),
  });

  expect(answer.status).toBe(status);
  expect(at.world.seen.violations).toMatchObject([{ vendor: 'klaviyo', endpoint: SUBSCRIBE }]);
});

test('an unknown field is refused wherever in a request it stands', async () => {
  await askEverything(at);
  const sent = at.world.seen.exchanges.filter(({ requestBody }) => requestBody !== undefined);
  const taken: string[] = [];
  for (const { vendor, method, path, requestBody } of sent) {
    const ask = vendor === 'klaviyo' ? callKlaviyo : callOmnisend;
    for (const { place, body } of spoiltEverywhere(requestBody)) {
      const { status } = await ask(at, `${method} ${path}`, { body });
      if (status === 429) at.world.clock.advance(60_000);
      else if (status !== 400) taken.push(`${method} ${path} with ${place}.unknown → ${status}`);
    }
  }

  expect(sent.length).toBeGreaterThan(15);
  expect(taken).toEqual([]);
});

test('sizes hold: 1,000 people to subscribe, 100 to unsubscribe, 100 KB for a profile, 5 MB for a job, known content types', async () => {
  const many = Array.from({ length: 1001 }, (_, index) => `p${index}@example.org`);
  const answers = [
    await callKlaviyo(at, SUBSCRIBE, { body: requests.subscribeJob(many, KLAVIYO_TEST.single) }),
    await callKlaviyo(at, 'POST /api/profile-subscription-bulk-delete-jobs', {
      body: requests.unsubscribeJob(many.slice(0, 101), null),
    }),
    await callKlaviyo(at, 'POST /api/profile-import', {
      body: { data: requests.profileOf('a@example.org', { long: 'x'.repeat(102_400) }) },
    }),
    await callKlaviyo(at, 'POST /api/profile-bulk-import-jobs', {
      body: { ...requests.importJob(many), padding: 'x'.repeat(5 * 1024 * 1024) },
    }),
    await callKlaviyo(at, 'POST /api/events', { body: '{}', headers: { 'content-type': 'text/plain' } }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([400, 400, 413, 413, 415]);
  expect(at.world.seen.violations).toHaveLength(5);
});

test('what the stand-in does not know is a violation, not a silent yes', async () => {
  expect((await callKlaviyo(at, 'GET /api/flows')).status).toBe(404);
  expect((await callKlaviyo(at, 'GET /api/lists?page[size]=50')).status).toBe(400);
  expect((await callKlaviyo(at, `GET /api/profiles?filter=${encodeURIComponent('contains(email,"a")')}`)).status).toBe(
    400,
  );
  expect(at.world.seen.violations).toHaveLength(3);
});

test('accounts may be asked once a second, and an answer that is no 429 says what is left', async () => {
  const first = await callKlaviyo(at, 'GET /api/accounts');
  const second = await callKlaviyo(at, 'GET /api/accounts');
  at.world.clock.advance(1000);
  const third = await callKlaviyo(at, 'GET /api/accounts');

  expect([first.status, second.status, third.status]).toEqual([200, 429, 200]);
  expect(first.headers.get('ratelimit-limit')).toBe('1, 1;w=1, 15;w=60');
  expect(first.headers.has('retry-after')).toBe(false);
  expect(second.headers.get('retry-after')).toBe('1');
  expect(second.headers.has('ratelimit-limit')).toBe(false);
  expect(at.world.windows.peak(`klaviyo ${KLAVIYO_TEST.id}`)).toBeGreaterThan(1);
});

test('Omnisend allows sixty taggings in any minute, and says in the body when the next may come', async () => {
  const tag = () => callOmnisend(at, 'POST /contacts/tags', { body: { emails: ['a@example.org'], tags: ['vip'] } });
  for (let times = 0; times < 60; times++) await tag();
  at.world.clock.advance(30_000);

  const refused = await tag();
  at.world.clock.advance(31_000);

  expect(refused.status).toBe(429);
  expect(refused.body.retryAfter).toBeGreaterThan(25);
  expect(refused.headers.has('retry-after')).toBe(false);
  expect((await tag()).status).toBe(202);
});

test('a fault answers with the time to wait as asked: in seconds, as a date, or not at all', async () => {
  const inSeconds = await listsWith({ kind: 'THROTTLED', retryAfter: 'SECONDS', seconds: 7, times: 1 });
  const asDate = await listsWith({ kind: 'THROTTLED', retryAfter: 'DATE', seconds: 7, times: 1 });
  const without = await listsWith({ kind: 'THROTTLED', retryAfter: 'NONE', times: 1 });

  expect([inSeconds, asDate, without].map(({ status }) => status)).toEqual([429, 429, 429]);
  expect(inSeconds.headers.get('retry-after')).toBe('7');
  const waitMs = Date.parse(asDate.headers.get('retry-after') ?? '') - at.world.clock.now();
  expect(waitMs).toBeGreaterThan(6000);
  expect(waitMs).toBeLessThan(9000);
  expect(without.headers.has('retry-after')).toBe(false);
  expect((await callKlaviyo(at, 'GET /api/lists')).status).toBe(200);
});

test.each([500, 502, 503, 504, 401, 403, 410])('a fault answers %i, and nothing took effect', async (status) => {
  at.world.faults.add({ kind: 'STATUS', status });
  const before = members();

  expect((await subscribe(`status${status}@example.org`)).status).toBe(status);

  expect(members()).toBe(before);
});

test('a job may be accepted and never done', async () => {
  at.world.faults.add({ kind: 'NEVER_APPLIED', times: 1 });
  const before = members();

  expect((await subscribe('never@example.org')).status).toBe(202);
  expect(members()).toBe(before);
  await subscribe('never@example.org');

  expect(members()).toBe(before + 1);
});

test.each(['APPLIED_THEN_RESET', 'APPLIED_THEN_HANG'] as const)(
  'an answer may be lost after the request took effect: %s',
  async (kind) => {
    at.world.faults.add({ kind, times: 1 });
    const before = members();
    const headers = { authorization: `Klaviyo-API-Key ${KLAVIYO_TEST.key}`, revision: '2026-07-15' };
    const body = JSON.stringify(requests.subscribeJob([`${kind}@example.org`], KLAVIYO_TEST.single));
    const url = `${at.klaviyoUrl}/api/profile-subscription-bulk-create-jobs`;

    const type = { 'content-type': 'application/json' };
    const answer = fetch(url, {
      method: 'POST',
      headers: { ...headers, ...type },
      body,
      signal: AbortSignal.timeout(500),
    });

    await expect(answer).rejects.toThrow();
    expect(members()).toBe(before + 1);
  },
);

test('answers come cut, empty, malformed, or as a redirect', async () => {
  await expect(listsWith({ kind: 'CUT', times: 1 })).rejects.toThrow();
  expect(await listsWith({ kind: 'EMPTY', times: 1 })).toMatchObject({ status: 200, body: '' });
  await expect(listsWith({ kind: 'MALFORMED', times: 1 })).rejects.toThrow(SyntaxError);
  const redirect = await listsWith({ kind: 'REDIRECT', times: 1 });
  expect([redirect.status, redirect.headers.get('location')]).toEqual([302, '/klaviyo/elsewhere']);

  expect(at.world.seen.followedRedirects).toBe(0);
  await fetch(new URL('/klaviyo/elsewhere', at.address));
  expect(at.world.seen.followedRedirects).toBe(1);
});

test.each(['HANG', 'SLOW'] as const)('a call may wait for an answer that does not come whole: %s', async (kind) => {
  at.world.faults.add({ kind, times: 1 });
  const headers = { authorization: `Klaviyo-API-Key ${KLAVIYO_TEST.key}`, revision: '2026-07-15' };

  const answer = fetch(`${at.klaviyoUrl}/api/lists`, { headers, signal: AbortSignal.timeout(300) });

  await expect(answer.then((whole) => whole.text())).rejects.toThrow('aborted due to timeout');
});

test('a fault strikes the share, account and endpoint that it was asked for', async () => {
  at.world.faults.add({
    kind: 'STATUS',
    status: 500,
    share: 0.3,
    endpoint: 'GET /api/lists',
    accountId: KLAVIYO_TEST.id,
  });
  const statuses: number[] = [];
  for (let times = 0; times < 60; times++) statuses.push((await callKlaviyo(at, 'GET /api/lists')).status);

  const struck = statuses.filter((status) => status === 500).length;
  expect(struck).toBeGreaterThan(6);
  expect(struck).toBeLessThan(33);
  expect((await callKlaviyo(at, 'GET /api/profiles')).status).toBe(200);
  expect((await callOmnisend(at, 'GET /contacts')).status).toBe(200);
});

test('what came in is remembered without the key, and counted by whether it writes', async () => {
  await subscribe('counted@example.org');
  await callKlaviyo(at, 'GET /api/lists');

  expect(at.world.seen.exchanges).toMatchObject([
    { method: 'POST', status: 202, headers: { revision: '2026-07-15', authorization: 'Klaviyo-API-Key …' } },
    { method: 'GET', path: '/api/lists', pattern: '/api/lists', status: 200 },
  ]);
  expect(JSON.stringify(at.world.seen)).not.toContain(KLAVIYO_TEST.key);
  expect([at.world.seen.total('klaviyo', 'WRITING'), at.world.seen.total('klaviyo')]).toEqual([1, 2]);
});

/** Bags of anybody's choice, and what a batch reads later, item by item. */
const OPEN = ['properties', 'customProperties', 'items'];

/** The body once for each object in it, with a field more there. */
function spoiltEverywhere(body: unknown, place = ''): { place: string; body: unknown }[] {
  if (typeof body !== 'object' || body === null) return [];
  const inside = Object.entries(body)
    .filter(([name]) => !OPEN.includes(name))
    .flatMap(([name, part]) =>
      spoiltEverywhere(part, `${place}.${name}`).map((spoilt) => {
        const whole = Array.isArray(body)
          ? Object.assign([...body], { [name]: spoilt.body })
          : { ...body, [name]: spoilt.body };
        return { place: spoilt.place, body: whole };
      }),
    );
  return Array.isArray(body) ? inside : [{ place, body: { ...body, unknown: 1 } }, ...inside];
}
