import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { delivery, OpenBudget, people, person, problemOf } from '../src/integrations/destination.fixture.ts';
import type { Account } from '../src/integrations/destination.ts';
import { OmnisendDestination } from '../src/integrations/omnisend/omnisend.destination.ts';
import {
  contactByEmail,
  type OmnisendAccount,
  type OmnisendContact,
} from '../src/stand-in/omnisend/omnisend-account.ts';
import { OMNISEND_TEST, type TestStandIn, testStandIn } from '../src/stand-in/stand-in.fixture.ts';
import { leave } from '../src/stand-in/vendor-people.ts';

const TAG = 'vip-early-access';
const account: Account = { key: OMNISEND_TEST.key, accountId: OMNISEND_TEST.id };
let standIn: TestStandIn;
let omnisend: OmnisendDestination;

beforeAll(async () => {
  standIn = await testStandIn();
});

beforeEach(() => {
  standIn.world.faults.clear();
  standIn.world.seen.forget();
  for (const kept of [known().contacts, known().idsByEmail, known().batches]) kept.clear();
  omnisend = new OmnisendDestination({ baseUrl: standIn.omnisendUrl, budget: new OpenBudget() });
});

afterEach(() => {
  expect(standIn.world.seen.violations).toEqual([]);
  expect(standIn.world.seen.downgraded).toEqual([]);
  expect(standIn.world.seen.messages.filter(({ hasConsent }) => !hasConsent)).toEqual([]);
});

describe('a key', () => {
  test('that is good names its brand', async () => {
    expect(await omnisend.check(account.key)).toEqual({ accountId: OMNISEND_TEST.id, accountName: 'Test brand' });
  });

  test('that nobody knows is refused', async () => {
    expect(await problemOf(omnisend.check('unknown'))).toMatchObject({ kind: 'KEY_REFUSED' });
  });

  test('that may not read contacts is told which permission it lacks', async () => {
    standIn.world.addOmnisendAccount({ ...OMNISEND_TEST, name: '', key: 'narrow', scopes: ['brands.read'] });
    const problem = await problemOf(omnisend.check('narrow'));
    expect(problem).toMatchObject({
      kind: 'SCOPE_MISSING',
      detail: expect.stringContaining('this needs contacts.read'),
    });
  });
});

describe('a tag', () => {
  test('is what a merchant writes, and Omnisend lists none', async () => {
    expect(await omnisend.audience(account, 'Größe: M')).toEqual({ id: 'Größe: M', name: 'Größe: M', optIn: null });
    expect(await omnisend.audiences()).toEqual({ audiences: [], next: null });
  });

  test.each(['', ' ', ' vip', 'vip ', 'v\nip', 'x'.repeat(101)])('is not %j', async (text) => {
    expect(await omnisend.audience(account, text)).toBeNull();
  });
});

describe.each([1, 7])('of %i who consented', (count) => {
  test('everybody is subscribed as of their consent, named and tagged', async () => {
    const crowd = people(count);
    const outcomes = await omnisend.deliver(account, delivery(TAG, crowd));
    expect([...outcomes.values()].every(({ kind }) => kind === 'ACCEPTED')).toBe(true);
    const givenAt = crowd[0]?.consent?.givenAt.toISOString();
    expect(contactOf('guest-0@example.com')).toMatchObject({
      status: 'subscribed',
      statusChangedAt: givenAt,
      tags: [TAG],
      attributes: { firstName: 'Ada' },
      customProperties: { vipCampaign: 'Summer drop' },
      consents: [{ source: 'Summer drop', createdAt: givenAt }],
    });
  });

  test('nobody loses a tag that the merchant gave', async () => {
    await omnisend.deliver(account, delivery('spring', people(count)));
    await omnisend.deliver(account, delivery(TAG, people(count)));
    expect(contactOf('guest-0@example.com').tags).toEqual(['spring', TAG]);
  });

  test.each([true, false])('a welcome goes out when the merchant wants one: %s', async (sendsWelcomeMessage) => {
    await omnisend.deliver(account, delivery(TAG, people(count), { sendsWelcomeMessage }));
    standIn.world.settle();
    expect(standIn.world.seen.messages).toHaveLength(sendsWelcomeMessage ? count : 0);
  });
});

describe.each([1, 7])('of %i who consented to nothing', (count) => {
  test('everybody is tagged, nobody is subscribed, no welcome goes out', async () => {
    const silent = people(count, { consent: null });
    await omnisend.deliver(account, delivery(TAG, silent, { sendsWelcomeMessage: true }));
    expect(contactOf('guest-0@example.com')).toMatchObject({ status: 'nonSubscribed', tags: [TAG] });
    expect(standIn.world.seen.messages).toEqual([]);
  });

  test('a subscriber stays one, and who left stays away', async () => {
    await omnisend.deliver(account, delivery('spring', people(count)));
    await omnisend.deliver(account, delivery('spring', [person('gone')]));
    leave(standIn.world, { vendor: 'omnisend', accountId: OMNISEND_TEST.id, email: 'gone@example.com' });
    const silent = [...people(count, { consent: null }), person('gone', { consent: null })];
    await omnisend.deliver(account, delivery(TAG, silent));
    expect(contactOf('guest-0@example.com').status).toBe('subscribed');
    expect(contactOf('gone@example.com').status).toBe('unsubscribed');
  });
});

