import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { delivery, OpenBudget, people, person, problemOf } from '../src/integrations/destination.fixture.ts';
import type { Account, Delivery, Destination } from '../src/integrations/destination.ts';
import { KlaviyoDestination } from '../src/integrations/klaviyo/klaviyo.destination.ts';
import { OmnisendDestination } from '../src/integrations/omnisend/omnisend.destination.ts';
import type { VendorProblemKind } from '../src/integrations/vendor-problem.ts';
import type { FaultWish } from '../src/stand-in/fault-plan.ts';
import { KLAVIYO_TEST, OMNISEND_TEST, type TestStandIn, testStandIn } from '../src/stand-in/stand-in.fixture.ts';

type Row = readonly [fault: FaultWish, kind: VendorProblemKind, mayHaveApplied: boolean];

const THROTTLED = { kind: 'THROTTLED', seconds: 30 } as const;
const FAULTS: readonly Row[] = [
  [{ kind: 'STATUS', status: 401 }, 'KEY_REFUSED', false],
  [{ kind: 'STATUS', status: 403 }, 'SCOPE_MISSING', false],
  [{ kind: 'STATUS', status: 410 }, 'VERSION_RETIRED', false],
  [{ kind: 'STATUS', status: 500 }, 'UNREACHABLE', true],
  [{ kind: 'STATUS', status: 502 }, 'UNREACHABLE', true],
  [{ kind: 'STATUS', status: 503 }, 'UNREACHABLE', true],
  [{ kind: 'STATUS', status: 504 }, 'UNREACHABLE', true],
  [{ kind: 'REDIRECT' }, 'BROKEN_ANSWER', true],
  [{ kind: 'MALFORMED' }, 'BROKEN_ANSWER', true],
  [{ kind: 'EMPTY' }, 'BROKEN_ANSWER', true],
  [{ kind: 'CUT' }, 'BROKEN_ANSWER', true],
  [{ kind: 'HANG' }, 'UNREACHABLE', true],
  [{ kind: 'SLOW' }, 'UNREACHABLE', true],
  [{ kind: 'APPLIED_THEN_HANG' }, 'UNREACHABLE', true],
  [{ kind: 'APPLIED_THEN_RESET' }, 'UNREACHABLE', true],
];

let standIn: TestStandIn;
let budget: OpenBudget;
let destinations: Record<string, { destination: Destination; account: Account; audience: string }>;

beforeAll(async () => {
  standIn = await testStandIn();
});

beforeEach(() => {
  standIn.world.faults.clear();
  standIn.world.seen.forget();
  budget = new OpenBudget();
  const klaviyo = new KlaviyoDestination({ baseUrl: standIn.klaviyoUrl, budget, attemptMs: 500 });
  const omnisend = new OmnisendDestination({ baseUrl: standIn.omnisendUrl, budget, attemptMs: 500 });
  destinations = {
    KLAVIYO: { destination: klaviyo, account: accountOf(KLAVIYO_TEST), audience: KLAVIYO_TEST.single },
    OMNISEND: { destination: omnisend, account: accountOf(OMNISEND_TEST), audience: 'vip' },
  };
});

