import type { PaginationProps } from '@shopify/polaris';
import { texts } from '../texts/texts.ts';
import type { CursorPages } from './cursor-pages.ts';

interface PageEnd {
  hasNextPage: boolean;
  endCursor?: string | null;
}

/** The buttons below a list of what `plural` names; nothing when the list fits on one page. */
export function tablePagination(
  pages: CursorPages,
  page: PageEnd,
  plural: string,
): { pagination?: Omit<PaginationProps, 'type'> } {
  const { endCursor } = page;
  const hasNext = page.hasNextPage && typeof endCursor === 'string';
  if (!hasNext && !pages.hasPrevious) return {};
  return {
    pagination: {
      // A page has several lists, and their buttons must not have one name.
      accessibilityLabel: texts.common.pagesOf(plural),
      hasNext,
      hasPrevious: pages.hasPrevious,
      onPrevious: pages.previous,
      accessibilityLabels: { next: texts.common.next, previous: texts.common.previous },
      ...(hasNext && { onNext: () => pages.next(endCursor) }),
    },
  };
}