describe('one bad address', () => {
  test.each(['refused.example', 'blind.example'])('at %s among many holds up nobody else', async (host) => {
    const crowd = people(150).map((one, place) => (place === 118 ? { ...one, email: `bad@${host}` } : one));
    const outcomes = await omnisend.deliver(account, delivery(TAG, crowd));
    standIn.world.settle();
    const refused = [...outcomes].filter(([, { kind }]) => kind === 'REFUSED');
    expect(refused).toEqual([['guest-118', expect.objectContaining({ reason: 'ADDRESS_REFUSED' })]]);
    expect(JSON.stringify(refused)).not.toContain(host);
    expect([...known().contacts.values()].filter(({ tags }) => tags.includes(TAG))).toHaveLength(149);
  });

  test('alone is refused, the other is tagged', async () => {
    const outcomes = await omnisend.deliver(account, delivery(TAG, [person('bad', { email: 'bad' }), person('ada')]));
    expect(outcomes.get('bad')).toMatchObject({ kind: 'REFUSED', reason: 'ADDRESS_REFUSED' });
    expect(outcomes.get('ada')).toMatchObject({ kind: 'ACCEPTED', contactId: contactOf('ada@example.com').id });
    expect(contactOf('ada@example.com').tags).toEqual([TAG]);
  });
});

test('an address is one person, however it is written', async () => {
  await omnisend.deliver(account, delivery(TAG, [person('ada', { email: 'Ada@Example.com' })]));
  await omnisend.deliver(account, delivery(TAG, [person('ada', { email: 'ada@example.com' })]));
  expect(known().contacts.size).toBe(1);
  const standings = await omnisend.standings(account, TAG, ['ADA@example.com']);
  expect(standings.get('ADA@example.com')).toMatchObject({ marketing: 'SUBSCRIBED', isInAudience: true });
});

test('what Omnisend says of people is told, in fewer requests than people', async () => {
  await omnisend.deliver(account, delivery('other', people(20)));
  await omnisend.deliver(account, delivery(TAG, people(200)));
  standIn.world.settle();
  leave(standIn.world, { vendor: 'omnisend', accountId: OMNISEND_TEST.id, email: 'guest-1@example.com' });
  standIn.world.seen.forget();
  const asked = [...people(200).map(({ email }) => email), 'nobody@example.com'];
  const standings = await omnisend.standings(account, TAG, asked);
  expect(standings.size).toBe(200);
  expect(standings.get('guest-0@example.com')).toMatchObject({ marketing: 'SUBSCRIBED', isInAudience: true });
  expect(standings.get('guest-1@example.com')).toMatchObject({
    marketing: 'UNSUBSCRIBED',
    changedAt: expect.any(Date),
  });
  expect(standIn.world.seen.total('omnisend')).toBeLessThan(5);
});

test('somebody who is subscribed without the tag is not in the audience', async () => {
  await omnisend.deliver(account, delivery('other', [person('ada')]));
  const standings = await omnisend.standings(account, TAG, ['ada@example.com']);
  expect(standings.get('ada@example.com')).toMatchObject({ marketing: 'SUBSCRIBED', isInAudience: false });
});

test('erasing takes the tag off and leaves the others, and a stranger is no fault', async () => {
  await omnisend.deliver(account, delivery('spring', [person('ada')]));
  await omnisend.deliver(account, delivery(TAG, [person('ada')]));
  await omnisend.erase(account, { email: 'Ada@example.com', audience: TAG });
  await omnisend.erase(account, { email: 'stranger@example.com', audience: TAG });
  expect(contactOf('ada@example.com').tags).toEqual(['spring']);
});

test('a batch is waited for, so that nobody is tagged before Omnisend knows them', async () => {
  known().delayMs = 150;
  await omnisend.deliver(account, delivery(TAG, people(7)));
  await expect.poll(() => contactOf('guest-6@example.com').tags).toEqual([TAG]);
  known().delayMs = 0;
});

test('a batch that Omnisend takes its time for is left to it, under its id', async () => {
  known().delayMs = 60_000;
  const outcomes = await omnisend.deliver(account, delivery(TAG, people(7)));
  known().delayMs = 0;
  expect(outcomes.get('guest-0')).toEqual({ kind: 'ACCEPTED', contactId: null, job: expect.any(String) });
});

test('2,000 people cost at most 42 writing calls, a tenth of them answered 429', async () => {
  standIn.world.faults.add({ kind: 'THROTTLED', vendor: 'omnisend', share: 0.1, seconds: 1 });
  for (let batch = 0; batch < 10; batch += 1) {
    const crowd = people(omnisend.batchSize).map((one) => ({ ...one, email: `${batch}-${one.email}` }));
    await omnisend.deliver(account, delivery(TAG, crowd));
  }
  standIn.world.settle();
  expect([...known().contacts.values()].filter(({ tags }) => tags.includes(TAG))).toHaveLength(2000);
  expect(standIn.world.seen.total('omnisend', 'WRITING')).toBeLessThanOrEqual(42);
}, 60_000);

function known(): OmnisendAccount {
  return standIn.world.omnisend.get(OMNISEND_TEST.id);
}

function contactOf(email: string): OmnisendContact {
  standIn.world.settle();
  const contact = contactByEmail(known(), email);
  if (!contact) throw new Error('Omnisend does not know them.');
  return contact;
}
