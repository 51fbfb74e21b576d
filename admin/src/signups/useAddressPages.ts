import { useLocation, useSearchParams } from 'react-router';
import type { CursorPages } from '../ui/cursor-pages.ts';

const cursorName = 'after';

/**
 * Where a list stands, in the page's address: a link leads to the same page of it, and back and forward walk through it. The API pages
 * forward only; the way back is kept with the entry of the browser's history, and without one it is to the first page.
 */
export function useAddressPages(): CursorPages {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const after = params.get(cursorName);
  const trail = trailOf(state);

  const go = (cursor: string | null, way: readonly string[]): void => {
    const next = new URLSearchParams(params);
    if (cursor === null) next.delete(cursorName);
    else next.set(cursorName, cursor);
    setParams(next, { state: { trail: way } });
  };
  return {
    after,
    hasPrevious: after !== null,
    previous: () => go(trail.at(-1) ?? null, trail.slice(0, -1)),
    next: (endCursor) => go(endCursor, after === null ? [] : [...trail, after]),
  };
}

function trailOf(state: unknown): readonly string[] {
  if (typeof state !== 'object' || state === null || !('trail' in state) || !Array.isArray(state.trail)) return [];
  return state.trail.filter((cursor) => typeof cursor === 'string');
}
