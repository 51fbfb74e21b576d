import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test, vi } from 'vitest';
import { appOver, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop, type MadeCampaign } from '../../test/builders.ts';
import { closeGracefully } from '../platform/http/close-gracefully.ts';
import { ALL_SCOPES, ApiTokenScope } from '../shop/api-token-scope.ts';
import { type LiveNumbers, readLiveNumbers } from './live-numbers.ts';
import { LiveWatch, MOST_WATCHERS } from './live-watch.ts';

let app: TestApp;
let address: string;

beforeAll(async () => {
  app = await testApp();
  address = await app.http.listen({ host: '127.0.0.1', port: 0 });
});

interface Token {
  readonly id: string;
  readonly text: string;
}

async function aToken(shop: string, scopes: ApiTokenScope[] = ALL_SCOPES as ApiTokenScope[]): Promise<Token> {
  const { token, apiToken } = await app.services.apiTokens.create(shop, { name: 'Till', scopes });
  return { id: apiToken?.id ?? '', text: token ?? '' };
}

function open(campaignId: string, token: string, more: Record<string, string> = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, ...more };
  return fetch(`${address}/admin/campaigns/${campaignId}/live`, { headers });
}

/** Reads a stream's events one after the other; null at its end. */
function eventsOf({ body }: Response) {
  const reader = (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next(): Promise<{ name: string; data: LiveNumbers } | null> {
      while (!text.includes('\n\n')) {
        const { value, done } = await reader.read();
        if (done) return null;
        text += value;
      }
      const [block = ''] = text.split('\n\n');
      text = text.slice(block.length + 2);
      const [, name = '', data = ''] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
      return { name, data: JSON.parse(data) };
    },
    close: () => reader.cancel(),
  };
}

function view({ id }: MadeCampaign) {
  const visitor = app.asVisitor();
  return visitor(`mutation { viewRecord(input: { campaignId: "${id}" }) { __typename } }`);
}

