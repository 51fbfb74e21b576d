import { passExpiry } from '../access-pass/access-pass.ts';
import { confirmBy } from '../campaign/decide.ts';
import { TrustLevel } from '../campaign/trust-level.ts';

/** What of a campaign says how long its passes live. */
export interface PassTerms {
  readonly endsAt: Date | null;
  readonly trustLevel: TrustLevel;
  readonly confirmWithinMinutes: number;
}

/**
 * Until when a pass is good that is given at an instant. Under CONFIRM_LATER an address that is not proved gets one for a while only, from
 * when it went unproved first (`unprovedSince`); null: there is nothing to be proved.
 */
export function passEnd(terms: PassTerms, unprovedSince: Date | null, instant: Date): Date {
  const expiry = passExpiry(instant, terms.endsAt);
  if (unprovedSince === null || terms.trustLevel !== TrustLevel.CONFIRM_LATER) return expiry;
  return passExpiry(instant, new Date(Math.min(expiry.getTime(), confirmBy(terms, unprovedSince).getTime())));
}
