import { profileByEmail, type SuppressionReason } from './klaviyo/klaviyo-account.ts';
import { confirmSubscription, suppress, unsubscribe } from './klaviyo/klaviyo-consent.ts';
import type { Vendor } from './observations.ts';
import { contactByEmail } from './omnisend/omnisend-account.ts';
import type { StandInWorld } from './stand-in-world.ts';

/** Somebody at a vendor. */
export interface VendorPerson {
  readonly accountId: string;
  readonly email: string;
}

/** They click the link of a double opt-in list's mail; false: nobody had asked them. */
export function clickConfirmation(
  world: StandInWorld,
  { accountId, email, listId }: VendorPerson & { listId: string },
): boolean {
  world.settle();
  const isDone = confirmSubscription(world.klaviyo.get(accountId), listId, email, world.clock.now());
  world.changed();
  return isDone;
}

/** Somebody who leaves. */
interface Leaver extends VendorPerson {
  readonly vendor: Vendor;
  /** Whether they leave only if they are subscribed now, as somebody who got a mail is. */
  readonly onlyIfSubscribed?: boolean;
}

/** They unsubscribe from everything by the link of a mail; false: the vendor does not know them, or they are not subscribed and had to be. */
export function leave(world: StandInWorld, { vendor, accountId, email, onlyIfSubscribed = false }: Leaver): boolean {
  world.settle();
  const now = world.clock.now();
  world.changed();
  if (vendor === 'klaviyo') {
    const account = world.klaviyo.get(accountId);
    const profile = profileByEmail(account, email);
    if (!profile || (onlyIfSubscribed && profile.consent !== 'SUBSCRIBED')) return false;
    unsubscribe(account, { listId: null, emails: [email] }, now);
    return true;
  }
  const contact = contactByEmail(world.omnisend.get(accountId), email);
  if (!contact || (onlyIfSubscribed && contact.status !== 'subscribed')) return false;
  Object.assign(contact, {
    status: 'unsubscribed',
    statusChangedAt: new Date(now).toISOString(),
    leftAt: now,
    updatedAt: now,
  });
  return true;
}

/** Klaviyo stops mailing them, for a reason; false: it does not know them. */
export function suppressPerson(
  world: StandInWorld,
  { accountId, email, reason }: VendorPerson & { reason: SuppressionReason },
): boolean {
  world.settle();
  const profile = profileByEmail(world.klaviyo.get(accountId), email);
  if (!profile) return false;
  suppress(profile, reason, world.clock.now());
  world.changed();
  return true;
}
