import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type ChosenRange, type Range, rangeOf, readRange, writeRange } from './range.ts';

/** The range that stands in the address, and how to choose another. */
export interface ChosenRangeState {
  chosen: ChosenRange;
  /** As the API is asked for it. It stays the same until another one is chosen. */
  range: Range;
  choose(range: ChosenRange): void;
}

/** The range of an analytics page. */
export function useChosenRange(zone: string): ChosenRangeState {
  const [params, setParams] = useSearchParams();
  const text = params.get('range');
  return useMemo(() => {
    const chosen = readRange(text);
    const choose = (range: ChosenRange): void =>
      setParams(
        (before) => {
          before.set('range', writeRange(range));
          return before;
        },
        { replace: true },
      );
    return { chosen, range: rangeOf(chosen, zone, new Date()), choose };
  }, [text, zone, setParams]);
}
