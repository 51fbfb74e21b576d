import { UnlistingState } from './unlisting.type.ts';
import { hidesProductsAt, type WishFacts } from './unlisting-wish.ts';

/** Where a campaign's wish stands at an instant; `waitingCount`: how many products are still to be hidden or put back for it. */
export function unlistingState(
  campaign: WishFacts,
  { waitingCount }: { readonly waitingCount: number },
  instant: Date,
): UnlistingState {
  if (hidesProductsAt(campaign, instant)) return waitingCount > 0 ? UnlistingState.HIDING : UnlistingState.HIDDEN;
  if (waitingCount > 0) return UnlistingState.SHOWING;
  return campaign.hidesProducts ? UnlistingState.READY : UnlistingState.OFF;
}
