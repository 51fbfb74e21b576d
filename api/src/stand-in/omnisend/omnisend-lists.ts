/** Omnisend's pages of contacts, and its batches. */
import { type Endpoint, endpoint } from '../desk/endpoint.ts';
import { doLater } from '../desk/vendor-account.ts';
import { VendorRefusal } from '../desk/vendor-answer.ts';
import {
  contactByEmail,
  newId,
  type OmnisendAccount,
  type OmnisendBatch,
  type OmnisendContact,
} from './omnisend-account.ts';
import { batchAnswer, contactAnswer } from './omnisend-answers.ts';
import { omnisendLimit } from './omnisend-limits.ts';
import { contactsQuery, newBatch, noQuery } from './omnisend-schemas.ts';

type Handles = Endpoint<OmnisendAccount>;
type ContactsQuery = ReturnType<typeof contactsQuery.parse>;

const getContacts: Handles = endpoint({
  ...{ method: 'GET', pattern: '/contacts', scopes: ['contacts.read'], isWriting: false },
  ...{ limit: omnisendLimit(), query: contactsQuery },
  answer: ({ account, query }) => {
    const found = findContacts(account, query);
    const start = query.after ? Number(Buffer.from(query.after, 'base64url').toString()) || 0 : 0;
    const hasMore = start + query.limit < found.length;
    const cursor = (offset: number) => Buffer.from(String(offset)).toString('base64url');
    const cursors = {
      after: hasMore ? cursor(start + query.limit) : null,
      before: start > 0 ? cursor(Math.max(0, start - query.limit)) : null,
    };
    const contacts = found.slice(start, start + query.limit).map(contactAnswer);
    return { status: 200, body: { contacts, paging: { cursors, hasMore, limit: query.limit } } };
  },
});

const postBatch: Handles = endpoint({
  ...{ method: 'POST', pattern: '/batches', scopes: ['contacts.write'], isWriting: true },
  ...{ limit: omnisendLimit(), query: noQuery, body: newBatch },
  answer: (call) => {
    const { account, body, now } = call;
    const batch: OmnisendBatch = {
      ...{ id: newId(account), method: body.method, origin: body.origin ?? 'api', createdAt: now, items: body.items },
      ...{ startedAt: null, endedAt: null, errors: [], responses: [] },
    };
    account.batches.set(batch.id, batch);
    doLater(account, call, { kind: 'START_BATCH', batchId: batch.id });
    return { status: 201, body: { batchID: batch.id, totalCount: body.items.length } };
  },
});

const getBatch: Handles = endpoint({
  ...{ method: 'GET', pattern: '/batches/{batchID}', scopes: ['contacts.read'], isWriting: false },
  ...{ limit: omnisendLimit(), query: noQuery },
  answer: ({ account, params }) => ({ status: 200, body: batchAnswer(batchOf(account, params.batchID)) }),
});

const getBatchItems: Handles = endpoint({
  ...{ method: 'GET', pattern: '/batches/{batchID}/items', scopes: ['contacts.read'], isWriting: false },
  ...{ limit: omnisendLimit(), query: noQuery },
  answer: ({ account, params }) => {
    const batch = batchOf(account, params.batchID);
    return { status: 200, body: { ...batchAnswer(batch), errors: batch.errors, responses: batch.responses } };
  },
});

/** Omnisend's operations on many contacts at once. */
export const omnisendLists: readonly Handles[] = [getContacts, postBatch, getBatch, getBatchItems];

function findContacts(account: OmnisendAccount, query: ContactsQuery): OmnisendContact[] {
  const { email, phone, segmentID, tag, status, updatedAtFrom, sort, direction } = query;
  // The stand-in keeps no phone numbers, and no segment has anybody in it.
  if (phone !== undefined || segmentID !== undefined) return [];
  const one = email === undefined ? null : contactByEmail(account, email);
  const all = email === undefined ? [...account.contacts.values()] : [one].filter((contact) => contact !== null);
  const sign = direction === 'asc' ? 1 : -1;
  return all
    .filter((contact) => tag === undefined || contact.tags.includes(tag))
    .filter((contact) => status === undefined || contact.status === status)
    .filter(({ updatedAt }) => updatedAtFrom === undefined || updatedAt >= Date.parse(updatedAtFrom))
    .sort((a, b) => sign * (sort === 'createdAt' ? a.createdAt - b.createdAt : a.updatedAt - b.updatedAt));
}

function batchOf(account: OmnisendAccount, id: string | undefined): OmnisendBatch {
  const batch = account.batches.get(id ?? '');
  if (!batch) throw new VendorRefusal(404, 'Batch not found.', { code: 'not_found' });
  return batch;
}
