import type { VendorAccount } from '../desk/vendor-account.ts';
import type { ContactInput } from './omnisend-schemas.ts';

/** What a channel may say of a person. */
export type ChannelStatus = 'subscribed' | 'nonSubscribed' | 'unsubscribed';

/** A contact. All times are milliseconds since 1970. */
export interface OmnisendContact {
  readonly id: string;
  /** As it was sent: this version does not say that it minds capitals, earlier ones did. */
  readonly email: string | null;
  /** Names, address and so on. */
  attributes: Record<string, unknown>;
  customProperties: Record<string, unknown>;
  status: ChannelStatus;
  statusChangedAt: string;
  readonly consents: { source: string; createdAt: string; ip: string; userAgent: string }[];
  readonly optIns: string[];
  /** When they unsubscribed; null: they have not, or are subscribed again. */
  leftAt: number | null;
  tags: string[];
  readonly createdAt: number;
  updatedAt: number;
}

/** One item of a batch and how it went. */
export interface BatchResult {
  readonly itemID: string;
  readonly request: unknown;
  readonly response: unknown;
  readonly responseCode: number;
  readonly status: string;
}

/** A batch of contacts. */
export interface OmnisendBatch {
  readonly id: string;
  readonly method: 'POST' | 'PUT';
  readonly origin: string;
  readonly createdAt: number;
  readonly items: readonly unknown[];
  startedAt: number | null;
  endedAt: number | null;
  readonly errors: BatchResult[];
  readonly responses: BatchResult[];
}

/** What Omnisend accepts and does a moment later. */
export type OmnisendWork =
  | { readonly kind: 'START_BATCH'; readonly batchId: string }
  | { readonly kind: 'RUN_BATCH'; readonly batchId: string }
  | { readonly kind: 'TAG' | 'UNTAG'; readonly contactIds: readonly string[]; readonly tags: readonly string[] };

/** One Omnisend brand: everything that it knows. */
export interface OmnisendAccount extends VendorAccount<OmnisendWork> {
  readonly contacts: Map<string, OmnisendContact>;
  readonly idsByEmail: Map<string, string>;
  readonly batches: Map<string, OmnisendBatch>;
}

/** A brand with nothing in it. */
export function emptyOmnisendAccount(id: string, name: string): OmnisendAccount {
  return {
    ...{ id, name, nextId: 1, pending: [], delayMs: 300 },
    ...{ keys: new Map(), contacts: new Map(), idsByEmail: new Map(), batches: new Map() },
  };
}

/** The contact with exactly this address; null: none. */
export function contactByEmail(account: OmnisendAccount, email: string): OmnisendContact | null {
  return account.contacts.get(account.idsByEmail.get(email) ?? '') ?? null;
}

/** Somebody whom nothing is known of but the address. */
export function addContact(account: OmnisendAccount, email: string | null, now: number): OmnisendContact {
  const id = newId(account);
  const contact: OmnisendContact = {
    ...{ id, email, attributes: {}, customProperties: {}, consents: [], optIns: [], leftAt: null, tags: [] },
    ...{ status: 'nonSubscribed', statusChangedAt: new Date(now).toISOString(), createdAt: now, updatedAt: now },
  };
  account.contacts.set(id, contact);
  if (email !== null) account.idsByEmail.set(email, id);
  return contact;
}

/** 24 hexadecimal digits, as Omnisend's ids are. */
export function newId(account: OmnisendAccount): string {
  return `5f92cbf1${(account.nextId++).toString(16).padStart(16, '0')}`;
}

/** The e-mail identifier of a contact's request; null: it names none. */
export function emailIdentifierOf({ identifiers }: ContactInput) {
  return identifiers?.find(({ type }) => type === 'email') ?? null;
}
