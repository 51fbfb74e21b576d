import { describe, expect, test } from 'vitest';
import type { Standing } from '../../integrations/destination.ts';
import { judge, mustBeRead } from './judge.ts';
import { ago, NOW, receipt, standing } from './receipt.fixture.ts';

const MINUTE = 60_000;
const consentOf = (givenAt: Date) => ({ consent: { givenAt, text: 'Yes.', isConfirmed: false } });

describe('the vendor is read first', () => {
  test.each([
    ['not for consent of just now', receipt(), false],
    ['not for consent of 59 seconds ago', receipt({}, consentOf(ago(MINUTE - 1))), false],
    ['for consent of a minute ago', receipt({}, consentOf(ago(MINUTE))), true],
    ['after an attempt', receipt({ attempts: 1 }), true],
    ['after an attempt whose end nobody knows', receipt({ attemptedAt: NOW }), true],
    ['not for a new sign-up without consent', receipt({}, { consent: null }), false],
    ['for an old sign-up without consent', receipt({}, { consent: null, signedUpAt: ago(MINUTE) }), true],
    ['not for new consent of an old sign-up', receipt({}, { signedUpAt: ago(9 * MINUTE) }), false],
  ])('%s', (_when, whose, isRead) => {
    expect(mustBeRead(whose)).toBe(isRead);
  });
});

describe('who left', () => {
  const consented = ago(10 * MINUTE);

  test.each([
    ['after consenting is skipped', ago(5 * MINUTE), 'SKIP'],
    ['in the very moment of consenting is skipped', consented, 'SKIP'],
    ['at a time that nobody knows is skipped', null, 'SKIP'],
    ['before consenting is sent', ago(11 * MINUTE), 'SEND'],
  ] as const)('%s', (_when, changedAt, kind) => {
    for (const marketing of ['UNSUBSCRIBED', 'SUPPRESSED'] as const) {
      for (const isInAudience of [true, false]) {
        const said = standing({ marketing, changedAt, isInAudience });
        const verdict = judge(receipt({ attempts: 1 }, consentOf(consented)), said, false);
        expect(verdict).toMatchObject(kind === 'SKIP' ? { kind, reason: marketing } : { kind });
      }
    }
  });

  test('is never sent without consent, however long ago it was', () => {
    const said = standing({ marketing: 'UNSUBSCRIBED', changedAt: ago(1000 * MINUTE) });
    expect(judge(receipt({}, { consent: null }), said, false)).toMatchObject({ kind: 'SKIP', reason: 'UNSUBSCRIBED' });
  });
});

describe('who did not leave', () => {
  test.each([
    ['and is unknown there is sent', null, 'SEND'],
    ['and is subscribed and on the list is there', standing(), 'ON_LIST'],
    ['and is subscribed elsewhere is sent', standing({ isInAudience: false }), 'SEND'],
    ['and is on the list without a subscription is sent', standing({ marketing: 'NEVER' }), 'SEND'],
  ] as const)('%s', (_who, said: Standing | null, kind) => {
    expect(judge(receipt({ attempts: 1 }), said, false).kind).toBe(kind);
  });

  test('and gave no consent is there as soon as they are on the list', () => {
    const silent = receipt({}, { consent: null });
    expect(judge(silent, standing({ marketing: 'NEVER' }), false).kind).toBe('ON_LIST');
    expect(judge(silent, standing({ isInAudience: false }), false).kind).toBe('SEND');
  });

  test('and starts flows is sent once even when they are there, but not after an attempt', () => {
    expect(judge(receipt(), standing(), true).kind).toBe('SEND');
    expect(judge(receipt({ attempts: 1 }), standing(), true).kind).toBe('ON_LIST');
    expect(judge(receipt({ attemptedAt: NOW }), standing(), true).kind).toBe('ON_LIST');
    expect(judge(receipt({}, { consent: null }), standing(), true).kind).toBe('ON_LIST');
  });
});
