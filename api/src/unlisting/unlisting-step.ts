import type { ProductStatus, UnlistingPhase } from '../../../prisma/client/client.ts';

/** What is known of a product before anything is done to it. */
export interface ProductSituation {
  /** Whether any campaign wants it hidden now. */
  readonly isWanted: boolean;
  readonly phase: UnlistingPhase;
  /** What it had when we hid it, or were about to; null: we never did. */
  readonly statusBefore: ProductStatus | null;
  /** What it has in Shopify at this moment; null: it is not there any more. */
  readonly found: ProductStatus | null;
}

/**
 * What is to be done about a product:
 * HIDE and SHOW change it in Shopify; KEEP writes down that it is hidden, by us; LEAVE writes down that it is the merchant's matter;
 * LOOK_AGAIN waits a while, for a call whose end nobody knows may still arrive; FORGET ends it.
 */
export type UnlistingStep = 'HIDE' | 'SHOW' | 'KEEP' | 'LEAVE' | 'LOOK_AGAIN' | 'FORGET';

/**
 * Decides it. Only what is public is hidden, and only what is still unlisted as we left it is put back: a status that the merchant
 * set in between is theirs. After a crash the product's status says how far we had come.
 */
export function nextStep(situation: ProductSituation): UnlistingStep {
  return situation.isWanted ? stepToHidden(situation) : stepToShown(situation);
}

function stepToHidden({ phase, statusBefore, found }: ProductSituation): UnlistingStep {
  if (found === 'UNLISTED') return phase !== 'LEFT_ALONE' && statusBefore !== null ? 'KEEP' : 'LEAVE';
  if (found !== 'ACTIVE') return 'LEAVE';
  // It was hidden by us and is public: the merchant did that.
  const isMadePublic = phase === 'HIDDEN' || (phase === 'LEFT_ALONE' && statusBefore !== null);
  return isMadePublic ? 'LEAVE' : 'HIDE';
}

function stepToShown({ phase, statusBefore, found }: ProductSituation): UnlistingStep {
  if (statusBefore === null || phase === 'LEFT_ALONE') return 'FORGET';
  if (found === 'UNLISTED') return 'SHOW';
  // It seems that the call to hide it never arrived; one that is still on its way would hide it for good.
  return phase === 'HIDING' && found === statusBefore ? 'LOOK_AGAIN' : 'FORGET';
}
