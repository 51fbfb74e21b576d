import type { ReactNode } from 'react';
import type { CursorPages } from './cursor-pages.ts';

/** One column: its title, and what it shows of a row. */
export interface Column<Row> {
  title: string;
  /** Numbers line up at their end. */
  isNumber?: boolean;
  /** True where the title is for screen readers only, such as above buttons. */
  isTitleHidden?: boolean;
  /** True for what a phone has no room for and the row's own page tells. */
  isWideOnly?: boolean;
  render(row: Row): ReactNode;
}

/** What a list shows, however wide the window is. */
export interface ListTableProps<Row> {
  /** What one row and many are called. */
  names: { singular: string; plural: string };
  columns: readonly [Column<Row>, ...Column<Row>[]];
  /** Undefined while the first answer is on its way: the table then stands in its final shape, unfilled. */
  rows: readonly Row[] | undefined;
  keyOf(row: Row): string;
  pages?: CursorPages;
  pageInfo?: { hasNextPage: boolean; endCursor?: string | null } | undefined;
}
