import type { Consent, Standing } from '../../integrations/destination.ts';
import type { LeasedReceipt } from '../receipts/receipt.ts';

/** What is to be done about one receipt, as far as consent goes. */
export type Verdict =
  | { readonly kind: 'SEND' }
  | { readonly kind: 'ON_LIST'; readonly contactId: string }
  | { readonly kind: 'SKIP'; readonly reason: 'UNSUBSCRIBED' | 'SUPPRESSED'; readonly contactId: string };

/** Consent, or a sign-up without it, that is younger may go out unread. Milliseconds. */
const FRESH_MS = 60_000;

/** Whether it was never sent, as far as anybody can know. */
export function isUntried({ attempts, attemptedAt }: LeasedReceipt): boolean {
  return attempts === 0 && attemptedAt === null;
}

/** Whether the vendor must be read first: what is older, or may have been sent before, could undo a departure since. */
export function mustBeRead(receipt: LeasedReceipt): boolean {
  const { consent, signedUpAt } = receipt.person;
  const ageMs = receipt.now.getTime() - (consent?.givenAt ?? signedUpAt).getTime();
  return !isUntried(receipt) || ageMs >= FRESH_MS;
}

/**
 * Decides by what the vendor says: who left after consenting, or at an unknown time, is skipped; who is there already is not sent
 * again, unless flows begin with the sending and it was never tried. `standing` null: the vendor does not know the address.
 */
export function judge(receipt: LeasedReceipt, standing: Standing | null, startsFlows: boolean): Verdict {
  if (!standing) return { kind: 'SEND' };
  const { consent } = receipt.person;
  const { contactId } = standing;
  const departure = departureOf(standing, consent);
  if (departure) return { kind: 'SKIP', reason: departure, contactId };
  const isThere = standing.isInAudience && (consent === null || standing.marketing === 'SUBSCRIBED');
  const owesEvent = startsFlows && consent !== null && isUntried(receipt);
  return isThere && !owesEvent ? { kind: 'ON_LIST', contactId } : { kind: 'SEND' };
}

/** How somebody left, and did not come back since; null: they did not leave, or consented after it. */
export function departureOf(
  { marketing, changedAt }: Standing,
  consent: Pick<Consent, 'givenAt'> | null,
): 'UNSUBSCRIBED' | 'SUPPRESSED' | null {
  if (marketing !== 'UNSUBSCRIBED' && marketing !== 'SUPPRESSED') return null;
  const cameBack = consent !== null && changedAt !== null && changedAt < consent.givenAt;
  return cameBack ? null : marketing;
}
