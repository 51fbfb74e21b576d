import { UnlistingState } from './unlisting.type.ts';

/** What a campaign's state is told from. */
export interface StateFacts {
  readonly hidesProducts: boolean;
  /** Whether its products are to be hidden now. */
  readonly isHiding: boolean;
  /** How many products are still to be hidden or put back for it. */
  readonly waitingCount: number;
}

/** Where the wish stands. */
export function unlistingState({ hidesProducts, isHiding, waitingCount }: StateFacts): UnlistingState {
  if (isHiding) return waitingCount > 0 ? UnlistingState.HIDING : UnlistingState.HIDDEN;
  if (waitingCount > 0) return UnlistingState.SHOWING;
  return hidesProducts ? UnlistingState.READY : UnlistingState.OFF;
}
