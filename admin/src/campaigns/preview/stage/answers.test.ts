import { expect, test } from 'vitest';
import type { ShownGate } from '../shown-gate.ts';
import { answerTo } from './answers.ts';

const gate: ShownGate['gate'] = {
  ...{ id: 'c1', name: 'Drop', description: null, accessType: 'PASSWORD_OR_EMAIL', status: 'LIVE' },
  ...{ startsAt: null, endsAt: null, shopName: 'Shop', hasWaitingList: false, showsEmailFirst: false },
  ...{ consentText: null, accentColor: null, texts: [], serverTime: '2026-11-27T12:00:00.000Z' },
};

function shown(part: Partial<ShownGate> = {}): ShownGate {
  const expiresAt = '2026-12-27T12:00:00.000Z';
  return {
    gate,
    entries: [
      { way: 'PASSWORD', verdict: 'OPEN', expiresAt, confirmBy: null },
      { way: 'EMAIL', verdict: 'CONFIRM', expiresAt, confirmBy: null },
    ],
    products: [],
    ...{ act: 'enter', way: 'PASSWORD', language: 'en', isDark: false },
    ...part,
  };
}

const kindOf = (input: Record<string, string>, of = shown()) =>
  (answerTo({ input }, of) as { unlock: { __typename: string } }).unlock.__typename;

test('before the gate it is told what the API said, and no pass opens anything', () => {
  expect(answerTo({}, shown({ act: 'look' }))).toMatchObject({
    campaign: { name: 'Drop' },
    linked: null,
    access: null,
  });
});

test('what is tried ends as the API decided, way by way', () => {
  expect(kindOf({ password: 'x' })).toBe('GateOpened');
  expect(kindOf({ email: 'a@example.com' })).toBe('ConfirmationRequired');
  expect(kindOf({ confirmation: 'preview', code: '123456' })).toBe('GateOpened');
  expect(kindOf({ secretLink: 'x' })).toBe('GateDenied');
});

test('who is wrong, or wrong too often, is told so whatever they type', () => {
  expect(kindOf({ password: 'x' }, shown({ act: 'enterWrong' }))).toBe('GateDenied');
  expect(kindOf({ password: 'x' }, shown({ act: 'enterTooOften' }))).toBe('TooManyAttempts');
});

test('a link opens the campaign that it leads to, and a wrong one leads nowhere', () => {
  const linked = (act: ShownGate['act']) => (answerTo({}, shown({ act, way: 'LINK' })) as { linked: unknown }).linked;

  expect([linked('enter'), linked('enterWrong')]).toMatchObject([{ id: 'c1' }, null]);
});
