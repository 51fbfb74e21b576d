import { useSyncExternalStore } from 'react';
import type { Problem } from '../problem.ts';

/**
 * Whether the API can be asked: `reached` it answers, `offline` the browser is without a network, `unreached` it has one and the API does not
 * answer, `signedOut` the API answers nobody of this session.
 */
export type ReachState = 'reached' | 'offline' | 'unreached' | 'signedOut';

/** What the last request says about it; a page has one. */
export interface Reach {
  readonly state: ReachState;
  /** The API answered, whatever it was. */
  answered(): void;
  /** A request ended without an answer. */
  failed(problem: Problem): void;
  /** Calls back with each change. Returns the end of it. */
  hear(ear: () => void): () => void;
}

/** `isOnline`: what the browser says of its network, which it knows for certain only when there is none. */
export function createReach(isOnline: () => boolean): Reach {
  const ears = new Set<() => void>();
  let state: ReachState = 'reached';
  const become = (next: ReachState): void => {
    if (next === state) return;
    state = next;
    for (const ear of ears) ear();
  };
  return {
    get state() {
      return state;
    },
    answered: () => become('reached'),
    failed: ({ kind }) => {
      if (kind === 'busy') become('unreached');
      else if (kind === 'offline') become(isOnline() ? 'unreached' : 'offline');
      else become(kind === 'session' ? 'signedOut' : 'reached');
    },
    hear: (ear) => {
      ears.add(ear);
      return () => ears.delete(ear);
    },
  };
}

/** The page's own. */
export const reach = createReach(() => navigator.onLine);

/** Where it stands now; a component is shown anew when that changes. */
export function useReach(): ReachState {
  const state = (): ReachState => reach.state;
  return useSyncExternalStore(reach.hear, state, state);
}
