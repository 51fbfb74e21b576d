import type { Seal } from '../platform/seal.ts';

/** A campaign at one of its pass epochs. */
export interface CampaignEpoch {
  readonly shop: string;
  readonly campaignId: string;
  /** Raising it revokes all passes of the campaign, and all proofs with them: they were made with another key. */
  readonly passEpoch: number;
}

/** The key of one epoch of a campaign, which only this server and Shopify's functions know. */
export interface CheckoutKey {
  /** How proofs name it: 8 signs, of which one can derive nothing. */
  readonly id: string;
  /** 32 bytes for HMAC-SHA-256. */
  readonly key: Uint8Array;
}

/** Gives the keys of epochs. */
export type CheckoutKeys = (epoch: CampaignEpoch) => CheckoutKey;

const KEPT = 1_000;

/**
 * The keys are derived from `APP_KEY`, not kept: every process has them at once, a request for one costs no statement, and a
 * restored database makes the same proofs. `KEPT` of them stay in memory, the latest.
 */
export function createCheckoutKeys(seal: Seal): CheckoutKeys {
  const known = new Map<string, CheckoutKey>();
  return ({ shop, campaignId, passEpoch }) => {
    const place = `${shop} ${campaignId} ${passEpoch}`;
    const kept = known.get(place);
    if (kept) return kept;
    const key = seal.digest('checkout-key', place);
    const id = Buffer.from(seal.digest('checkout-key-id', place)).toString('base64url').slice(0, 8);
    if (known.size >= KEPT) known.clear();
    known.set(place, { id, key });
    return { id, key };
  };
}
