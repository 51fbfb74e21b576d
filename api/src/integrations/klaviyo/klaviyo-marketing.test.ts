import { describe, expect, test } from 'vitest';
import type { Marketing } from './klaviyo-answers.ts';
import { marketingOf } from './klaviyo-marketing.ts';

const LIST = 'LMINE';
const EARLY = '2026-01-01T00:00:00+00:00';
const LATE = '2026-06-01T00:00:00+00:00';

function said(differing: Partial<Marketing>): Marketing {
  return { consent: 'NEVER_SUBSCRIBED', consent_timestamp: null, last_updated: null, ...differing };
}

describe('somebody', () => {
  test('of whom nothing is said never subscribed', () => {
    expect(marketingOf(null, LIST)).toEqual({ marketing: 'NEVER', changedAt: null });
    expect(marketingOf(said({}), LIST)).toEqual({ marketing: 'NEVER', changedAt: null });
  });

  test('who subscribed is subscribed since then', () => {
    const standing = marketingOf(said({ consent: 'SUBSCRIBED', consent_timestamp: EARLY, last_updated: LATE }), LIST);
    expect(standing).toEqual({ marketing: 'SUBSCRIBED', changedAt: new Date(EARLY) });
  });

  test('who unsubscribed has left, by the latest of all instants', () => {
    const left = said({ consent: 'UNSUBSCRIBED', consent_timestamp: EARLY, last_updated: LATE });
    expect(marketingOf(left, LIST)).toEqual({ marketing: 'UNSUBSCRIBED', changedAt: new Date(LATE) });
  });

  test('who left without an instant has left, nobody knows when', () => {
    expect(marketingOf(said({ consent: 'UNSUBSCRIBED' }), LIST)).toEqual({
      marketing: 'UNSUBSCRIBED',
      changedAt: null,
    });
  });

  test('who left by a suppression has left, although consent still stands', () => {
    const left = said({ consent: 'SUBSCRIBED', suppression: [{ reason: 'UNSUBSCRIBE', timestamp: LATE }] });
    expect(marketingOf(left, LIST)).toEqual({ marketing: 'UNSUBSCRIBED', changedAt: new Date(LATE) });
  });

  test('who complained and left later is suppressed since the later', () => {
    const suppression = [{ reason: 'SPAM_COMPLAINT', timestamp: EARLY }];
    const both = said({ consent: 'UNSUBSCRIBED', consent_timestamp: LATE, suppression });
    expect(marketingOf(both, LIST)).toEqual({ marketing: 'SUPPRESSED', changedAt: new Date(LATE) });
  });

  test('who is kept off this list is suppressed, off another one is not', () => {
    const kept = (list_id: string) =>
      said({ consent: 'SUBSCRIBED', list_suppressions: [{ list_id, reason: 'USER_SUPPRESSED', timestamp: LATE }] });
    expect(marketingOf(kept(LIST), LIST).marketing).toBe('SUPPRESSED');
    expect(marketingOf(kept('LOTHER'), LIST).marketing).toBe('SUBSCRIBED');
  });
});
