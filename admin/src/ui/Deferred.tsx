import { type ReactNode, useDeferredValue } from 'react';

/**
 * What may be drawn a moment after what is typed: a slow machine draws it in pieces, and a key that is pressed meanwhile goes first. What
 * it was before stays until then.
 */
export function Deferred({ children }: { children: ReactNode }) {
  return useDeferredValue(children);
}
