import type { IndexTableProps } from '@shopify/polaris';
import { texts } from '../texts.ts';
import type { CursorPages } from './cursor-pages.ts';

interface PageEnd {
  hasNextPage: boolean;
  endCursor?: string | null;
}

/** The buttons below a list; nothing when the list fits on one page. */
export function tablePagination(pages: CursorPages, page: PageEnd): Pick<IndexTableProps, 'pagination'> {
  const { endCursor } = page;
  const hasNext = page.hasNextPage && typeof endCursor === 'string';
  if (!hasNext && !pages.hasPrevious) return {};
  return {
    pagination: {
      hasNext,
      hasPrevious: pages.hasPrevious,
      onPrevious: pages.previous,
      accessibilityLabels: { next: texts.common.next, previous: texts.common.previous },
      ...(hasNext && { onNext: () => pages.next(endCursor) }),
    },
  };
}
