import type { Allowance } from '../vendor-calls.ts';

/** The version of Omnisend's API that everything in this folder is written for. */
const VERSION = '2026-03-15';

/** The headers of every request. */
export function omnisendHeaders(key: string): Readonly<Record<string, string>> {
  return {
    authorization: `Omnisend-API-Key ${key}`,
    'omnisend-version': VERSION,
    accept: 'application/json',
    'content-type': 'application/json',
  };
}

// Omnisend counts a brand's requests over a sliding minute: 400, and 60 of them for tags. Our share is 80 % of both:
// burst + 1 + perMinute. Whether the 400 are each endpoint's or shared is not said, so they are shared here. Room for a tag
// is reserved up to nine seconds before it is used, so its minute is reckoned with 69.
const REQUESTS = { name: 'requests', perMinute: 280, burst: 39 };
const TAGS = { name: 'tags', perMinute: 36, burst: 5 };

/** What each call costs and which permissions it needs. */
export const OMNISEND = {
  brand: allowance([REQUESTS], ['brands.read']),
  read: allowance([REQUESTS], ['contacts.read']),
  write: allowance([REQUESTS], ['contacts.write']),
  tag: allowance([REQUESTS, TAGS], ['contacts.write']),
} as const;

function allowance(buckets: Allowance['buckets'], needs: readonly string[]): Allowance {
  return { buckets, needs };
}
