import { beforeAll, beforeEach, expect, test } from 'vitest';
import * as requests from '../klaviyo-requests.fixture.ts';
import { KLAVIYO_TEST, type TestStandIn, testStandIn } from '../stand-in.fixture.ts';
import { callKlaviyo } from '../vendor-calls.fixture.ts';
import { clickConfirmation, leave, suppressPerson } from '../vendor-people.ts';

const { id: accountId, single, double } = KLAVIYO_TEST;
const SUBSCRIBE = 'POST /api/profile-subscription-bulk-create-jobs';
let at: TestStandIn;
let address = '';
let counted = 0;

beforeAll(async () => {
  at = await testStandIn();
});
beforeEach(() => {
  at.world.seen.forget();
  address = `ada${++counted}@example.org`;
});

const subscribe = (listId: string | null, historicalAt?: string) =>
  callKlaviyo(at, SUBSCRIBE, { body: requests.subscribeJob([address], listId, historicalAt) });

async function marketing(): Promise<Record<string, unknown> | null> {
  const filter = encodeURIComponent(`equals(email,"${address}")`);
  const { body } = await callKlaviyo(at, `GET /api/profiles?filter=${filter}&additional-fields[profile]=subscriptions`);
  return body.data[0]?.attributes.subscriptions.email.marketing ?? null;
}

async function isOn(listId: string): Promise<boolean> {
  const filter = encodeURIComponent(`any(email,["${address}","nobody@example.org"])`);
  const { body } = await callKlaviyo(at, `GET /api/lists/${listId}/profiles?filter=${filter}`);
  return body.data.length === 1 && body.data[0].attributes.email === address;
}

test('whoever is subscribed to a single opt-in list is on it, with what was said about the source', async () => {
  expect(await subscribe(single)).toMatchObject({ status: 202, body: '' });

  expect(await isOn(single)).toBe(true);
  expect(await marketing()).toMatchObject({
    consent: 'SUBSCRIBED',
    custom_method_detail: 'Winter drop',
    suppression: [],
  });
  expect(at.world.seen.resubscribed).toEqual([]);
});

test('a double opt-in list waits until the person clicks', async () => {
  await subscribe(double);
  expect([await isOn(double), await marketing()]).toEqual([false, null]);
  expect(at.world.seen.messages).toMatchObject([{ email: address, kind: 'CONFIRMATION' }]);

  expect(clickConfirmation(at.world, { accountId, email: address, listId: double })).toBe(true);

  expect(await isOn(double)).toBe(true);
  expect(await marketing()).toMatchObject({ consent: 'SUBSCRIBED', double_optin: true });
});

test('consent of the past passes a double opt-in list by', async () => {
  await subscribe(double, '2026-01-02T03:04:05Z');

  expect(await isOn(double)).toBe(true);
  expect(await marketing()).toMatchObject({ consent_timestamp: '2026-01-02T03:04:05.000+00:00' });
});

test.each([
  ['a consent of the future', '2999-01-01T00:00:00Z', true],
  ['a time of consent without the flag', '2026-01-02T03:04:05Z', false],
])('%s is refused, and is a violation', async (_name, consentedAt, historical) => {
  const body = requests.subscribeJob([address], single, consentedAt);
  if (!historical) delete body.data.attributes.historical_import;

  const answer = await callKlaviyo(at, SUBSCRIBE, { body });

  const pointer = '/data/attributes/profiles/data/0/attributes/subscriptions/email/marketing/consented_at';
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ source: { pointer } }] } });
  expect(at.world.seen.violations).toHaveLength(1);
  expect(await isOn(single)).toBe(false);
});

test('a subscribe call clears what somebody had asked for, and the stand-in tells', async () => {
  await subscribe(single);
  expect(leave(at.world, { vendor: 'klaviyo', accountId, email: address })).toBe(true);
  expect(await marketing()).toMatchObject({ consent: 'UNSUBSCRIBED', can_receive_email_marketing: false });

  await subscribe(single);

  expect(await marketing()).toMatchObject({
    consent: 'SUBSCRIBED',
    can_receive_email_marketing: true,
    suppression: [],
  });
  expect(at.world.seen.resubscribed).toMatchObject([{ email: address, accountId }]);
});

test('a bounced address stays suppressed, whatever is called', async () => {
  await subscribe(single);
  suppressPerson(at.world, { accountId, email: address, reason: 'HARD_BOUNCE' });

  await subscribe(single);

  expect(await marketing()).toMatchObject({
    can_receive_email_marketing: false,
    suppression: [{ reason: 'HARD_BOUNCE' }],
  });
});

test('unsubscribing from a list that one is not in unsubscribes from everything', async () => {
  await subscribe(single);
  const body = requests.unsubscribeJob([address], single);
  await callKlaviyo(at, 'POST /api/profile-subscription-bulk-delete-jobs', { body });
  expect(await isOn(single)).toBe(false);
  expect(await marketing()).toMatchObject({ consent: 'SUBSCRIBED', list_suppressions: [{ list_id: single }] });

  await callKlaviyo(at, 'POST /api/profile-subscription-bulk-delete-jobs', { body });

  expect(await marketing()).toMatchObject({ consent: 'UNSUBSCRIBED', suppression: [{ reason: 'UNSUBSCRIBE' }] });
});

