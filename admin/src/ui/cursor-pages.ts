import { useState } from 'react';

/** Where a list stands: the API pages forward only, so the way back is remembered here. */
export interface CursorPages {
  /** The cursor that the page shown starts after; null on the first. */
  after: string | null;
  hasPrevious: boolean;
  previous(): void;
  next(endCursor: string): void;
}

/** Remembers the way through a list; a changed `question` (search, order) starts at its first page again. */
export function useCursorPages(question: string): CursorPages {
  const [walked, setWalked] = useState<{ question: string; cursors: readonly string[] }>({ question, cursors: [] });
  const cursors = walked.question === question ? walked.cursors : [];

  return {
    after: cursors.at(-1) ?? null,
    hasPrevious: cursors.length > 0,
    previous: () => setWalked({ question, cursors: cursors.slice(0, -1) }),
    next: (endCursor) => setWalked({ question, cursors: [...cursors, endCursor] }),
  };
}
