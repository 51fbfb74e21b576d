/** Omnisend's operations on contacts and their tags. */
import type { CallLimit } from '../desk/call-windows.ts';
import { type Endpoint, endpoint } from '../desk/endpoint.ts';
import { doLater } from '../desk/vendor-account.ts';
import { VendorRefusal } from '../desk/vendor-answer.ts';
import type { Observations } from '../observations.ts';
import { contactByEmail, emailIdentifierOf, type OmnisendAccount, type OmnisendContact } from './omnisend-account.ts';
import { refuseBadContact } from './omnisend-address.ts';
import { brandAnswer, contactAnswer } from './omnisend-answers.ts';
import { changeContact, upsertContact } from './omnisend-contacts.ts';
import { omnisendLimit } from './omnisend-limits.ts';
import * as schemas from './omnisend-schemas.ts';

type Handles = Endpoint<OmnisendAccount>;

const getBrand: Handles = endpoint({
  ...{ method: 'GET', pattern: '/brands/current', scopes: ['brands.read'], isWriting: false },
  ...{ limit: omnisendLimit(), query: schemas.noQuery },
  answer: ({ account }) => ({ status: 200, body: brandAnswer(account) }),
});

const getSegments: Handles = endpoint({
  ...{ method: 'GET', pattern: '/segments', scopes: ['segments.read'], isWriting: false },
  ...{ limit: omnisendLimit('segments', 100), query: schemas.segmentsQuery },
  answer: ({ query: { limit } }) => {
    const paging = { cursors: { after: null, before: null }, hasMore: false, limit };
    return { status: 200, body: { segments: [], paging } };
  },
});

const getContact: Handles = endpoint({
  ...{ method: 'GET', pattern: '/contacts/{id}', scopes: ['contacts.read'], isWriting: false },
  ...{ limit: omnisendLimit(), query: schemas.noQuery },
  answer: ({ account, params }) => ({
    status: 200,
    body: contactAnswer(contactOf(account.contacts.get(params.id ?? ''))),
  }),
});

/** Omnisend's operations that only read, but for lists of contacts and batches. */
export const omnisendReading: readonly Handles[] = [getBrand, getSegments, getContact];

/** Omnisend's operations that change contacts; what they lead to is noted. */
export function omnisendWriting(seen: Observations): readonly Handles[] {
  return [postContact(seen), patchByEmail(seen), patchById(seen), tagging('POST', 'TAG'), tagging('DELETE', 'UNTAG')];
}

function postContact(seen: Observations): Handles {
  return endpoint({
    ...{ method: 'POST', pattern: '/contacts', scopes: ['contacts.write'], isWriting: true },
    ...{ limit: omnisendLimit(), query: schemas.noQuery, body: schemas.newContact },
    answer: ({ account, body, now }) => {
      refuseBadContact(body);
      const email = emailIdentifierOf(body)?.id ?? null;
      const status = email !== null && contactByEmail(account, email) ? 200 : 201;
      return { status, body: contactAnswer(upsertContact(account, { input: body, seen }, now)) };
    },
  });
}

function patchByEmail(seen: Observations): Handles {
  return endpoint({
    ...{ method: 'PATCH', pattern: '/contacts', scopes: ['contacts.write'], isWriting: true },
    ...{ limit: omnisendLimit(), query: schemas.byEmailQuery, body: schemas.contactInput },
    answer: ({ account, query, body, now }) => {
      refuseBadContact(body);
      const contact = contactOf(contactByEmail(account, query.email));
      changeContact({ account, contact }, { input: body, seen }, now);
      return { status: 200, body: contactAnswer(contact) };
    },
  });
}

function patchById(seen: Observations): Handles {
  return endpoint({
    ...{ method: 'PATCH', pattern: '/contacts/{id}', scopes: ['contacts.write'], isWriting: true },
    ...{ limit: omnisendLimit(), query: schemas.noQuery, body: schemas.contactInput },
    answer: ({ account, params, body, now }) => {
      refuseBadContact(body);
      const contact = contactOf(account.contacts.get(params.id ?? ''));
      changeContact({ account, contact }, { input: body, seen }, now);
      return { status: 200, body: contactAnswer(contact) };
    },
  });
}

const TAGS: CallLimit = omnisendLimit('tags', 60);

function tagging(method: 'POST' | 'DELETE', kind: 'TAG' | 'UNTAG'): Handles {
  return endpoint({
    ...{ method, pattern: '/contacts/tags', scopes: ['contacts.write'], isWriting: true },
    ...{ limit: TAGS, query: schemas.noQuery, body: schemas.tagging },
    answer: (call) => {
      const { contactIDs = [], emails = [], tags } = call.body;
      const byEmail = emails.map((email) => contactByEmail(call.account, email)?.id).filter((id) => id !== undefined);
      doLater(call.account, call, { kind, contactIds: [...new Set([...contactIDs, ...byEmail])], tags });
      return { status: 202 };
    },
  });
}

function contactOf(contact: OmnisendContact | null | undefined): OmnisendContact {
  if (!contact) throw new VendorRefusal(404, 'Contact not found.', { code: 'not_found' });
  return contact;
}