test('importing a profile changes what was named, clears what was null and gives no consent', async () => {
  const first = await callKlaviyo(at, 'POST /api/profile-import', { body: { data: requests.profileOf(address) } });
  const change = { type: 'profile', attributes: { email: address, last_name: null, properties: { seen: 2 } } };
  const second = await callKlaviyo(at, 'POST /api/profile-import', { body: { data: change } });

  expect([first.status, second.status]).toEqual([201, 200]);
  const { attributes } = second.body.data;
  expect(attributes).toMatchObject({ first_name: 'Ada', last_name: null, properties: { vip_campaign: 'c1', seen: 2 } });
  expect(await marketing()).toMatchObject({ consent: 'NEVER_SUBSCRIBED', consent_timestamp: null });
});

test('an id that Klaviyo never gave out names nobody', async () => {
  const answer = await callKlaviyo(at, 'POST /api/profile-import', {
    body: { data: { ...requests.profileOf(address), id: 'no' } },
  });

  expect(answer.status).toBe(404);
  expect(await marketing()).toBe(null);
});

test('a bulk import takes everybody but those whom it names as errors', async () => {
  const body = requests.importJob([address, 'nonsense', 'x@refused.example']);
  const started = await callKlaviyo(at, 'POST /api/profile-bulk-import-jobs', { body });
  expect(started).toMatchObject({ status: 202, body: { data: { attributes: { status: 'queued', total_count: 3 } } } });

  const job = await callKlaviyo(at, `GET /api/profile-bulk-import-jobs/${started.body.data.id}`);
  const errors = await callKlaviyo(
    at,
    `GET /api/profile-bulk-import-jobs/${started.body.data.id}/import-errors?page[size]=1`,
  );

  expect(job.body.data.attributes).toMatchObject({ status: 'complete', completed_count: 1, failed_count: 2 });
  expect(errors.body.data[0].attributes.original_payload.attributes.email).toBe('nonsense');
  const next = await fetch(errors.body.links.next, {
    headers: { authorization: `Klaviyo-API-Key ${KLAVIYO_TEST.key}`, revision: '2026-07-15' },
  });
  expect(JSON.stringify(await next.json())).toContain('x@refused.example');
});

test('a bad address spoils a subscribe job for everybody in it, with or without a pointer', async () => {
  const named = await callKlaviyo(at, SUBSCRIBE, {
    body: requests.subscribeJob([address, 'x@refused.example'], single),
  });
  const blind = await callKlaviyo(at, SUBSCRIBE, { body: requests.subscribeJob([address, 'x@blind.example'], single) });

  const pointer = '/data/attributes/profiles/data/1/attributes/email';
  expect(named).toMatchObject({ status: 400, body: { errors: [{ source: { pointer } }] } });
  expect(blind.status).toBe(400);
  expect(blind.body.errors[0]).not.toHaveProperty('source');
  expect(await isOn(single)).toBe(false);
  expect(at.world.seen.violations).toEqual([]);
});

test('joining a list changes no consent', async () => {
  const { body } = await callKlaviyo(at, 'POST /api/profile-import', { body: { data: requests.profileOf(address) } });
  const people = { data: [{ type: 'profile', id: body.data.id }] };

  const joined = await callKlaviyo(at, `POST /api/lists/${single}/relationships/profiles`, { body: people });

  expect(joined).toMatchObject({ status: 204, body: '' });
  expect(await isOn(single)).toBe(true);
  expect(await marketing()).toMatchObject({ consent: 'NEVER_SUBSCRIBED' });
});

test('an event with the same unique id happened once, sent singly or in bulk', async () => {
  await callKlaviyo(at, 'POST /api/events', { body: requests.oneEvent(address, `s${counted}`) });
  const again = requests.bulkEvents([{ email: address, uniqueId: `s${counted}` }]);
  expect((await callKlaviyo(at, 'POST /api/event-bulk-create-jobs', { body: again })).status).toBe(202);
  await callKlaviyo(at, 'POST /api/events', { body: requests.oneEvent(address, `other${counted}`) });

  at.world.settle();
  const own = at.world.klaviyo.get(accountId).events.filter(({ uniqueId }) => uniqueId?.endsWith(String(counted)));
  expect(own.map(({ uniqueId }) => uniqueId)).toEqual([`s${counted}`, `other${counted}`]);
});

test('a deletion job leaves nothing of a person', async () => {
  await subscribe(single);
  await callKlaviyo(at, 'POST /api/events', { body: requests.oneEvent(address, 'gone') });

  expect(
    (await callKlaviyo(at, 'POST /api/data-privacy-deletion-jobs', { body: requests.deletionJob(address) })).status,
  ).toBe(202);

  expect([await isOn(single), await marketing()]).toEqual([false, null]);
  expect(JSON.stringify(at.world.klaviyo.get(accountId).events)).not.toContain('gone');
});

test('a list says how people opt in, ten lists are a page, and the link leads to the rest', async () => {
  for (let number = 0; number < 11; number++)
    at.world.addKlaviyoList(accountId, { id: `X${number}`, name: `Extra ${number}`, optIn: 'single_opt_in' });

  const first = await callKlaviyo(at, 'GET /api/lists?sort=name');
  const rest = await callKlaviyo(at, `GET ${first.body.links.next.split('/klaviyo')[1]}`);
  const one = await callKlaviyo(at, `GET /api/lists?filter=${encodeURIComponent('equals(name,"Newsletter")')}`);

  expect([first.body.data.length, rest.body.data.length]).toEqual([10, 3]);
  expect(one.body.data).toMatchObject([{ id: single, attributes: { opt_in_process: 'single_opt_in' } }]);
});