test('who watches a campaign sees its numbers by the second', async () => {
  const shop = await aShop(app);
  const campaign = await aCampaign(app, shop, { accessType: 'PASSWORD', password: 'amber-lantern' });
  const answer = await open(campaign.id, (await aToken(shop)).text, { 'last-event-id': '12; drop' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  const events = eventsOf(answer);

  const first = await events.next();
  await view(campaign);
  let last = await events.next();
  while (last?.data.inAll.suspected.views === 0) last = await events.next();

  const none = { views: 0, suspected: { views: 0 } };
  // A visitor of these tests calls itself by no browser's name: a machine, as far as anybody can tell.
  const one = { views: 0, suspected: { views: 1 } };
  expect(first).toMatchObject({ name: 'numbers', data: { status: 'LIVE', ...{ inAll: none, lastDay: none } } });
  expect(last?.data).toMatchObject({ inAll: one, lastDay: one, lastMinute: one });
  await events.close();
});

test('the last minute is a whole one from the first look on, and what came before it is in the other numbers', async () => {
  const shop = await aShop(app);
  const { id: campaignId } = await aCampaign(app, shop, { capacity: 5 });
  const traits = { source: 'direct', device: 'phone', country: null, isSuspected: false } as const;
  const viewed = (secondsAgo: number) => {
    const at = new Date(Date.now() - secondsAgo * 1_000);
    return { shop, campaignId, at, traits, kind: 'VIEW' as const };
  };
  await app.services.happenings.record([viewed(0), viewed(40), viewed(65), viewed(3 * 86_400)]);

  const numbers = await readLiveNumbers(app.database.prisma, { shop, campaignId });

  expect(numbers).toMatchObject({
    inAll: { views: 4 },
    lastDay: { views: 3 },
    lastMinute: { views: 2 },
    placesLeft: 5,
  });
});

test('nobody watches without a token, without the scope, or another shop’s campaign', async () => {
  const shop = await aShop(app);
  const { id } = await aCampaign(app, shop);
  const { text: foreign } = await aToken(await aShop(app));
  const { text: scopeless } = await aToken(shop, [ApiTokenScope.read_campaigns]);
  const { text: own } = await aToken(shop);

  const answers = await Promise.all([
    ...[open(id, 'vip_wrong'), open(id, scopeless), open(id, foreign)],
    ...[open(randomUUID(), own), open('no-uuid', own)],
  ]);

  expect(answers.map(({ status }) => status)).toEqual([401, 403, 404, 404, 404]);
});

test('a stream ends when its campaign is deleted, and says so', async () => {
  const shop = await aShop(app);
  const { id } = await aCampaign(app, shop);
  const events = eventsOf(await open(id, (await aToken(shop)).text));
  await events.next();

  const tool = await app.asTool(shop);
  await tool(`mutation { campaignDelete(id: "${id}") { deletedCampaignId } }`);
  let last = await events.next();
  while (last?.name === 'numbers') last = await events.next();

  expect([last?.name, await events.next()]).toEqual(['gone', null]);
});

test('a shop has so many streams, and one that is closed makes room', async () => {
  const shop = await aShop(app);
  const { id } = await aCampaign(app, shop);
  const { text } = await aToken(shop);
  const streams = await Promise.all(Array.from({ length: MOST_WATCHERS }, () => open(id, text)));

  const refused = await open(id, text);
  expect([refused.status, ((await refused.json()) as { error: { code: string } }).error.code]).toEqual([
    429,
    'TOO_MANY_STREAMS',
  ]);

  await Promise.all(streams.map((stream) => stream.body?.cancel()));
  await vi.waitFor(async () => {
    const again = await open(id, text);
    await again.body?.cancel();
    expect(again.status).toBe(200);
  });
});

test('a process that stops ends its streams at once', async () => {
  const second = await appOver(app.database);
  const there = await second.http.listen({ host: '127.0.0.1', port: 0 });
  const shop = await aShop(app);
  const { id } = await aCampaign(app, shop);
  const { text } = await aToken(shop);
  const answer = await fetch(`${there}/admin/campaigns/${id}/live`, { headers: { authorization: `Bearer ${text}` } });
  const events = eventsOf(answer);
  await events.next();
  let isCut = false;
  const cut = setTimeout(() => (isCut = true), 20_000);

  await closeGracefully(second.http, { delayMs: 0, graceMs: 30_000, after: async () => clearTimeout(cut) });

  let last = await events.next();
  while (last) last = await events.next();
  expect(isCut).toBe(false);
});

test('however many watch a campaign, it is read once for all of them, and not at all when they have gone', async () => {
  const numbers = { placesLeft: 1 } as LiveNumbers;
  const read = vi.fn(async () => numbers);
  const watch = new LiveWatch({ read, onFault: () => expect.fail() });
  const shown: number[] = [];
  const watcher = (place: number) => ({
    show: () => void shown.push(place),
    wait: () => expect.fail(),
    end: () => expect.fail(),
  });

  const campaign = { shop: 'shop', campaignId: randomUUID() };
  const leave = [0, 1, 2].map((place) => watch.watch(campaign, watcher(place)));
  await vi.waitFor(() => expect(shown).toEqual([0, 1, 2]));
  expect(read).toHaveBeenCalledTimes(1);

  for (const one of leave) one();
  await pause(1_200);
  expect(read).toHaveBeenCalledTimes(1);
});

test('while the database is away watchers wait, and it is logged once', async () => {
  let isAway = true;
  const read = async () => {
    if (isAway) throw new Error('away');
    return { placesLeft: 1 } as LiveNumbers;
  };
  const onFault = vi.fn();
  const watch = new LiveWatch({ read, onFault });
  const seen: string[] = [];
  const watcher = { show: () => void seen.push('shown'), wait: () => void seen.push('wait'), end: () => expect.fail() };

  const leave = watch.watch({ shop: 'shop', campaignId: randomUUID() }, watcher);
  await vi.waitFor(() => expect(seen).toEqual(['wait', 'wait']), { timeout: 5_000 });
  isAway = false;
  await vi.waitFor(() => expect(seen).toEqual(['wait', 'wait', 'shown']), { timeout: 5_000 });
  leave();

  expect(onFault).toHaveBeenCalledTimes(1);
});
