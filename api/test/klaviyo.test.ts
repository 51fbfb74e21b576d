import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { delivery, OpenBudget, people, person, problemOf } from '../src/integrations/destination.fixture.ts';
import type { Account } from '../src/integrations/destination.ts';
import { KlaviyoDestination } from '../src/integrations/klaviyo/klaviyo.destination.ts';
import { type KlaviyoAccount, type KlaviyoProfile, profileByEmail } from '../src/stand-in/klaviyo/klaviyo-account.ts';
import { KLAVIYO_TEST, type TestStandIn, testStandIn } from '../src/stand-in/stand-in.fixture.ts';
import { clickConfirmation, leave, suppressPerson } from '../src/stand-in/vendor-people.ts';

const { single, double } = KLAVIYO_TEST;
const account: Account = { key: KLAVIYO_TEST.key, accountId: KLAVIYO_TEST.id };
let standIn: TestStandIn;
let budget: OpenBudget;
let klaviyo: KlaviyoDestination;

beforeAll(async () => {
  standIn = await testStandIn();
});

beforeEach(() => {
  standIn.world.faults.clear();
  standIn.world.seen.forget();
  const known = standIn.world.klaviyo.get(KLAVIYO_TEST.id);
  for (const list of known.lists.values()) for (const kept of [list.members, list.awaiting]) kept.clear();
  for (const kept of [known.profiles, known.idsByEmail, known.eventKeys]) kept.clear();
  known.events.length = 0;
  budget = new OpenBudget();
  klaviyo = new KlaviyoDestination({ baseUrl: standIn.klaviyoUrl, budget });
});

afterEach(() => {
  expect(standIn.world.seen.violations).toEqual([]);
});

describe('a key', () => {
  test('that is good names its account', async () => {
    expect(await klaviyo.check(account.key)).toEqual({ accountId: KLAVIYO_TEST.id, accountName: 'Test shop' });
  });

  test('that nobody knows is refused', async () => {
    expect(await problemOf(klaviyo.check('pk_unknown'))).toMatchObject({ kind: 'KEY_REFUSED' });
  });

  test('that no vendor ever gave out is refused before it is sent', async () => {
    expect(await problemOf(klaviyo.check('pk_\nforged: 1'))).toMatchObject({ kind: 'KEY_REFUSED' });
    expect(standIn.world.seen.total('klaviyo')).toBe(0);
  });

  test('that may not read lists is told which permission it lacks', async () => {
    standIn.world.addKlaviyoAccount({ ...KLAVIYO_TEST, name: '', key: 'pk_narrow', scopes: ['accounts:read'] });
    const problem = await problemOf(klaviyo.check('pk_narrow'));
    expect(problem).toMatchObject({ kind: 'SCOPE_MISSING', detail: expect.stringContaining('this needs lists:read') });
  });
});

describe('lists', () => {
  test('say how people join them', async () => {
    const { audiences } = await klaviyo.audiences(account, { query: null, after: null });
    expect(audiences).toContainEqual({ id: single, name: 'Newsletter', optIn: 'SINGLE' });
    expect(audiences).toContainEqual({ id: double, name: 'Careful people', optIn: 'DOUBLE' });
  });

  test('are found by a part of their name, wherever they stand', async () => {
    for (let place = 10; place < 45; place += 1) {
      standIn.world.addKlaviyoList(KLAVIYO_TEST.id, { id: `L${place}`, name: `List ${place}`, optIn: 'single_opt_in' });
    }
    const found = await klaviyo.audiences(account, { query: 'T 44', after: null });
    expect(found).toEqual({ audiences: [{ id: 'L44', name: 'List 44', optIn: 'SINGLE' }], next: null });
    const first = await klaviyo.audiences(account, { query: null, after: null });
    const second = await klaviyo.audiences(account, { query: null, after: first.next });
    expect(first.audiences).toHaveLength(10);
    expect(second.audiences.map(({ id }) => id)).not.toContain(first.audiences[9]?.id);
  });

  test('are known by their id, and one that is gone is nobody', async () => {
    expect(await klaviyo.audience(account, double)).toEqual({ id: double, name: 'Careful people', optIn: 'DOUBLE' });
    expect(await klaviyo.audience(account, 'LGONE')).toBeNull();
  });
});

