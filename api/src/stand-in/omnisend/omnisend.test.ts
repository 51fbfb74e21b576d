import { beforeAll, beforeEach, expect, test } from 'vitest';
import { OMNISEND_TEST, type TestStandIn, testStandIn } from '../stand-in.fixture.ts';
import { callOmnisend } from '../vendor-calls.fixture.ts';
import { leave } from '../vendor-people.ts';

const { id: accountId } = OMNISEND_TEST;
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

interface ContactWords {
  readonly status?: 'subscribed' | 'nonSubscribed' | 'unsubscribed';
  readonly sendWelcomeMessage?: boolean;
  readonly tags?: readonly string[];
  readonly email?: string;
}

function contactOf({ status, sendWelcomeMessage = false, tags, email = address }: ContactWords) {
  const channels = status ? { channels: { email: { status, statusChangedAt: '2026-11-01T10:00:00Z' } } } : {};
  const consent = { source: 'Winter drop', createdAt: '2026-11-01T10:00:00Z' };
  const identifiers = [{ type: 'email', id: email, ...channels, consent, sendWelcomeMessage }];
  return { firstName: 'Ada', identifiers, ...(tags ? { tags } : {}) };
}

const put = (words: ContactWords) => callOmnisend(at, 'POST /contacts', { body: contactOf(words) });

async function look() {
  const { body } = await callOmnisend(at, `GET /contacts?email=${encodeURIComponent(address)}`);
  return body.contacts[0] ?? null;
}

test('a contact is made once and updated from then on, with consent and status', async () => {
  expect((await put({ status: 'subscribed' })).status).toBe(201);
  expect((await put({ status: 'subscribed' })).status).toBe(200);

  const contact = await look();
  expect(contact).toMatchObject({ email: address, firstName: 'Ada', status: 'subscribed' });
  expect(contact.consents[0]).toMatchObject({ channel: 'email', source: 'Winter drop' });
  expect((await callOmnisend(at, `GET /contacts/${contact.id}`)).body.email).toBe(address);
});

test('an upsert without a status leaves a subscriber subscribed; with nonSubscribed it does not, and the stand-in tells', async () => {
  await put({ status: 'subscribed' });
  await put({});
  expect((await look()).status).toBe('subscribed');
  expect(at.world.seen.downgraded).toEqual([]);

  await put({ status: 'nonSubscribed' });

  expect(at.world.seen.downgraded).toEqual([address]);
});

test('subscribing somebody who had unsubscribed is noticed', async () => {
  await put({ status: 'subscribed' });
  leave(at.world, { vendor: 'omnisend', accountId, email: address });
  expect((await look()).status).toBe('unsubscribed');

  await put({ status: 'subscribed' });

  expect(at.world.seen.resubscribed).toMatchObject([{ vendor: 'omnisend', email: address }]);
});

test('a welcome message goes out unless the request says otherwise, also to somebody who never agreed', async () => {
  await put({ sendWelcomeMessage: false });
  expect(at.world.seen.messages).toEqual([]);

  address = `welcome${counted}@example.org`;
  const silent = { identifiers: [{ type: 'email', id: address }] };
  await callOmnisend(at, 'POST /contacts', { body: silent });

  expect(at.world.seen.messages).toMatchObject([{ email: address, kind: 'WELCOME', hasConsent: false }]);
});

test('tags of an upsert replace the others, tags that are added do not, and come off again', async () => {
  await put({ tags: ['old'] });
  const added = await callOmnisend(at, 'POST /contacts/tags', {
    body: { emails: [address, 'nobody@example.org'], tags: ['vip'] },
  });
  expect(added).toMatchObject({ status: 202, body: '' });
  expect((await look()).tags).toEqual(['old', 'vip']);

  await callOmnisend(at, 'DELETE /contacts/tags', { body: { emails: [address], tags: ['old'] } });
  expect((await look()).tags).toEqual(['vip']);
  await put({ tags: ['new'] });

  expect((await look()).tags).toEqual(['new']);
});

test('contacts of a tag come in pages', async () => {
  for (const letter of ['a', 'b', 'c']) await put({ email: `${letter}.${address}`, tags: [`paged${counted}`] });

  const first = await callOmnisend(at, `GET /contacts?tag=paged${counted}&limit=2`);
  const rest = await callOmnisend(
    at,
    `GET /contacts?tag=paged${counted}&limit=2&after=${first.body.paging.cursors.after}`,
  );

  expect([first.body.contacts.length, first.body.paging.hasMore]).toEqual([2, true]);
  expect([rest.body.contacts.length, rest.body.paging.hasMore]).toEqual([1, false]);
});

test('a batch is pending, then in progress, then finished; a bad contact in it holds nobody up', async () => {
  at.world.omnisend.get(accountId).delayMs = 1000;
  const items = [contactOf({ status: 'subscribed' }), contactOf({ email: 'x@refused.example' })];
  const { status, body } = await callOmnisend(at, 'POST /batches', {
    body: { endpoint: 'contacts', method: 'POST', items },
  });
  expect([status, body.totalCount]).toEqual([201, 2]);
  const state = async () => (await callOmnisend(at, `GET /batches/${body.batchID}`)).body.status;

  const states = [await state()];
  for (let times = 0; times < 2; times++) {
    at.world.clock.advance(1001);
    states.push(await state());
  }
  at.world.omnisend.get(accountId).delayMs = 0;

  expect(states).toEqual(['pending', 'inProgress', 'finished']);
  const { body: outcome } = await callOmnisend(at, `GET /batches/${body.batchID}/items`);
  expect(outcome).toMatchObject({ errorsCount: 1, finishedCount: 1, errors: [{ responseCode: 400 }] });
  expect(outcome.errors[0].request.identifiers[0].id).toBe('x@refused.example');
  expect((await look()).status).toBe('subscribed');
});

test.each([
  ['an unknown field', { ...contactOf({ email: 'a@example.org' }), optIn: true }, 'optIn', 1],
  ['a bad address', contactOf({ email: 'nonsense' }), 'identifiers.0.id', 0],
  ['nobody', { firstName: 'Ada' }, 'identifiers', 1],
])('%s is refused with the field that is wrong', async (_name, body, field, violations) => {
  const answer = await callOmnisend(at, 'POST /contacts', { body });

  expect(answer).toMatchObject({ status: 400, body: { status: 400, errors: [{ field }] } });
  expect(at.world.seen.violations).toHaveLength(violations);
});

test('tag and status together are no filter, and 101 contacts no batch', async () => {
  const filter = await callOmnisend(at, 'GET /contacts?tag=a&status=subscribed');
  const items = Array.from({ length: 101 }, () => contactOf({}));
  const batch = await callOmnisend(at, 'POST /batches', { body: { endpoint: 'contacts', method: 'POST', items } });

  expect([filter.status, batch.status]).toEqual([400, 400]);
  expect(at.world.seen.violations.map(({ endpoint }) => endpoint)).toEqual(['GET /contacts', 'POST /batches']);
});

test('the brand says its name and id', async () => {
  expect((await callOmnisend(at, 'GET /brands/current')).body).toMatchObject({
    brandID: accountId,
    name: 'Test brand',
  });
  expect((await callOmnisend(at, 'GET /segments?limit=50')).body).toMatchObject({
    segments: [],
    paging: { hasMore: false },
  });
});
