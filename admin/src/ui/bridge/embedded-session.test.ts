import { expect, test } from 'vitest';
import { problemOf } from '../../problem.ts';
import { createEmbeddedSession } from './embedded-session.ts';

test('every request gets the token that Shopify gives for it', async () => {
  let given = 0;
  const getToken = createEmbeddedSession({ idToken: async () => `token-${++given}`, isOnline: () => true });

  expect([await getToken(), await getToken('fresh')]).toEqual(['token-1', 'token-2']);
});

test.each([
  ['refuses', () => Promise.reject(new Error('no session'))],
  ['never answers', () => new Promise<string>(() => undefined)],
])('a Shopify that %s has ended the session, unless the browser is offline', async (_what, idToken) => {
  let isOnline = true;
  const getToken = createEmbeddedSession({ idToken, isOnline: () => isOnline, patienceMs: 5 });
  const problem = () => getToken().catch(problemOf);

  expect(await problem()).toEqual({ kind: 'session' });
  isOnline = false;
  expect(await problem()).toEqual({ kind: 'offline' });
});
