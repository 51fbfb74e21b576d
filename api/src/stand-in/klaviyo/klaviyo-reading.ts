/** Klaviyo's operations that change nothing. */
import { type Endpoint, endpoint } from '../desk/endpoint.ts';
import { VendorRefusal } from '../desk/vendor-answer.ts';
import type { KlaviyoAccount } from './klaviyo-account.ts';
import {
  accountResource,
  importJobResource,
  isoTime,
  listResource,
  profileResource,
  sparse,
} from './klaviyo-answers.ts';
import { klaviyoLimit } from './klaviyo-limits.ts';
import { fits, jobOf, listOf, listOrder, membersOf, profileOrder, profilesOf } from './klaviyo-lookup.ts';
import { pageOf } from './klaviyo-pages.ts';
import * as queries from './klaviyo-queries.ts';

type Reads = Endpoint<KlaviyoAccount>;

const getAccounts: Reads = endpoint({
  ...{ method: 'GET', pattern: '/api/accounts', scopes: ['accounts:read'], isWriting: false },
  ...{ limit: klaviyoLimit('get_accounts', 'XS'), query: queries.accountsQuery },
  answer: ({ account, base }) => ({
    status: 200,
    body: { data: [accountResource(account, base)], links: { self: `${base}/api/accounts` } },
  }),
});

const getLists: Reads = endpoint({
  ...{ method: 'GET', pattern: '/api/lists', scopes: ['lists:read'], isWriting: false },
  ...{ limit: klaviyoLimit('get_lists', 'L'), query: queries.listsQuery },
  answer: ({ account, query, search, base }) => {
    const lists = [...account.lists.values()].filter((list) => fits(list, query.filter)).sort(listOrder(query.sort));
    const { items, links } = pageOf(lists, { address: `${base}/api/lists`, search, query });
    const data = items.map((list) => sparse(listResource(list, base), query['fields[list]']));
    return { status: 200, body: { data, links } };
  },
});

const getList: Reads = endpoint({
  ...{ method: 'GET', pattern: '/api/lists/{id}', scopes: ['lists:read'], isWriting: false },
  ...{ limit: klaviyoLimit('get_list', 'L'), query: queries.listQuery },
  answer: ({ account, params, query, base }) => {
    const list = listOf(account, params.id);
    const resource = listResource(list, base);
    if (query['additional-fields[list]']) resource.attributes.profile_count = list.members.size;
    return { status: 200, body: { data: sparse(resource, query['fields[list]']) } };
  },
});

const getListProfiles: Reads = endpoint({
  ...{ method: 'GET', pattern: '/api/lists/{id}/profiles', scopes: ['lists:read', 'profiles:read'], isWriting: false },
  ...{ limit: klaviyoLimit('get_profiles_for_list', 'L'), query: queries.listProfilesQuery },
  answer: ({ account, params, query, search, base }) => {
    const list = listOf(account, params.id);
    const address = `${base}/api/lists/${list.id}/profiles`;
    const { items, links } = pageOf(membersOf(account, list, query), { address, search, query });
    const data = items.map(([profile, joinedAt]) => {
      const resource = profileResource(profile, { base, subscriptions: Boolean(query['additional-fields[profile]']) });
      resource.attributes.joined_group_at = isoTime(joinedAt);
      return sparse(resource, query['fields[profile]']);
    });
    return { status: 200, body: { data, links } };
  },
});

const getListProfileIds: Reads = endpoint({
  method: 'GET',
  pattern: '/api/lists/{id}/relationships/profiles',
  ...{ scopes: ['lists:read', 'profiles:read'], isWriting: false },
  ...{ limit: klaviyoLimit('get_profile_ids_for_list', 'L'), query: queries.listProfileIdsQuery },
  answer: ({ account, params, query, search, base }) => {
    const list = listOf(account, params.id);
    const address = `${base}/api/lists/${list.id}/relationships/profiles`;
    const { items, links } = pageOf(membersOf(account, list, query), { address, search, query });
    return { status: 200, body: { data: items.map(([{ id }]) => ({ type: 'profile', id })), links } };
  },
});

const getProfiles: Reads = endpoint({
  ...{ method: 'GET', pattern: '/api/profiles', scopes: ['profiles:read'], isWriting: false },
  ...{ limit: klaviyoLimit('get_profiles', 'L'), query: queries.profilesQuery },
  answer: ({ account, query, search, base }) => {
    const profiles = profilesOf(account, query.filter).sort(profileOrder(query.sort));
    const page = pageOf(profiles, { address: `${base}/api/profiles`, search, query });
    const wants = { base, subscriptions: Boolean(query['additional-fields[profile]']) };
    const data = page.items.map((profile) => sparse(profileResource(profile, wants), query['fields[profile]']));
    return { status: 200, body: { data, links: page.links } };
  },
});

const getProfile: Reads = endpoint({
  ...{ method: 'GET', pattern: '/api/profiles/{id}', scopes: ['profiles:read'], isWriting: false },
  ...{ limit: klaviyoLimit('get_profile', 'L'), query: queries.profileQuery },
  answer: ({ account, params, query, base }) => {
    const profile = account.profiles.get(params.id ?? '');
    if (!profile) throw new VendorRefusal(404, 'A profile with this id does not exist.', { code: 'not_found' });
    const resource = profileResource(profile, { base, subscriptions: Boolean(query['additional-fields[profile]']) });
    return { status: 200, body: { data: sparse(resource, query['fields[profile]']) } };
  },
});

const getImportJob: Reads = endpoint({
  method: 'GET',
  pattern: '/api/profile-bulk-import-jobs/{job_id}',
  ...{ scopes: ['lists:read', 'profiles:read'], isWriting: false },
  ...{ limit: klaviyoLimit('get_bulk_import_profiles_job', 'M'), query: queries.importJobQuery },
  answer: ({ account, params, query, base }) => {
    const resource = importJobResource(jobOf(account, params.job_id), base);
    return { status: 200, body: { data: sparse(resource, query['fields[profile-bulk-import-job]']) } };
  },
});

const getImportErrors: Reads = endpoint({
  method: 'GET',
  pattern: '/api/profile-bulk-import-jobs/{id}/import-errors',
  ...{ scopes: ['profiles:read'], isWriting: false },
  ...{ limit: klaviyoLimit('get_errors_for_bulk_import_profiles_job', 'M'), query: queries.importErrorsQuery },
  answer: ({ account, params, query, search, base }) => {
    const job = jobOf(account, params.id);
    const address = `${base}/api/profile-bulk-import-jobs/${job.id}/import-errors`;
    const { items, links } = pageOf(job.errors, { address, search, query });
    const data = items.map(({ id, detail, pointer, payload }) => {
      const said = { code: 'invalid', title: 'Invalid input.', detail, source: { pointer }, original_payload: payload };
      return { type: 'import-error', id, attributes: said };
    });
    return { status: 200, body: { data, links } };
  },
});

/** Every operation of Klaviyo's that reads. */
export const klaviyoReading: readonly Reads[] = [
  ...[getAccounts, getLists, getList, getListProfiles, getListProfileIds],
  ...[getProfiles, getProfile, getImportJob, getImportErrors],
];
