import { expect, test } from 'vitest';
import { KLAVIYO } from './klaviyo/klaviyo-calls.ts';
import { OMNISEND } from './omnisend/omnisend-calls.ts';
import type { Bucket } from './vendor-budget.ts';

const SHARE = 0.8;

// What Klaviyo allows in any second and in any minute of its clock.
test.each([
  [KLAVIYO.account, 1, 15],
  [KLAVIYO.lists, 75, 750],
  [KLAVIYO.list, 75, 750],
  [KLAVIYO.profiles, 75, 750],
  [KLAVIYO.members, 75, 750],
  [KLAVIYO.import, 75, 750],
  [KLAVIYO.bulkImport, 10, 150],
  [KLAVIYO.addToList, 10, 150],
  [KLAVIYO.subscribe, 75, 750],
  [KLAVIYO.event, 350, 3500],
  [KLAVIYO.bulkEvents, 10, 150],
  [KLAVIYO.erase, 3, 60],
])('of Klaviyo we take at most four fifths: $buckets', ({ buckets }, perSecond, perMinute) => {
  for (const bucket of buckets) {
    expect(mostWithin(bucket, 60)).toBeLessThanOrEqual(SHARE * perMinute);
    // One call is the least there is, also where four fifths of a second's allowance are less.
    expect(mostWithin(bucket, 1)).toBeLessThanOrEqual(Math.max(1, SHARE * perSecond));
  }
});

test('of Omnisend we take at most four fifths of 400 calls a minute, and of 60 for tags', () => {
  const [requests, tags] = OMNISEND.tag.buckets;
  expect(requests && mostWithin(requests, 60)).toBeLessThanOrEqual(SHARE * 400);
  expect(tags && mostWithin(tags, 69)).toBeLessThanOrEqual(SHARE * 60);
  for (const { buckets } of Object.values(OMNISEND)) expect(buckets[0]).toEqual(requests);
});

/** The calls that a bucket lets through within so many seconds at the worst: one, its burst, and what flows in. */
function mostWithin({ burst, perMinute }: Omit<Bucket, 'account'>, seconds: number): number {
  return 1 + burst + Math.floor((perMinute * seconds) / 60);
}
