import type { Account, Standing } from '../destination.ts';
import type { VendorCalls } from '../vendor-calls.ts';
import { readAnswer } from '../vendor-json.ts';
import { VendorProblem } from '../vendor-problem.ts';
import { members, profiles } from './klaviyo-answers.ts';
import { KLAVIYO } from './klaviyo-calls.ts';
import { rejected } from './klaviyo-errors.ts';
import { marketingOf } from './klaviyo-marketing.ts';

/** Klaviyo answers with a hundred profiles at most. */
export const READ_SIZE = 100;

/** An address filter longer than that would not fit into a request's line everywhere. Characters, encoded. */
const LONGEST_FILTER = 6000;

/** What Klaviyo says about these addresses and this list. */
export async function readStandings(
  calls: VendorCalls,
  account: Account,
  asked: { list: string; emails: readonly string[] },
): Promise<ReadonlyMap<string, Standing>> {
  const standings = new Map<string, Standing>();
  for (const emails of pagesOf(asked.emails)) {
    const found = await readProfiles(calls, account, emails);
    const onList = found.length > 0 ? await readMembers(calls, account, { list: asked.list, emails }) : new Set();
    const byAddress = new Map(found.map((profile) => [profile.attributes.email?.toLowerCase(), profile]));
    for (const email of emails) {
      const profile = byAddress.get(email.toLowerCase());
      if (!profile) continue;
      const marketing = marketingOf(profile.attributes.subscriptions?.email?.marketing, asked.list);
      standings.set(email, { contactId: profile.id, ...marketing, isInAudience: onList.has(profile.id) });
    }
  }
  return standings;
}

async function readProfiles(calls: VendorCalls, account: Account, emails: readonly string[]) {
  const query = new URLSearchParams({
    filter: anyOf(emails),
    'additional-fields[profile]': 'subscriptions',
    'fields[profile]': 'email,subscriptions',
    'page[size]': String(READ_SIZE),
  });
  const answer = await calls.send(account, {
    method: 'GET',
    path: `/api/profiles?${query}`,
    allowance: KLAVIYO.profiles,
  });
  if (answer.status >= 300) throw rejected(answer, account.key);
  return readAnswer(profiles, answer, { writes: false }).data;
}

async function readMembers(calls: VendorCalls, account: Account, asked: { list: string; emails: readonly string[] }) {
  const query = new URLSearchParams({
    filter: anyOf(asked.emails),
    'fields[profile]': 'email',
    'page[size]': String(READ_SIZE),
  });
  const path = `/api/lists/${encodeURIComponent(asked.list)}/profiles?${query}`;
  const answer = await calls.send(account, { method: 'GET', path, allowance: KLAVIYO.members });
  if (answer.status === 404) throw new VendorProblem('AUDIENCE_GONE', { detail: rejected(answer, account.key).detail });
  if (answer.status >= 300) throw rejected(answer, account.key);
  return new Set(readAnswer(members, answer, { writes: false }).data.map(({ id }) => id));
}

function anyOf(emails: readonly string[]): string {
  return `any(email,${JSON.stringify(emails)})`;
}

function pagesOf(emails: readonly string[]): readonly string[][] {
  const pages: string[][] = [];
  let room = 0;
  for (const email of emails) {
    const length = encodeURIComponent(email).length + 10;
    const page = pages.at(-1);
    if (page && page.length < READ_SIZE && length <= room) page.push(email);
    else {
      pages.push([email]);
      room = LONGEST_FILTER;
    }
    room -= length;
  }
  return pages;
}