describe.each(['KLAVIYO', 'OMNISEND'])('%s', (name) => {
  test.each(FAULTS)('ends a call with %j as %s, applied perhaps: %s', async (fault, kind, mayHaveApplied) => {
    standIn.world.faults.add(fault);
    const problem = await problemOf(deliver(name, [person('ada')]));
    expect(problem).toMatchObject({ kind, mayHaveApplied });
    expect(standIn.world.seen.followedRedirects).toBe(0);
    expect(JSON.stringify([problem, problem.message, problem.stack])).not.toMatch(/marker|ada@example\.com/);
  });

  test('is asked again after a short wait, and the people are in', async () => {
    standIn.world.faults.add({ kind: 'THROTTLED', seconds: 1, times: 1 });
    expect((await deliver(name, [person('ada')])).get('ada')).toMatchObject({ kind: 'ACCEPTED' });
    expect(budget.held).toMatchObject([{ waitMs: 1000 }]);
  });

  test.each([
    [{ ...THROTTLED, retryAfter: 'SECONDS' as const }, 30_000],
    [{ ...THROTTLED, retryAfter: 'DATE' as const }, 30_000],
    [{ ...THROTTLED, retryAfter: 'NONE' as const }, null],
  ])('that throttles with %j is waited for by the caller', async (fault, waitMs) => {
    standIn.world.faults.add(fault);
    const problem = await problemOf(deliver(name, [person('ada')]));
    expect(problem).toMatchObject({ kind: 'THROTTLED', mayHaveApplied: false });
    if (waitMs === null) expect(problem.retryAfterMs).toBeNull();
    else expect(Math.abs((problem.retryAfterMs ?? 0) - waitMs)).toBeLessThan(2000);
    expect(budget.held.length).toBeGreaterThan(0);
  });

  test('is asked only with room in our own budget, for every request', async () => {
    await deliver(name, [person('ada')]);
    await deliver(name, people(20));
    const requests = standIn.world.seen.total(name === 'KLAVIYO' ? 'klaviyo' : 'omnisend');
    const firstBuckets = budget.taken.filter(({ name: bucket }) => bucket !== 'tags');
    expect(firstBuckets).toHaveLength(requests);
    expect(new Set(budget.taken.map(({ account }) => account)).size).toBe(1);
  });

  test('is not asked at all when our budget says to wait long', async () => {
    budget.waits.push(60_000);
    const problem = await problemOf(deliver(name, [person('ada')]));
    expect(problem).toMatchObject({ kind: 'THROTTLED', retryAfterMs: 60_000, mayHaveApplied: false });
    expect(standIn.world.seen.exchanges).toEqual([]);
  });

  test('is asked a moment later when our budget says so', async () => {
    budget.waits.push(50);
    expect((await deliver(name, [person('ada')])).get('ada')).toMatchObject({ kind: 'ACCEPTED' });
  });
});

test('what Klaviyo took before its second subscription failed is said to be applied perhaps', async () => {
  const consent = { givenAt: new Date(0), text: 'Yes.', isConfirmed: true };
  // Two imports and one subscription find room, the other subscription does not.
  budget.waits.push(0, 0, 0, 60_000);
  const both = [person('ada'), person('bob', { consent })];
  expect(await problemOf(deliver('KLAVIYO', both))).toMatchObject({ kind: 'THROTTLED', mayHaveApplied: true });
  // The next attempt has nothing but that other subscription left, and finds no room again.
  budget.waits.push(60_000);
  expect(await problemOf(deliver('KLAVIYO', both))).toMatchObject({ kind: 'THROTTLED', mayHaveApplied: true });
});

test.each([
  ['KLAVIYO', 'POST /api/profile-subscription-bulk-create-jobs'],
  ['OMNISEND', 'POST /contacts/tags'],
])('%s is not asked again for what it took before it throttled, and is after any other fault', async (name, last) => {
  const crowd = people(20);
  const writing = () => standIn.world.seen.calls().filter(({ isWriting }) => isWriting);
  const firsts = () => writing().filter(({ endpoint }) => endpoint !== last);
  standIn.world.faults.add({ kind: 'THROTTLED', seconds: 30, endpoint: last, times: 1 });
  await problemOf(deliver(name, crowd));
  await deliver(name, crowd);
  expect(firsts().map((count) => count.calls)).toEqual([1]);
  standIn.world.faults.add({ kind: 'STATUS', status: 500, endpoint: last, times: 1 });
  await problemOf(deliver(name, crowd));
  await deliver(name, crowd);
  expect(firsts().map((count) => count.calls)).toEqual([3]);
});

test('Omnisend is sent nobody whom there is no room to tag', async () => {
  // The first room that is asked for is the tag's.
  budget.waits.push(60_000);
  expect(await problemOf(deliver('OMNISEND', [person('ada')]))).toMatchObject({ mayHaveApplied: false });
  await deliver('OMNISEND', [person('ada')]);
  expect(budget.taken.map(({ name }) => name)).toEqual(['tags', 'requests', 'requests']);
});

test('contacts that Omnisend took before their tag failed are said to be applied perhaps', async () => {
  standIn.world.faults.add({ kind: 'STATUS', status: 401, endpoint: 'POST /contacts/tags' });
  const problem = await problemOf(deliver('OMNISEND', [person('ada')]));
  expect(problem).toMatchObject({ kind: 'KEY_REFUSED', mayHaveApplied: true });
});

function deliver(name: string, of: Delivery['people']) {
  const known = destinations[name];
  if (!known) throw new Error(`There is no destination ${name}.`);
  return known.destination.deliver(known.account, delivery(known.audience, of));
}

function accountOf({ key, id }: { key: string; id: string }): Account {
  return { key, accountId: id };
}