describe('somebody who consented', () => {
  test('is on the list, subscribed, with their name and the campaign as source', async () => {
    const outcomes = await klaviyo.deliver(account, delivery(single, [person('ada')]));
    const profile = profileOf('ada@example.com');
    expect(outcomes.get('ada')).toEqual({ kind: 'ACCEPTED', contactId: profile.id, job: null });
    expect(profile).toMatchObject({ consent: 'SUBSCRIBED', source: 'Summer drop', attributes: { first_name: 'Ada' } });
    expect(profile.properties).toMatchObject({ vip_campaign: 'Summer drop' });
    expect(isOn(single, profile)).toBe(true);
  });

  test('gave no last name: one that Klaviyo has stays', async () => {
    await klaviyo.deliver(account, delivery(single, [person('ada', { lastName: 'Lovelace' })]));
    await klaviyo.deliver(account, delivery(single, [person('ada')]));
    expect(profileOf('ada@example.com').attributes).toMatchObject({ last_name: 'Lovelace' });
  });

  test('is asked to confirm by a list that asks everybody', async () => {
    await klaviyo.deliver(account, delivery(double, [person('ada')]));
    expect(await standingOf('ada@example.com', double)).toMatchObject({ marketing: 'NEVER', isInAudience: false });
    clickConfirmation(standIn.world, { accountId: KLAVIYO_TEST.id, email: 'ada@example.com', listId: double });
    expect(await standingOf('ada@example.com', double)).toMatchObject({ marketing: 'SUBSCRIBED', isInAudience: true });
  });

  test('is not asked again when their own confirmation is on record, while another beside them is', async () => {
    const givenAt = new Date(Date.now() + 600_000);
    const confirmed = person('ada', { consent: { givenAt, text: 'Yes.', isConfirmed: true } });
    await klaviyo.deliver(account, delivery(double, [confirmed, person('bob')]));
    expect(await standingOf('ada@example.com', double)).toMatchObject({ marketing: 'SUBSCRIBED', isInAudience: true });
    expect(await standingOf('bob@example.com', double)).toMatchObject({ marketing: 'NEVER', isInAudience: false });
    expect(profileOf('ada@example.com').consentAt).toBeLessThan(Date.now());
  });

  test('starts the flows once, however often they are sent', async () => {
    const wanted = delivery(single, [person('ada')], { sendsEvent: true });
    await klaviyo.deliver(account, wanted);
    await klaviyo.deliver(account, wanted);
    expect(known().events.map(({ metric }) => metric)).toEqual(['Joined VIP early access']);
  });
});

describe.each([1, 7])('of %i who consented to nothing', (count) => {
  test('everybody is on the list, nobody is subscribed, and no flow starts', async () => {
    const silent = people(count, { consent: null });
    const outcomes = await klaviyo.deliver(account, delivery(single, silent, { sendsEvent: true }));
    standIn.world.settle();
    expect([...outcomes.values()].every(({ kind }) => kind === 'ACCEPTED')).toBe(true);
    for (const { email } of silent) {
      expect(profileOf(email).consent).toBe('NEVER_SUBSCRIBED');
      expect(isOn(single, profileOf(email))).toBe(true);
    }
    expect(known().events).toEqual([]);
  });

  test('somebody who had left stays away', async () => {
    await klaviyo.deliver(account, delivery(single, [person('guest-0')]));
    leave(standIn.world, { vendor: 'klaviyo', accountId: KLAVIYO_TEST.id, email: 'guest-0@example.com' });
    await klaviyo.deliver(account, delivery(single, people(count, { consent: null })));
    expect(await standingOf('guest-0@example.com', single)).toMatchObject({ marketing: 'UNSUBSCRIBED' });
    expect(standIn.world.seen.resubscribed).toEqual([]);
  });
});

describe('one bad address', () => {
  test.each(['refused.example', 'blind.example'])('at %s among 1,000 holds up nobody else', async (host) => {
    const crowd = people(1000).map((one, place) => (place === 618 ? { ...one, email: `bad@${host}` } : one));
    const outcomes = await klaviyo.deliver(account, delivery(single, crowd, { sendsEvent: true }));
    standIn.world.settle();
    const refused = [...outcomes].filter(([, { kind }]) => kind === 'REFUSED');
    expect(refused).toEqual([['guest-618', expect.objectContaining({ reason: 'ADDRESS_REFUSED' })]]);
    expect(JSON.stringify(refused)).not.toContain(host);
    expect(known().lists.get(single)?.members.size).toBe(999);
    expect(standIn.world.seen.total('klaviyo', 'WRITING')).toBeLessThan(50);
  });

  test('alone is refused, without a word to the others', async () => {
    const outcomes = await klaviyo.deliver(account, delivery(single, [person('bad', { email: 'bad' }), person('ada')]));
    expect(outcomes.get('bad')).toMatchObject({ kind: 'REFUSED', reason: 'ADDRESS_REFUSED' });
    expect(outcomes.get('ada')).toMatchObject({ kind: 'ACCEPTED' });
  });
});

describe.each([404, 409])('a profile that clashes with another (%i)', (status) => {
  beforeEach(() => standIn.world.faults.add({ kind: 'STATUS', status, endpoint: 'POST /api/profile-import' }));

  test('keeps nobody from the list who consented', async () => {
    const outcomes = await klaviyo.deliver(account, delivery(single, [person('ada')]));
    expect(outcomes.get('ada')).toEqual({ kind: 'ACCEPTED', contactId: null, job: null });
    expect(await standingOf('ada@example.com', single)).toMatchObject({ marketing: 'SUBSCRIBED', isInAudience: true });
  });

  test('is refused without consent, since nobody else can put them on the list', async () => {
    const outcomes = await klaviyo.deliver(account, delivery(single, [person('ada', { consent: null })]));
    expect(outcomes.get('ada')).toMatchObject({ kind: 'REFUSED', reason: 'VENDOR_REFUSED' });
  });
});

