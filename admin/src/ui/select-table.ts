import type { ListTableProps } from './list-table.ts';
import type { Selection } from './selection.ts';

/** A deed on all selected rows. */
export interface BulkAction {
  content: string;
  onAction(): void;
}

/** What a list shows whose rows can be selected. */
export interface SelectTableProps<Row> extends ListTableProps<Row> {
  selection: Selection;
  bulkActions: readonly BulkAction[];
  /** What the box at a row says: whose it is. */
  selectLabelOf(row: Row): string;
}
