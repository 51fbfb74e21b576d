import type { HeldPass } from '../access-pass/access-pass.ts';
import type { CheckoutKeys } from './checkout-key.ts';
import { checkoutProof } from './checkout-proof.ts';

/** The campaign of a pass, as far as checkout is concerned. */
export interface ProvingCampaign {
  readonly shop: string;
  readonly id: string;
  readonly passEpoch: number;
  readonly enforcesAtCheckout: boolean;
  readonly mostPiecesPerOrder: number | null;
}

/** Gives the proof for a product by its gid; null where checkout asks for none. */
export type ProofOf = (productId: string) => string | null;

/** Makes the proofs of one pass: no statement, an HMAC for each product. */
export function createCheckoutProofs(keys: CheckoutKeys) {
  return (campaign: ProvingCampaign, pass: HeldPass): ProofOf => {
    const { shop, id, passEpoch, enforcesAtCheckout, mostPiecesPerOrder: mostPieces } = campaign;
    if (!enforcesAtCheckout) return () => null;
    const key = keys({ shop, campaignId: id, passEpoch });
    return (productId) => checkoutProof(key, { productId, mostPieces, pass });
  };
}
