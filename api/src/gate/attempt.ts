import type { Seal } from '../platform/seal.ts';
import { uuidFrom } from '../platform/uuid.ts';

/** One deliberate act of a visitor with a code or a link, however often its request is sent. */
export interface Attempt {
  readonly shop: string;
  readonly campaignId: string;
  readonly by: 'code' | 'link';
  /** Null where nothing matched. */
  readonly credentialId: string | null;
  /** The client's key for it: a UUID. */
  readonly attempt: string;
}

/**
 * The id of the place that an attempt takes: the same whenever and at whichever process it arrives, and another one with another
 * campaign, code or link. A keyed digest: who sees an id in a pass cannot tell from it which attempt made it.
 */
export function placeOfAttempt(seal: Seal, { shop, campaignId, by, credentialId, attempt }: Attempt): string {
  const act = [shop, campaignId, by, credentialId ?? 'none', attempt.toLowerCase()].join(' ');
  return uuidFrom(seal.digest('gate-attempt', act));
}
