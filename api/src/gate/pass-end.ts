import { passExpiry } from '../access-pass/access-pass.ts';
import { TrustLevel } from '../campaign/trust-level.ts';

/** What of a campaign says how long its passes live. */
export interface PassTerms {
  readonly endsAt: Date | null;
  readonly trustLevel: TrustLevel;
  readonly confirmWithinMinutes: number;
}

/** Until when a pass is good that is given at an instant. Under CONFIRM_LATER an address that was not proved gets one for a while only. */
export function passEnd(terms: PassTerms, isUnproved: boolean, instant: Date): Date {
  const expiry = passExpiry(instant, terms.endsAt);
  if (!isUnproved || terms.trustLevel !== TrustLevel.CONFIRM_LATER) return expiry;
  const confirmBy = instant.getTime() + terms.confirmWithinMinutes * 60_000;
  return passExpiry(instant, new Date(Math.min(expiry.getTime(), confirmBy)));
}
