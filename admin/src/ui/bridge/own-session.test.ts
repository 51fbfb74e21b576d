import { expect, test } from 'vitest';
import { createOwnSession } from './own-session.ts';
import { BusyError, SessionEndedError } from './session.ts';

const start = Date.parse('2026-11-27T09:00:00Z');

function aSession(statuses: number[] = []) {
  const clock = { now: start };
  let asked = 0;
  const getToken = createOwnSession({
    now: () => clock.now,
    fetch: async () => {
      const status = statuses[asked] ?? 200;
      asked += 1;
      const expiresAt = new Date(clock.now + 60_000).toISOString();
      return new Response(JSON.stringify({ token: `token-${asked}`, expiresAt }), { status });
    },
  });
  return { getToken, clock };
}

test('a token serves until shortly before its end, then a fresh one takes its place', async () => {
  const { getToken, clock } = aSession();

  expect(await getToken()).toBe('token-1');
  clock.now += 20_000;
  expect(await getToken()).toBe('token-1');
  clock.now += 15_000;
  expect(await getToken()).toBe('token-2');
});

test('requests at the same moment share one sign-in', async () => {
  const { getToken } = aSession();

  expect(await Promise.all([getToken(), getToken(), getToken()])).toEqual(['token-1', 'token-1', 'token-1']);
});

test('a refused token is replaced at once', async () => {
  const { getToken } = aSession();

  await getToken();
  expect(await getToken('fresh')).toBe('token-2');
});

test('a refused sign-in is told from a server that failed, and the next request tries again', async () => {
  const { getToken } = aSession([401, 503]);

  await expect(getToken()).rejects.toBeInstanceOf(SessionEndedError);
  await expect(getToken()).rejects.not.toBeInstanceOf(SessionEndedError);
  expect(await getToken()).toBe('token-3');
});

test('a busy API is told from a session that ended, and asked again', async () => {
  const { getToken } = aSession([503]);

  await expect(getToken()).rejects.toBeInstanceOf(BusyError);
  expect(await getToken()).toBe('token-2');
});
