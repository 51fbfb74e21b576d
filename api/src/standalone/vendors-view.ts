import type { KlaviyoAccount, KlaviyoProfile } from '../stand-in/klaviyo/klaviyo-account.ts';
import type { OmnisendAccount, OmnisendContact } from '../stand-in/omnisend/omnisend-account.ts';

/** Somebody at a vendor, in a visitor's words. */
export interface ShownPerson {
  readonly email: string;
  readonly name: string;
  /** What the vendor may send them. */
  readonly standing: string;
  readonly tone: 'good' | 'waiting' | 'bad' | 'plain';
  /** Lists or tags that they are on. */
  readonly audiences: readonly string[];
  /** The list that waits for their click; null: none does. */
  readonly waitsForList: string | null;
  readonly mayLeave: boolean;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

const SHOWN = 50;

/** Klaviyo's people, those whom something happened to last first: fifty at most. */
export function klaviyoPeople(account: KlaviyoAccount): ShownPerson[] {
  const known = [...account.profiles.values()].map((profile) => shownProfile(account, profile));
  const strangers = [...account.lists.values()].flatMap((list) =>
    [...list.awaiting]
      .filter(([email]) => !account.idsByEmail.has(email))
      .map(([email, { askedAt }]) => ({ ...waiting(list.id), email, name: '', audiences: [], changedAt: askedAt })),
  );
  return [...known, ...strangers].sort((a, b) => b.changedAt - a.changedAt).slice(0, SHOWN);
}

/** Omnisend's people, those whom something happened to last first: fifty at most. */
export function omnisendPeople({ contacts }: OmnisendAccount): ShownPerson[] {
  return [...contacts.values()]
    .sort((a, b) => b.updatedAt - a.updatedAt)
    .slice(0, SHOWN)
    .map(shownContact);
}

function shownProfile(account: KlaviyoAccount, profile: KlaviyoProfile): ShownPerson {
  const email = profile.email ?? '';
  const lists = [...account.lists.values()];
  const asking = lists.find((list) => list.awaiting.has(email) && !list.members.has(profile.id));
  const { first_name, last_name } = profile.attributes;
  return {
    ...(asking && profile.consent !== 'SUBSCRIBED'
      ? waiting(asking.id)
      : { ...consentOf(profile), waitsForList: asking?.id ?? null }),
    ...{ email, name: [first_name, last_name].filter(Boolean).join(' ') },
    audiences: lists.filter(({ members }) => members.has(profile.id)).map(({ name }) => name),
    changedAt: Math.max(profile.updatedAt, profile.consentChangedAt ?? 0),
  };
}

function waiting(listId: string): Pick<ShownPerson, 'standing' | 'tone' | 'waitsForList' | 'mayLeave'> {
  return { standing: 'Asked by mail to confirm', tone: 'waiting', waitsForList: listId, mayLeave: false };
}

function consentOf({ consent, suppressions }: KlaviyoProfile): Pick<ShownPerson, 'standing' | 'tone' | 'mayLeave'> {
  if (consent === 'UNSUBSCRIBED') return { standing: 'Unsubscribed', tone: 'bad', mayLeave: false };
  const reason = suppressions[0]?.reason;
  if (reason) return { standing: `Suppressed (${reason})`, tone: 'bad', mayLeave: true };
  if (consent === 'SUBSCRIBED') return { standing: 'Subscribed', tone: 'good', mayLeave: true };
  return { standing: 'Known, never subscribed', tone: 'plain', mayLeave: true };
}

const OMNISEND_STANDINGS = {
  subscribed: { standing: 'Subscribed', tone: 'good', mayLeave: true },
  unsubscribed: { standing: 'Unsubscribed', tone: 'bad', mayLeave: false },
  nonSubscribed: { standing: 'Known, not subscribed', tone: 'plain', mayLeave: true },
} as const;

function shownContact({ email, attributes, status, tags, updatedAt }: OmnisendContact): ShownPerson {
  const name = [attributes.firstName, attributes.lastName].filter(Boolean).join(' ');
  const standing = OMNISEND_STANDINGS[status];
  return { ...standing, email: email ?? '', name, audiences: tags, waitsForList: null, changedAt: updatedAt };
}
