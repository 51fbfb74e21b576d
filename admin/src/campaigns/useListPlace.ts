import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { CursorPages } from '../ui/cursor-pages.ts';
import { type ListPlace, placeOf, searchOf } from './list-place.ts';

/** A change of what the list shows; it begins at the first page again. */
export type PlaceChange = Partial<Omit<ListPlace, 'walked'>>;

/** Where the merchant stands in the list, read from the address and written to it. */
export function useListPlace() {
  const [params, setParams] = useSearchParams();
  const place = useMemo(() => placeOf(params), [params]);

  const change = (next: PlaceChange): void => {
    // Each letter of a search would be one step of the way back; a filter, an order or a page is one.
    const isTyping = Object.keys(next).join() === 'query';
    setParams(searchOf({ ...place, ...next, walked: [] }), { replace: isTyping });
  };
  const walk = (walked: readonly string[]): void => setParams(searchOf({ ...place, walked }));

  const pages: CursorPages = {
    after: place.walked.at(-1) ?? null,
    hasPrevious: place.walked.length > 0,
    previous: () => walk(place.walked.slice(0, -1)),
    next: (endCursor) => walk([...place.walked, endCursor]),
  };
  return { place, change, pages };
}
