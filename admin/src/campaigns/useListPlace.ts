import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CursorPages } from '../ui/cursor-pages.ts';
import { useOnChange } from '../ui/on-change.ts';
import { type ListPlace, placeOf, searchOf } from './list-place.ts';

/** A change of what the list shows; it begins at the first page again. */
export type PlaceChange = Partial<Omit<ListPlace, 'walked'>>;

/** Where the merchant stands in the list, read from the address and written to it. */
export function useListPlace() {
  const [params, setParams] = useSearchParams();
  const named = useMemo(() => placeOf(params), [params]);
  // The router follows in its own time; a box that was ticked is ticked at once.
  const [ahead, setAhead] = useState<ListPlace>();
  useOnChange(params, () => setAhead(undefined));
  const place = ahead ?? named;

  const go = (next: ListPlace, options: { replace: boolean }): void => {
    setAhead(next);
    setParams(searchOf(next), options);
  };
  const change = (next: PlaceChange): void => {
    // Each letter of a search would be one step of the way back; a filter, an order or a page is one.
    const isTyping = Object.keys(next).join() === 'query';
    go({ ...place, ...next, walked: [] }, { replace: isTyping });
  };
  const walk = (walked: readonly string[]): void => go({ ...place, walked }, { replace: false });

  const pages: CursorPages = {
    after: place.walked.at(-1) ?? null,
    hasPrevious: place.walked.length > 0,
    previous: () => walk(place.walked.slice(0, -1)),
    next: (endCursor) => walk([...place.walked, endCursor]),
  };
  return { place, change, pages };
}
