import type { Allowance } from '../vendor-calls.ts';

/** The revision of Klaviyo's API that everything in this folder is written for. */
const REVISION = '2026-07-15';

/** So many people go one by one, which tells their profiles' ids at once; more go in one job. */
export const FEW = 5;

/** The headers of every request. */
export function klaviyoHeaders(key: string): Readonly<Record<string, string>> {
  return {
    authorization: `Klaviyo-API-Key ${key}`,
    revision: REVISION,
    accept: 'application/vnd.api+json',
    'content-type': 'application/vnd.api+json',
  };
}

// Klaviyo counts every endpoint by itself, in fixed seconds and minutes: 350 and 3,500, 75 and 750, 10 and 150, 3 and 60,
// 1 and 15. Our share is 80 % of both: burst + 1 + perMinute in a minute, burst + 1 + perMinute / 60 in a second.
const XL = { perMinute: 2500, burst: 200 };
const L = { perMinute: 540, burst: 49 };
const M = { perMinute: 110, burst: 5 };
const S = { perMinute: 45, burst: 1 };
const XS = { perMinute: 11, burst: 0 };

const WRITES_LIST = ['lists:write', 'profiles:write'];

/** What each call costs and which permissions it needs. */
export const KLAVIYO = {
  account: allowance('accounts', XS, ['accounts:read']),
  lists: allowance('lists', L, ['lists:read']),
  list: allowance('list', L, ['lists:read']),
  profiles: allowance('profiles', L, ['profiles:read']),
  members: allowance('list-profiles', L, ['lists:read', 'profiles:read']),
  import: allowance('profile-import', L, ['profiles:write']),
  bulkImport: allowance('profile-bulk-import-jobs', M, WRITES_LIST),
  addToList: allowance('list-relationships-profiles', M, WRITES_LIST),
  subscribe: allowance('profile-subscription-bulk-create-jobs', L, [...WRITES_LIST, 'subscriptions:write']),
  event: allowance('events', XL, ['events:write']),
  bulkEvents: allowance('event-bulk-create-jobs', M, ['events:write']),
  erase: allowance('data-privacy-deletion-jobs', S, ['data-privacy:write']),
} as const;

function allowance(name: string, size: { perMinute: number; burst: number }, needs: readonly string[]): Allowance {
  return { buckets: [{ name, ...size }], needs };
}
