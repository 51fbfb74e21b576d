import type { Observations } from '../observations.ts';
import {
  addContact,
  contactByEmail,
  emailIdentifierOf,
  type OmnisendAccount,
  type OmnisendContact,
} from './omnisend-account.ts';
import type { ContactInput } from './omnisend-schemas.ts';

/** A contact's request with where its effects are noted. */
export interface ContactChange {
  readonly input: ContactInput;
  readonly seen: Observations;
}

/**
 * Creates or updates a contact. Where Omnisend's documents are silent it does what harms most, so that nobody relies on
 * less: tags of the request replace those that were there, and a status takes effect whatever stood there before.
 */
export function upsertContact(account: OmnisendAccount, { input, seen }: ContactChange, now: number): OmnisendContact {
  const email = emailIdentifierOf(input)?.id ?? null;
  const contact = (email === null ? null : contactByEmail(account, email)) ?? addContact(account, email, now);
  changeContact({ account, contact }, { input, seen }, now);
  return contact;
}

/** Writes what a request says into a contact. */
export function changeContact(
  { account, contact }: { account: OmnisendAccount; contact: OmnisendContact },
  { input, seen }: ContactChange,
  now: number,
): void {
  const { identifiers: _identifiers, tags, customProperties, createdAt: _createdAt, ...attributes } = input;
  contact.attributes = { ...contact.attributes, ...attributes };
  contact.customProperties = { ...contact.customProperties, ...customProperties };
  if (tags) contact.tags = [...new Set(tags)];
  contact.updatedAt = now;
  noteConsent(contact, input, now);
  changeStatus({ account, contact }, { input, seen }, now);
}

function noteConsent(contact: OmnisendContact, input: ContactInput, now: number): void {
  const consent = emailIdentifierOf(input)?.consent;
  if (!consent) return;
  const { source = '', createdAt = new Date(now).toISOString(), ip = '', userAgent = '' } = consent;
  contact.consents.push({ source, createdAt, ip, userAgent });
}

function changeStatus(
  { account, contact }: { account: OmnisendAccount; contact: OmnisendContact },
  { input, seen }: ContactChange,
  now: number,
): void {
  const identifier = emailIdentifierOf(input);
  if (!identifier) return;
  const who = { vendor: 'omnisend' as const, accountId: account.id, email: identifier.id };
  const [before, changed] = [contact.status, identifier.channels?.email];
  if (changed) {
    contact.status = changed.status;
    contact.statusChangedAt = changed.statusChangedAt ?? new Date(now).toISOString();
  }
  if (changed?.status === 'subscribed') contact.optIns.push(new Date(now).toISOString());
  const isNew = contact.createdAt === now || before !== contact.status;
  if (isNew && identifier.sendWelcomeMessage !== false)
    seen.messages.push({ ...who, kind: 'WELCOME', hasConsent: contact.status === 'subscribed' });
  if (before === 'subscribed' && changed?.status === 'nonSubscribed') seen.downgraded.push(identifier.id);
  if (before === 'unsubscribed' && changed?.status === 'subscribed')
    seen.resubscribed.push({ ...who, leftAt: contact.leftAt ?? 0, at: now });
  contact.leftAt = contact.status === 'unsubscribed' ? (contact.leftAt ?? now) : null;
}
