import {
  addProfile,
  emailKeyOf,
  type KlaviyoAccount,
  type KlaviyoList,
  type KlaviyoProfile,
  profileByEmail,
  type SuppressionReason,
} from './klaviyo-account.ts';
import type { SubscribeEntry, Subscribing, Unsubscribing } from './klaviyo-work.ts';

/** What subscribing one person did, for whoever watches. */
export interface SubscribeEffect {
  readonly email: string;
  /** When they had left or were suppressed before; null: they had not. */
  readonly leftAt: number | null;
  readonly isAskedToConfirm: boolean;
}

const NEVER_CLEARED: readonly SuppressionReason[] = ['HARD_BOUNCE', 'INVALID_EMAIL'];

/** Subscribes as Klaviyo does: suppressions fall, whoever had asked for them, and only a double opt-in list waits. */
export function subscribe(account: KlaviyoAccount, call: Subscribing, now: number): SubscribeEffect[] {
  const list = call.listId === null ? null : account.lists.get(call.listId);
  if (list === undefined) return [];
  const waits = !call.isHistorical && (list?.optIn ?? account.defaultOptIn) === 'double_opt_in';
  return call.entries.map((entry) => {
    const profile = profileByEmail(account, entry.email);
    const leftAt = profile ? leftAtOf(profile, list?.id ?? null) : null;
    if (profile) clearSuppressions(profile, list?.id ?? null);
    const isMember = profile?.consent === 'SUBSCRIBED' && list?.members.has(profile.id) === true;
    if (waits && !isMember) list?.awaiting.set(emailKeyOf(entry.email), { askedAt: now, source: call.source });
    if (!waits) grant(account, { list, source: call.source, ...entry }, now);
    return { email: emailKeyOf(entry.email), leftAt, isAskedToConfirm: waits && !isMember };
  });
}

/** Somebody clicks the link that a double opt-in list sent them; false: nobody had asked them. */
export function confirmSubscription(account: KlaviyoAccount, listId: string, email: string, now: number): boolean {
  const list = account.lists.get(listId);
  const asked = list?.awaiting.get(emailKeyOf(email));
  if (!list || !asked) return false;
  list.awaiting.delete(emailKeyOf(email));
  grant(account, { list, source: asked.source, email, consentedAt: null }, now).isDoubleOptIn = true;
  return true;
}

/** Unsubscribes from a list; whoever is not in it, and everybody without a list, from everything. */
export function unsubscribe(account: KlaviyoAccount, { listId, emails }: Unsubscribing, now: number): void {
  const list = listId === null ? undefined : account.lists.get(listId);
  for (const email of emails) {
    const profile = profileByEmail(account, email) ?? addProfile(account, email, now);
    if (list?.members.delete(profile.id)) {
      profile.listSuppressions.push({ listId: list.id, reason: 'UNSUBSCRIBE', at: now });
      continue;
    }
    profile.consent = 'UNSUBSCRIBED';
    profile.consentChangedAt = now;
    suppress(profile, 'UNSUBSCRIBE', now);
  }
}

/** No marketing reaches the person any more. */
export function suppress(profile: KlaviyoProfile, reason: SuppressionReason, now: number): void {
  if (profile.suppressions.some((known) => known.reason === reason)) return;
  profile.suppressions.push({ reason, at: now });
  profile.updatedAt = now;
}

interface Grant extends SubscribeEntry {
  readonly list: KlaviyoList | null;
  readonly source: string | null;
}

function grant(account: KlaviyoAccount, { list, source, email, consentedAt }: Grant, now: number): KlaviyoProfile {
  const profile = profileByEmail(account, email) ?? addProfile(account, email, now);
  Object.assign(profile, {
    ...{ consent: 'SUBSCRIBED', consentAt: consentedAt ?? now, consentChangedAt: now, updatedAt: now },
    ...{ method: consentedAt === null ? 'API' : 'HISTORICAL_IMPORT', source, isDoubleOptIn: false },
  });
  if (list && !list.members.has(profile.id)) list.members.set(profile.id, now);
  return profile;
}

function leftAtOf(profile: KlaviyoProfile, listId: string | null): number | null {
  const list = profile.listSuppressions.filter((suppression) => suppression.listId === listId);
  const times = [...profile.suppressions, ...list].map(({ at }) => at);
  if (profile.consent === 'UNSUBSCRIBED') times.push(profile.consentChangedAt ?? 0);
  return times.length > 0 ? Math.max(...times) : null;
}

function clearSuppressions(profile: KlaviyoProfile, listId: string | null): void {
  profile.suppressions = profile.suppressions.filter(({ reason }) => NEVER_CLEARED.includes(reason));
  profile.listSuppressions = profile.listSuppressions.filter((suppression) => suppression.listId !== listId);
}
