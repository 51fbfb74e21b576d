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

/** They unsubscribe from everything by the link of a mail; false: the vendor does not know them. */
export function leave(world: StandInWorld, { vendor, accountId, email }: VendorPerson & { vendor: Vendor }): boolean {
  world.settle();
  const now = world.clock.now();
  world.changed();
  if (vendor === 'klaviyo') {
    const account = world.klaviyo.get(accountId);
    if (!profileByEmail(account, email)) return false;
    unsubscribe(account, { listId: null, emails: [email] }, now);
    return true;
  }
  const contact = contactByEmail(world.omnisend.get(accountId), email);
  if (!contact) return false;
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
