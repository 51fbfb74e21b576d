import type { IndexTableProps } from '@shopify/polaris';
import { useBreakpoints } from '@shopify/polaris';
import type { Column } from './list-table.ts';
import { IndexTable, SkeletonBodyText, Text } from './polaris.ts';
import { SelectList } from './SelectList.tsx';
import type { SelectTableProps } from './select-table.ts';
import { useMixedBoxes } from './selection.ts';
import { tablePagination } from './table-pagination.ts';

const skeletonRows = [1, 2, 3, 4, 5];

/** A list from which rows can be selected, to do one thing to all of them: a table where there is room, a list of cards on a phone. */
export function SelectTable<Row>(props: SelectTableProps<Row>) {
  const { mdDown } = useBreakpoints();
  const boxes = useMixedBoxes();
  return <div ref={boxes}>{mdDown ? <SelectList {...props} /> : <WideTable {...props} />}</div>;
}

function WideTable<Row>(props: SelectTableProps<Row>) {
  const { names, columns, rows, pages, pageInfo, keyOf, selection, bulkActions } = props;
  const [first, ...others] = columns.map(headingOf);
  if (first === undefined) return null;
  const ids = rows?.map(keyOf) ?? [];
  // Polaris names one row by its id, and several by where they begin and end; neither stands for the whole page.
  const change: IndexTableProps['onSelectionChange'] = (_kind, isSelected, rowOrRange) => {
    if (typeof rowOrRange === 'string') return selection.select([rowOrRange], isSelected);
    const [begin, end] = rowOrRange ?? [0, ids.length - 1];
    selection.select(ids.slice(begin, end + 1), isSelected);
  };
  return (
    <IndexTable
      resourceName={names}
      itemCount={rows?.length ?? skeletonRows.length}
      headings={[first, ...others]}
      selectable={rows !== undefined}
      selectedItemsCount={selection.selected.size}
      onSelectionChange={change}
      promotedBulkActions={bulkActions.map((action) => ({ ...action }))}
      {...(pages && pageInfo && tablePagination(pages, pageInfo, names.plural))}
    >
      {rows
        ? rows.map((row, position) => <SelectRow key={keyOf(row)} {...{ row, position, ...props }} />)
        : skeletonRows.map((row) => <SkeletonRow key={row} row={row} columns={columns} />)}
    </IndexTable>
  );
}

function headingOf<Row>({ title, isNumber, isTitleHidden }: Column<Row>) {
  return { title, alignment: isNumber ? ('end' as const) : ('start' as const), hidden: isTitleHidden ?? false };
}

function SelectRow<Row>({ row, position, ...list }: SelectTableProps<Row> & { row: Row; position: number }) {
  const { columns, keyOf, selection, selectLabelOf } = list;
  const id = keyOf(row);
  const isSelected = selection.selected.has(id);
  return (
    <IndexTable.Row id={id} position={position} selected={isSelected} accessibilityLabel={selectLabelOf(row)}>
      {columns.map((column) => (
        <IndexTable.Cell key={column.title}>
          <Text as="span" alignment={column.isNumber ? 'end' : 'start'} numeric={column.isNumber ?? false}>
            {column.render(row)}
          </Text>
        </IndexTable.Cell>
      ))}
    </IndexTable.Row>
  );
}

function SkeletonRow<Row>({ row, columns }: { row: number; columns: SelectTableProps<Row>['columns'] }) {
  return (
    <IndexTable.Row id={`skeleton-${row}`} position={row}>
      {columns.map((column) => (
        <IndexTable.Cell key={column.title}>
          <SkeletonBodyText lines={1} />
        </IndexTable.Cell>
      ))}
    </IndexTable.Row>
  );
}