test.each([
  [1, 'POST /api/events'],
  [7, 'POST /api/event-bulk-create-jobs'],
])('an event that Klaviyo will not have keeps none of %i from the list', async (count, endpoint) => {
  standIn.world.faults.add({ kind: 'STATUS', status: 400, endpoint });
  const outcomes = await klaviyo.deliver(account, delivery(single, people(count), { sendsEvent: true }));
  standIn.world.settle();
  expect([...outcomes.values()].every(({ kind }) => kind === 'ACCEPTED')).toBe(true);
  expect(known().lists.get(single)?.members.size).toBe(count);
});

test('a list that is gone is told as such, by sending and by reading', async () => {
  expect(await problemOf(klaviyo.deliver(account, delivery('LGONE', [person('ada')])))).toMatchObject({
    kind: 'AUDIENCE_GONE',
  });
  const silent = person('bob', { consent: null });
  expect(await problemOf(klaviyo.deliver(account, delivery('LGONE', [silent])))).toMatchObject({
    kind: 'AUDIENCE_GONE',
  });
  const reading = klaviyo.standings(account, 'LGONE', ['ada@example.com']);
  expect(await problemOf(reading)).toMatchObject({ kind: 'AUDIENCE_GONE' });
});

test('what Klaviyo says of people is told, who is unknown is left out', async () => {
  await klaviyo.deliver(account, delivery(single, people(250)));
  standIn.world.settle();
  const who = { accountId: KLAVIYO_TEST.id };
  leave(standIn.world, { ...who, vendor: 'klaviyo', email: 'guest-1@example.com' });
  suppressPerson(standIn.world, { ...who, email: 'guest-2@example.com', reason: 'SPAM_COMPLAINT' });
  const asked = [...people(250).map(({ email }) => email), 'nobody@example.com'];
  asked[0] = 'Guest-0@Example.com';
  const standings = await klaviyo.standings(account, single, asked);
  expect(standings.size).toBe(250);
  expect(standings.get('Guest-0@Example.com')).toMatchObject({ marketing: 'SUBSCRIBED', isInAudience: true });
  expect(standings.get('guest-1@example.com')).toMatchObject({
    marketing: 'UNSUBSCRIBED',
    changedAt: expect.any(Date),
  });
  expect(standings.get('guest-2@example.com')).toMatchObject({ marketing: 'SUPPRESSED', changedAt: expect.any(Date) });
});

test('long addresses are asked for in requests that every server takes', async () => {
  const long = people(100).map(({ id }) => `${id}.${'x'.repeat(200)}@example.com`);
  expect((await klaviyo.standings(account, single, long)).size).toBe(0);
  const longest = Math.max(...standIn.world.seen.exchanges.map(({ path }) => path.length));
  expect(longest).toBeLessThan(8000);
});

test('somebody who is erased is deleted, and erasing a stranger is no fault', async () => {
  await klaviyo.deliver(account, delivery(single, [person('ada')]));
  await klaviyo.erase(account, { email: 'ada@example.com', audience: single });
  await klaviyo.erase(account, { email: 'stranger@example.com', audience: single });
  standIn.world.settle();
  expect(profileByEmail(known(), 'ada@example.com')).toBeNull();
});

test('10,000 people with their events cost at most 40 writing calls, a tenth of them answered 429', async () => {
  standIn.world.faults.add({ kind: 'THROTTLED', share: 0.1, seconds: 1 });
  for (let batch = 0; batch < 10; batch += 1) {
    const crowd = people(klaviyo.batchSize).map((one) => ({
      ...one,
      id: `${batch}-${one.id}`,
      email: `${batch}-${one.email}`,
    }));
    await klaviyo.deliver(account, delivery(single, crowd, { sendsEvent: true }));
  }
  standIn.world.settle();
  expect(known().lists.get(single)?.members.size).toBe(10_000);
  expect(known().events).toHaveLength(10_000);
  expect(standIn.world.seen.total('klaviyo', 'WRITING')).toBeLessThanOrEqual(40);
}, 60_000);

function known(): KlaviyoAccount {
  return standIn.world.klaviyo.get(KLAVIYO_TEST.id);
}

function profileOf(email: string): KlaviyoProfile {
  standIn.world.settle();
  const profile = profileByEmail(known(), email);
  if (!profile) throw new Error('Klaviyo does not know them.');
  return profile;
}

function isOn(list: string, { id }: KlaviyoProfile): boolean {
  return known().lists.get(list)?.members.has(id) ?? false;
}

async function standingOf(email: string, list: string) {
  return (await klaviyo.standings(account, list, [email])).get(email);
}
