/** How Klaviyo finds what a request names. */
import { VendorRefusal } from '../desk/vendor-answer.ts';
import {
  type ImportJob,
  type KlaviyoAccount,
  type KlaviyoList,
  type KlaviyoProfile,
  profileByEmail,
} from './klaviyo-account.ts';
import type { Filter } from './klaviyo-filter.ts';

/** The list of this id, or Klaviyo's refusal. */
export function listOf(account: KlaviyoAccount, id: string | undefined): KlaviyoList {
  const list = account.lists.get(id ?? '');
  if (!list) throw new VendorRefusal(404, `A list with id ${id} does not exist.`, { code: 'not_found' });
  return list;
}

/** The import of this id, or Klaviyo's refusal. */
export function jobOf(account: KlaviyoAccount, id: string | undefined): ImportJob {
  const job = account.imports.get(id ?? '');
  if (!job) throw new VendorRefusal(404, 'A bulk import job with this id does not exist.', { code: 'not_found' });
  return job;
}

/** Whether a list is one of those that a filter names. */
export function fits({ id, name }: KlaviyoList, filter: Filter | undefined): boolean {
  return !filter || filter.values.includes(filter.field === 'id' ? id : name);
}

/** The order in which lists are asked for. */
export function listOrder(sort: string | undefined): (a: KlaviyoList, b: KlaviyoList) => number {
  const sign = sort?.startsWith('-') ? -1 : 1;
  const field = sort?.replace('-', '');
  return (a, b) => {
    if (field === 'created' || field === 'updated') return sign * (a.createdAt - b.createdAt);
    return sign * (field === 'name' ? a.name.localeCompare(b.name) : a.id.localeCompare(b.id));
  };
}

/** The profiles that a filter names, or all. */
export function profilesOf(account: KlaviyoAccount, filter: Filter | undefined): KlaviyoProfile[] {
  if (!filter) return [...account.profiles.values()];
  const found = new Set(
    filter.values.map((value) =>
      filter.field === 'id' ? (account.profiles.get(value) ?? null) : profileByEmail(account, value),
    ),
  );
  return [...found].filter((profile) => profile !== null);
}

/** The order in which profiles are asked for; those made first come first, unless asked otherwise. */
export function profileOrder(sort: string | undefined): (a: KlaviyoProfile, b: KlaviyoProfile) => number {
  const sign = sort?.startsWith('-') ? -1 : 1;
  const field = sort?.replace('-', '') ?? 'created';
  return (a, b) => {
    if (field === 'created') return sign * (a.createdAt - b.createdAt);
    if (field === 'updated') return sign * (a.updatedAt - b.updatedAt);
    return sign * (field === 'email' ? (a.email ?? '').localeCompare(b.email ?? '') : a.id.localeCompare(b.id));
  };
}

interface MembersQuery {
  readonly filter?: Filter | undefined;
  readonly sort?: string | undefined;
}

/** A list's people, with when each joined; the newest first unless asked otherwise. */
export function membersOf(account: KlaviyoAccount, list: KlaviyoList, { filter, sort }: MembersQuery) {
  const people = filter
    ? profilesOf(account, filter)
    : [...list.members.keys()].map((id) => account.profiles.get(id)).filter((profile) => profile !== undefined);
  const members = people.flatMap((profile): [KlaviyoProfile, number][] => {
    const joinedAt = list.members.get(profile.id);
    return joinedAt === undefined ? [] : [[profile, joinedAt]];
  });
  return sort === 'joined_group_at' ? members : members.sort(([, a], [, b]) => b - a);
}
