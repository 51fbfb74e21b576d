import { expect, test, vi } from 'vitest';
import { withEarlyAnswer, withEarlyAnswers } from './early-answer.ts';
import { createOwnSession } from './own-session.ts';

const answerOf = (token: string) => {
  const expiresAt = new Date(Date.now() + 600_000).toISOString();
  return Promise.resolve(new Response(JSON.stringify({ token, expiresAt })));
};

test('the sign-in that was asked for early serves once, and later ones ask anew', async () => {
  const ask = vi.fn(() => answerOf('later'));
  const getToken = createOwnSession({ fetch: withEarlyAnswer(answerOf('early'), ask), now: Date.now });

  expect(await getToken()).toBe('early');
  expect(ask).not.toHaveBeenCalled();
  expect(await getToken('fresh')).toBe('later');
});

test('one that failed is told to who waits for it, and the next one is asked for', async () => {
  const early = Promise.reject(new TypeError('Failed to fetch'));
  const getToken = createOwnSession({ fetch: withEarlyAnswer(early, () => answerOf('later')), now: Date.now });

  await expect(getToken()).rejects.toBeInstanceOf(TypeError);
  expect(await getToken()).toBe('later');
});

test('a question that was asked early is answered so once; all others, and the same one again, are asked', async () => {
  const asked: unknown[] = [];
  const ask = withEarlyAnswers(
    new Map([['first', Promise.resolve(new Response('early'))]]),
    async (_address, request) => {
      asked.push(request?.body);
      return new Response('now');
    },
  );
  const answerTo = async (body: string) => (await ask('/admin/graphql', { method: 'POST', body })).text();

  expect([await answerTo('second'), await answerTo('first'), await answerTo('first')]).toEqual(['now', 'early', 'now']);
  expect(asked).toEqual(['second', 'first']);
});
