import { expect, test, vi } from 'vitest';
import { type Ask, GateApiError } from './gate-api.ts';
import { type GateTries, triesOver } from './gate-tries.ts';
import { aStore } from './gate-world.fixture.ts';
import { PassStore } from './pass-store.ts';

test('a code is the same however it is spaced', async () => {
  const asked: unknown[] = [];
  const ask = (async (_, variables) => {
    asked.push(variables);
    return { unlock: { __typename: 'GateDenied' } };
  }) as Ask;

  await triesOver(ask, aStore()).confirmWithCode('confirmation-1', ' 123 456 ');

  expect(asked).toEqual([{ input: { confirmation: 'confirmation-1', code: '123456' } }]);
});

/** A public API that keeps what it was asked, and whose first answers are lost. */
function anApiThatLoses(answers: number) {
  const asked: { attempt: string }[] = [];
  let left = answers;
  const ask = (async (_, variables) => {
    const { input } = variables as { input?: { attempt: string } };
    if (!input) return { campaign: null };
    asked.push(input);
    left -= 1;
    if (left >= 0) throw new GateApiError('The public API gave no answer');
    return { unlock: { __typename: 'GateDenied' } };
  }) as Ask;
  return { ask, asked, attempts: () => asked.map(({ attempt }) => attempt) };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/;
const lost = (tried: Promise<unknown>) => expect(tried).rejects.toBeInstanceOf(GateApiError);

test.each([
  ['a password', (tries: GateTries) => tries.unlockWithPassword('autumn', 'first light')],
  ['a secret link', (tries: GateTries) => tries.unlockWithSecretLink('link-1')],
])(
  '%s whose answer was lost is sent again as the same attempt, and after an answer as another',
  async (_what, send) => {
    const { ask, attempts } = anApiThatLoses(2);
    const tries = triesOver(ask, aStore());

    await lost(send(tries));
    await lost(send(tries));
    await send(tries);
    await send(tries);

    const [first, second, third, next] = attempts();
    expect(first).toMatch(uuid);
    expect([second, third]).toEqual([first, first]);
    expect(next).toMatch(uuid);
    expect(next).not.toBe(first);
  },
);

test('an attempt goes on after the page was loaded anew, and holds neither password nor link', async () => {
  const { ask, attempts } = anApiThatLoses(2);
  const kept: string[] = [];
  const shelf = new Map<string, string>();
  const store = new PassStore(() => ({
    getItem: (key) => shelf.get(key) ?? null,
    setItem: (key, value) => void kept.push(shelf.set(key, value) && value),
    removeItem: (key) => void shelf.delete(key),
  }));

  await lost(triesOver(ask, store).unlockWithPassword('autumn', 'first light'));
  await lost(triesOver(ask, store).unlockWithSecretLink('link-1'));
  await triesOver(ask, store).unlockWithPassword('autumn', 'first light');
  await triesOver(ask, store).unlockWithSecretLink('link-1');

  const [password, link, passwordAgain, linkAgain] = attempts();
  expect([passwordAgain, linkAgain]).toEqual([password, link]);
  expect(link).not.toBe(password);
  expect(kept.join()).not.toMatch(/first light|link-1/);
  expect(shelf.size).toBe(0);
});

test('where storage is refused and crypto.randomUUID is not there, an attempt lasts as long as the page', async () => {
  const { ask, attempts } = anApiThatLoses(1);
  const refused = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  try {
    const tries = triesOver(ask, new PassStore(refused));
    await lost(tries.unlockWithPassword('autumn', 'first light'));
    await tries.unlockWithPassword('autumn', 'first light');
  } finally {
    vi.unstubAllGlobals();
  }

  expect(attempts()[0]).toMatch(uuid);
  expect(attempts()[1]).toBe(attempts()[0]);
});
