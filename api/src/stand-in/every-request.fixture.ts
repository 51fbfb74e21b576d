import * as requests from './klaviyo-requests.fixture.ts';
import { KLAVIYO_TEST } from './stand-in.fixture.ts';
import type { RunningStandIn } from './stand-in-server.ts';
import { callKlaviyo, callOmnisend } from './vendor-calls.fixture.ts';

const ADA = 'ada@example.org';

/** One right request to each operation of both vendors, and further ones where answers differ. */
export async function askEverything(at: RunningStandIn): Promise<void> {
  await writeToKlaviyo(at);
  await readKlaviyo(at);
  await askOmnisend(at);
}

async function writeToKlaviyo(at: RunningStandIn): Promise<void> {
  const { single, double } = KLAVIYO_TEST;
  const post = (path: string, body: unknown) => callKlaviyo(at, `POST /api/${path}`, { body });
  await post('profile-import', { data: requests.profileOf(ADA) });
  const { body: known } = await post('profile-import?additional-fields[profile]=subscriptions', {
    data: requests.profileOf(ADA),
  });
  const { body: job } = await post('profile-bulk-import-jobs', requests.importJob([ADA, 'x@refused.example']));
  await post('profile-subscription-bulk-create-jobs', requests.subscribeJob([ADA], single));
  await post('profile-subscription-bulk-create-jobs', requests.subscribeJob(['b@example.org'], double));
  await post('profile-subscription-bulk-create-jobs', requests.subscribeJob([ADA], single, '2026-01-02T03:04:05Z'));
  await post('profile-subscription-bulk-delete-jobs', requests.unsubscribeJob(['b@example.org'], double));
  await post(`lists/${single}/relationships/profiles`, { data: [{ type: 'profile', id: known.data?.id ?? 'none' }] });
  await post('events', requests.oneEvent(ADA, 's1'));
  await post('event-bulk-create-jobs', requests.bulkEvents([{ email: ADA, uniqueId: 's2' }]));
  await post('data-privacy-deletion-jobs', requests.deletionJob('b@example.org'));
  await callKlaviyo(at, `GET /api/profiles/${known.data?.id ?? 'none'}?additional-fields[profile]=subscriptions`);
  await callKlaviyo(at, `GET /api/profile-bulk-import-jobs/${job.data?.id ?? 'none'}`);
  await callKlaviyo(at, `GET /api/profile-bulk-import-jobs/${job.data?.id ?? 'none'}/import-errors?page[size]=10`);
}

async function readKlaviyo(at: RunningStandIn): Promise<void> {
  const get = (path: string) => callKlaviyo(at, `GET /api/${path}`);
  const filter = `filter=${encodeURIComponent(`any(email,["${ADA}"])`)}`;
  const { single } = KLAVIYO_TEST;
  await get('accounts');
  await get('lists?page[size]=1&fields[list]=name,opt_in_process&sort=name');
  await get(`lists/${single}?additional-fields[list]=profile_count`);
  await get(`lists/${single}/profiles?${filter}&fields[profile]=email&page[size]=100`);
  await get(`lists/${single}/profiles?additional-fields[profile]=subscriptions&sort=joined_group_at`);
  await get(`lists/${single}/relationships/profiles?${filter}`);
  await get(`profiles?${filter}&additional-fields[profile]=subscriptions`);
  await get('profiles?page[size]=1&fields[profile]=email');
}

async function askOmnisend(at: RunningStandIn): Promise<void> {
  const channels = { email: { status: 'subscribed', statusChangedAt: '2026-11-01T10:00:00Z' } };
  const consent = { source: 'Winter drop', createdAt: '2026-11-01T10:00:00Z' };
  const identifier = { type: 'email', id: ADA, channels, consent, sendWelcomeMessage: false };
  const contact = { firstName: 'Ada', identifiers: [identifier], tags: ['a'], customProperties: { vip: true } };
  const { body: known } = await callOmnisend(at, 'POST /contacts', { body: contact });
  await callOmnisend(at, 'POST /contacts', { body: contact });
  await callOmnisend(at, `PATCH /contacts?email=${encodeURIComponent(ADA)}`, { body: { lastName: 'Byron' } });
  await callOmnisend(at, `PATCH /contacts/${known.id ?? 'none'}`, { body: { lastName: 'Byron' } });
  await callOmnisend(at, 'POST /contacts/tags', { body: { emails: [ADA], tags: ['vip'] } });
  await callOmnisend(at, `GET /contacts?email=${encodeURIComponent(ADA)}`);
  await callOmnisend(at, 'GET /contacts?tag=vip&limit=250&sort=updatedAt&direction=asc');
  await callOmnisend(at, `GET /contacts/${known.id ?? 'none'}`);
  await callOmnisend(at, 'DELETE /contacts/tags', { body: { emails: [ADA], tags: ['a'] } });
  const items = [contact, { identifiers: [{ type: 'email', id: 'nonsense' }] }];
  const batch = { endpoint: 'contacts', method: 'POST', items, origin: 'vip' };
  const { body: started } = await callOmnisend(at, 'POST /batches', { body: batch });
  await callOmnisend(at, `GET /batches/${started.batchID ?? 'none'}`);
  await callOmnisend(at, `GET /batches/${started.batchID ?? 'none'}/items`);
  await callOmnisend(at, 'GET /brands/current');
  await callOmnisend(at, 'GET /segments?limit=50');
}
