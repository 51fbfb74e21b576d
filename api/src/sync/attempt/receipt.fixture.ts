import { person } from '../../integrations/destination.fixture.ts';
import type { Person, Standing } from '../../integrations/destination.ts';
import type { LeasedReceipt } from '../receipts/receipt.ts';

/** What "now" is in these tests. */
export const NOW = new Date('2026-05-01T12:00:00Z');

/** So many milliseconds before `NOW`. */
export function ago(ms: number): Date {
  return new Date(NOW.getTime() - ms);
}

/** The receipt of somebody who consented just now and was never tried. */
export function receipt(differing: Partial<LeasedReceipt> = {}, whose: Partial<Person> = {}): LeasedReceipt {
  const consent = { givenAt: NOW, text: 'Yes.', isConfirmed: false };
  return {
    ...{ shop: 'shop.example', signupId: 'ada', destination: 'KLAVIYO', campaignId: 'c1', audience: 'L1' },
    ...{ state: 'WAITING', attempts: 0, looks: 0, attemptedAt: null, failingSince: null, acceptedAt: null },
    ...{ seenAt: null, consentAt: null, contactId: null, job: null, campaignName: 'Winter drop', now: NOW },
    person: person('ada', { signedUpAt: NOW, consent, ...whose }),
    ...differing,
  };
}

/** What a vendor says about somebody who is subscribed and on the list. */
export function standing(differing: Partial<Standing> = {}): Standing {
  return { contactId: 'contact-1', marketing: 'SUBSCRIBED', changedAt: ago(1000), isInAudience: true, ...differing };
}
