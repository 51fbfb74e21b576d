import { afterEach, expect, test, vi } from 'vitest';
import { followLive, type LiveNumbers } from './live-stream.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const numbers = (placesLeft: number) => `event: numbers\ndata: ${JSON.stringify({ placesLeft })}\n\n`;

/** A stream that comes in these pieces, and then ends. */
function streamOf(...pieces: string[]): Response {
  return new Response(new Blob(pieces).stream());
}

/** Follows a campaign through these answers, until it is gone. */
async function follow(...answers: (Response | Error)[]) {
  const [seen, tokens]: [unknown[], unknown[]] = [[], []];
  vi.stubGlobal('fetch', async (_address: string, { headers }: { headers: { authorization: string } }) => {
    tokens.push(headers.authorization);
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer ?? streamOf('event: gone\ndata: null\n\n');
  });
  await followLive('c1', {
    getSessionToken: async (need) => need ?? 'kept',
    signal: new AbortController().signal,
    onNumbers: ({ placesLeft }: LiveNumbers) => seen.push(placesLeft),
    onLost: () => seen.push('lost'),
    onEnd: (why) => seen.push(why),
  });
  return { seen, tokens };
}

test('numbers come as they are sent, also where they are cut in two or lines only keep the stream alive', async () => {
  const [begin, end] = [numbers(2).slice(0, 20), numbers(2).slice(20)];

  expect((await follow(streamOf(numbers(1), ': still here\n\n', begin, end))).seen).toEqual([1, 2, 'gone']);
});

test('a stream that ends with its token goes on at once, and a refused token is replaced', async () => {
  const { seen, tokens } = await follow(streamOf(numbers(1)), new Response('', { status: 401 }), streamOf(numbers(2)));

  expect(seen).toEqual([1, 'lost', 2, 'gone']);
  expect(tokens).toEqual(['Bearer kept', 'Bearer kept', 'Bearer fresh', 'Bearer kept']);
});

test('a lost connection is said and tried again', async () => {
  expect((await follow(new TypeError('offline'), streamOf(numbers(3)))).seen).toEqual(['lost', 3, 'gone']);
});

test.each([
  [403, 'refused'],
  [429, 'refused'],
  [404, 'gone'],
])('after %d nothing is tried any more', async (status, end) => {
  expect((await follow(new Response('', { status }))).seen).toEqual([end]);
});
