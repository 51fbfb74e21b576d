import { type RefObject, useEffect, useRef, useState } from 'react';

/** Which rows of the page shown are selected. */
export interface Selection {
  readonly selected: ReadonlySet<string>;
  /** Selects these rows, or no longer. */
  select(ids: readonly string[], isSelected: boolean): void;
  clear(): void;
}

/** Remembers which of the rows shown are selected; what is no longer shown is selected no more, so that nothing unseen is acted on. */
export function useSelection(shown: readonly string[]): Selection {
  const [ids, setIds] = useState<readonly string[]>([]);
  return {
    selected: new Set(ids.filter((id) => shown.includes(id))),
    select: (changed, isSelected) =>
      setIds((last) => [...last.filter((id) => !changed.includes(id)), ...(isSelected ? changed : [])]),
    clear: () => setIds([]),
  };
}

/** For a box that stands for several rows of which some are selected: Polaris says "mixed" to screen readers, and the box itself has to say so too. */
export function useMixedBoxes(): RefObject<HTMLDivElement> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    for (const box of place.current?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])
      box.indeterminate = box.getAttribute('aria-checked') === 'mixed';
  });
  return place;
}
