import type { Account, Standing } from '../destination.ts';
import type { VendorCalls } from '../vendor-calls.ts';
import { readAnswer } from '../vendor-json.ts';
import { contacts, type OmnisendContact } from './omnisend-answers.ts';
import { omnisendAddress } from './omnisend-bodies.ts';
import { OMNISEND } from './omnisend-calls.ts';
import { rejected } from './omnisend-errors.ts';

/** From so many people on, pages of the tag are tried before people are asked for one by one. */
const MANY = 10;
const PAGE_SIZE = '250';

/** What Omnisend says about these addresses and this tag. */
export async function readStandings(
  calls: VendorCalls,
  account: Account,
  asked: { tag: string; emails: readonly string[] },
): Promise<ReadonlyMap<string, Standing>> {
  const found = asked.emails.length < MANY ? new Map() : await readTagged(calls, account, asked);
  const standings = new Map<string, Standing>();
  for (const email of asked.emails) {
    const contact = found.get(omnisendAddress(email)) ?? (await readOne(calls, account, email));
    if (contact) standings.set(email, standingOf(contact, asked.tag));
  }
  return standings;
}

/** Our clocks and Omnisend's may differ by this, in milliseconds. */
const CLOCKS_DIFFER_MS = 300_000;

interface Recently {
  readonly tag: string;
  readonly since: Date;
  readonly emails: readonly string[];
}

/** Who of these left since then, and who got the tag lately; null where it would take a quarter as many pages as people to know who left. */
export async function readRecent(
  calls: VendorCalls,
  account: Account,
  asked: Recently,
): Promise<ReadonlyMap<string, Standing> | null> {
  const left = await readLeft(calls, account, asked);
  if (left === null) return null;
  const found = new Map([...(await readTagged(calls, account, asked)), ...left]);
  const standings = new Map<string, Standing>();
  for (const email of asked.emails) {
    const contact = found.get(omnisendAddress(email));
    if (contact) standings.set(email, standingOf(contact, asked.tag));
  }
  return standings;
}

/** Reads pages of those who are not subscribed any more, latest change first, back to the time in question. */
async function readLeft(
  calls: VendorCalls,
  account: Account,
  { since, emails }: Recently,
): Promise<Map<string, OmnisendContact> | null> {
  const wanted = new Set(emails.map(omnisendAddress));
  const left = new Map<string, OmnisendContact>();
  const query = { status: 'unsubscribed', limit: PAGE_SIZE, sort: 'updatedAt', direction: 'desc' };
  const begin = since.getTime() - CLOCKS_DIFFER_MS;
  let after = '';
  for (let pages = 0; pages < emails.length / 4; pages += 1) {
    const page = await readPage(calls, account, after ? { ...query, after } : query);
    for (const contact of page.contacts) {
      const address = omnisendAddress(contact.email ?? '');
      if (wanted.has(address)) left.set(address, contact);
    }
    after = page.paging?.hasMore ? (page.paging.cursors?.after ?? '') : '';
    if (after === '' || Date.parse(page.contacts.at(-1)?.updatedAt ?? '') < begin) return left;
  }
  return null;
}

/** Reads pages of the tag, latest change first, as long as a page costs less than asking for those whom it holds. */
async function readTagged(calls: VendorCalls, account: Account, asked: Omit<Recently, 'since'>) {
  const missing = new Set(asked.emails.map(omnisendAddress));
  const found = new Map<string, OmnisendContact>();
  const query = { tag: asked.tag, limit: PAGE_SIZE, sort: 'updatedAt', direction: 'desc' };
  for (let after = ''; ; ) {
    const page = await readPage(calls, account, after ? { ...query, after } : query);
    const before = missing.size;
    for (const contact of page.contacts) {
      const address = omnisendAddress(contact.email ?? '');
      if (missing.delete(address)) found.set(address, contact);
    }
    after = page.paging?.hasMore ? (page.paging.cursors?.after ?? '') : '';
    if (after === '' || missing.size === 0 || missing.size === before) return found;
  }
}

async function readOne(calls: VendorCalls, account: Account, email: string): Promise<OmnisendContact | undefined> {
  const address = omnisendAddress(email);
  const page = await readPage(calls, account, { email: address, limit: '1' });
  return page.contacts.find((contact) => omnisendAddress(contact.email ?? '') === address);
}

async function readPage(calls: VendorCalls, account: Account, query: Readonly<Record<string, string>>) {
  const path = `/contacts?${new URLSearchParams(query)}`;
  const answer = await calls.send(account, { method: 'GET', path, allowance: OMNISEND.read });
  if (answer.status >= 300) throw rejected(answer, account.key);
  return readAnswer(contacts, answer, { writes: false });
}

function standingOf(contact: OmnisendContact, tag: string): Standing {
  const said = contact.statuses?.find(({ channel }) => channel === 'email');
  const changed = Date.parse(said?.statusChangedAt ?? '');
  return {
    contactId: contact.id,
    marketing: marketingOf(said?.status ?? contact.status),
    changedAt: Number.isNaN(changed) ? null : new Date(changed),
    isInAudience: contact.tags?.includes(tag) ?? false,
  };
}

function marketingOf(status: string | null | undefined): Standing['marketing'] {
  if (status === 'subscribed') return 'SUBSCRIBED';
  return status === 'unsubscribed' ? 'UNSUBSCRIBED' : 'NEVER';
}
