import type { VendorAccount } from '../desk/vendor-account.ts';
import type { HappenedOnce, KlaviyoWork } from './klaviyo-work.ts';

/** Why somebody gets no marketing from Klaviyo. The first three are cleared by a subscribe call, the others never. */
export const SUPPRESSION_REASONS = [
  'UNSUBSCRIBE',
  'SPAM_COMPLAINT',
  'USER_SUPPRESSED',
  'HARD_BOUNCE',
  'INVALID_EMAIL',
] as const;

/** One of `SUPPRESSION_REASONS`. */
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** A person in a Klaviyo account. All times are milliseconds since 1970. */
export interface KlaviyoProfile {
  readonly id: string;
  email: string | null;
  /** The other attributes of a profile, such as `first_name`. */
  attributes: Record<string, unknown>;
  properties: Record<string, unknown>;
  readonly createdAt: number;
  updatedAt: number;
  lastEventAt: number | null;
  consent: 'SUBSCRIBED' | 'UNSUBSCRIBED' | 'NEVER_SUBSCRIBED';
  consentAt: number | null;
  consentChangedAt: number | null;
  /** How consent came, and the `custom_source` that was said with it. */
  method: string | null;
  source: string | null;
  isDoubleOptIn: boolean;
  suppressions: { readonly reason: SuppressionReason; readonly at: number }[];
  listSuppressions: { readonly listId: string; readonly reason: string; readonly at: number }[];
}

/** A list of people. */
export interface KlaviyoList {
  readonly id: string;
  readonly name: string;
  readonly optIn: 'double_opt_in' | 'single_opt_in';
  readonly createdAt: number;
  /** When a profile joined, by its id. */
  readonly members: Map<string, number>;
  /** Who was asked by mail to confirm, by address. */
  readonly awaiting: Map<string, { readonly askedAt: number; readonly source: string | null }>;
}

/** Something that happened to a person. */
export interface KlaviyoEvent extends HappenedOnce {
  readonly profileId: string;
}

/** A profile that an import could not take. */
export interface ImportError {
  readonly id: string;
  readonly detail: string;
  readonly pointer: string;
  readonly payload: unknown;
}

/** A bulk import. */
export interface ImportJob {
  readonly id: string;
  readonly createdAt: number;
  readonly total: number;
  completedAt: number | null;
  completed: number;
  readonly errors: ImportError[];
}

/** One Klaviyo account: everything that it knows. */
export interface KlaviyoAccount extends VendorAccount<KlaviyoWork> {
  /** How people without a list are subscribed. */
  readonly defaultOptIn: KlaviyoList['optIn'];
  readonly lists: Map<string, KlaviyoList>;
  readonly profiles: Map<string, KlaviyoProfile>;
  readonly idsByEmail: Map<string, string>;
  readonly events: KlaviyoEvent[];
  /** Keys of the events that came with a `unique_id`. */
  readonly eventKeys: Set<string>;
  readonly imports: Map<string, ImportJob>;
  /** When deletion jobs were done. */
  readonly deletions: number[];
}

/** An account with nothing in it. */
export function emptyKlaviyoAccount(id: string, name: string): KlaviyoAccount {
  return {
    ...{ id, name, defaultOptIn: 'double_opt_in', nextId: 1, pending: [], delayMs: 300 },
    ...{ keys: new Map(), lists: new Map(), profiles: new Map(), idsByEmail: new Map(), imports: new Map() },
    ...{ events: [], eventKeys: new Set(), deletions: [] },
  };
}

/** A new list without people. */
export function addList(account: KlaviyoAccount, list: Pick<KlaviyoList, 'id' | 'name' | 'optIn'>, now: number): void {
  account.lists.set(list.id, { ...list, createdAt: now, members: new Map(), awaiting: new Map() });
}

/** Klaviyo keeps addresses in lower case. */
export function emailKeyOf(email: string): string {
  return email.trim().toLowerCase();
}

/** The profile with this address; null: none. */
export function profileByEmail(account: KlaviyoAccount, email: string): KlaviyoProfile | null {
  const id = account.idsByEmail.get(emailKeyOf(email));
  return (id === undefined ? undefined : account.profiles.get(id)) ?? null;
}

/** A new profile with this address; null: without one. */
export function addProfile(account: KlaviyoAccount, email: string | null, now: number): KlaviyoProfile {
  const id = `01PROFILE${String(account.nextId++).padStart(17, '0')}`;
  const profile: KlaviyoProfile = {
    ...{ id, email: email === null ? null : emailKeyOf(email), attributes: {}, properties: {} },
    ...{ createdAt: now, updatedAt: now, lastEventAt: null },
    ...{ consent: 'NEVER_SUBSCRIBED', consentAt: null, consentChangedAt: null, method: null, source: null },
    ...{ isDoubleOptIn: false, suppressions: [], listSuppressions: [] },
  };
  account.profiles.set(id, profile);
  if (profile.email !== null) account.idsByEmail.set(profile.email, id);
  return profile;
}
