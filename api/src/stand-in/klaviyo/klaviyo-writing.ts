/** Klaviyo's operations on profiles, lists and events: at once, or a moment after they were accepted. */
import { type Endpoint, endpoint } from '../desk/endpoint.ts';
import { doLater } from '../desk/vendor-account.ts';
import { VendorRefusal } from '../desk/vendor-answer.ts';
import type { KlaviyoAccount } from './klaviyo-account.ts';
import { refuseBadAddresses } from './klaviyo-address.ts';
import { importJobResource, profileResource, sparse } from './klaviyo-answers.ts';
import { bulkEvents, oneEvent } from './klaviyo-event-schemas.ts';
import { klaviyoLimit } from './klaviyo-limits.ts';
import { listOf } from './klaviyo-lookup.ts';
import { findProfile, importProfile, joinList } from './klaviyo-profiles.ts';
import { noQuery, profileQuery } from './klaviyo-queries.ts';
import { KLAVIYO_BYTES } from './klaviyo-schema-parts.ts';
import * as schemas from './klaviyo-schemas.ts';
import type { HappenedOnce } from './klaviyo-work.ts';

type Writes = Endpoint<KlaviyoAccount>;

const importOne: Writes = endpoint({
  ...{ method: 'POST', pattern: '/api/profile-import', scopes: ['profiles:write'], isWriting: true },
  ...{ limit: klaviyoLimit('create_or_update_profile', 'L'), query: profileQuery, body: schemas.profileImport },
  bodyBytes: KLAVIYO_BYTES.profile,
  answer: ({ account, query, body: { data }, now, base }) => {
    refuseBadAddresses([{ email: data.attributes.email, path: ['data', 'attributes', 'email'] }]);
    const known = findProfile(account, data);
    if (data.id && !known)
      throw new VendorRefusal(404, 'A profile with this id does not exist.', { code: 'not_found' });
    const status = known ? 200 : 201;
    const profile = importProfile(account, data, now);
    const resource = profileResource(profile, { base, subscriptions: Boolean(query['additional-fields[profile]']) });
    return { status, body: { data: sparse(resource, query['fields[profile]']) } };
  },
});

const importMany: Writes = endpoint({
  method: 'POST',
  pattern: '/api/profile-bulk-import-jobs',
  ...{ scopes: ['lists:write', 'profiles:write'], isWriting: true },
  ...{ limit: klaviyoLimit('bulk_import_profiles', 'M'), query: noQuery, body: schemas.bulkImport },
  bodyBytes: KLAVIYO_BYTES.bulk,
  answer: (call) => {
    const { account, body, now, base } = call;
    const profiles = body.data.attributes.profiles.data;
    const listIds = (body.data.relationships?.lists.data ?? []).map(({ id }) => listOf(account, id).id);
    const id = `import-${account.nextId++}`;
    const job = { id, createdAt: now, total: profiles.length, completedAt: null, completed: 0, errors: [] };
    account.imports.set(id, job);
    doLater(account, call, { kind: 'IMPORT', jobId: id, profiles, listIds });
    return { status: 202, body: { data: importJobResource(job, base) } };
  },
});

const join: Writes = endpoint({
  method: 'POST',
  pattern: '/api/lists/{id}/relationships/profiles',
  ...{ scopes: ['lists:write', 'profiles:write'], isWriting: true },
  ...{ limit: klaviyoLimit('add_profiles_to_list', 'M'), query: noQuery, body: schemas.joinList },
  answer: ({ account, params, body, now, isForgotten }) => {
    const list = listOf(account, params.id);
    const unknown = body.data.findIndex(({ id }) => !account.profiles.has(id));
    if (unknown >= 0) {
      const path = ['data', unknown, 'id'];
      const issues = [{ in: 'BODY' as const, path, message: 'A profile with this id does not exist.' }];
      throw new VendorRefusal(404, 'A profile does not exist.', { code: 'not_found', issues });
    }
    if (!isForgotten) for (const { id } of body.data) joinList(account, list.id, id, now);
    return { status: 204 };
  },
});

const recordOne: Writes = endpoint({
  ...{ method: 'POST', pattern: '/api/events', scopes: ['events:write'], isWriting: true },
  ...{ limit: klaviyoLimit('create_event', 'XL'), query: noQuery, body: oneEvent },
  answer: (call) => {
    const { profile, ...happening } = call.body.data.attributes;
    const path = ['data', 'attributes', 'profile', 'data', 'attributes', 'email'];
    refuseBadAddresses([{ email: profile.data.attributes.email, path }]);
    doLater(call.account, call, { kind: 'EVENT', profile: profile.data, events: [eventOf(happening, call.now)] });
    return { status: 202 };
  },
});

const recordMany: Writes = endpoint({
  ...{ method: 'POST', pattern: '/api/event-bulk-create-jobs', scopes: ['events:write'], isWriting: true },
  ...{ limit: klaviyoLimit('bulk_create_events', 'M'), query: noQuery, body: bulkEvents },
  bodyBytes: KLAVIYO_BYTES.bulk,
  answer: (call) => {
    const people = call.body.data.attributes['events-bulk-create'].data.map(({ attributes }) => attributes);
    const place = ['data', 'attributes', 'events-bulk-create', 'data'];
    refuseBadAddresses(
      people.map(({ profile }, index) => {
        const path = [...place, index, 'attributes', 'profile', 'data', 'attributes', 'email'];
        return { email: profile.data.attributes.email, path };
      }),
    );
    for (const { profile, events } of people) {
      const happened = events.data.map(({ attributes }) => eventOf(attributes, call.now));
      doLater(call.account, call, { kind: 'EVENT', profile: profile.data, events: happened });
    }
    return { status: 202 };
  },
});

const erase: Writes = endpoint({
  ...{ method: 'POST', pattern: '/api/data-privacy-deletion-jobs', scopes: ['data-privacy:write'], isWriting: true },
  ...{ limit: klaviyoLimit('request_profile_deletion', 'S'), query: noQuery, body: schemas.deletion },
  answer: (call) => {
    const profile = call.body.data.attributes.profile.data;
    refuseBadAddresses([
      { email: profile.attributes.email, path: ['data', 'attributes', 'profile', 'data', 'attributes', 'email'] },
    ]);
    doLater(call.account, call, { kind: 'ERASE', profile });
    return { status: 202 };
  },
});

/** Every operation of Klaviyo's that writes, but for consent. */
export const klaviyoWriting: readonly Writes[] = [importOne, importMany, join, recordOne, recordMany, erase];

interface Happening {
  readonly metric: { readonly data: { readonly attributes: { readonly name: string } } };
  readonly unique_id?: string | null | undefined;
  readonly time?: string | null | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
}

function eventOf({ metric, unique_id, time, properties }: Happening, now: number): HappenedOnce {
  const at = time ? Date.parse(time) : now;
  return { metric: metric.data.attributes.name, uniqueId: unique_id ?? null, at, properties };
}
