import { useBreakpoints } from '@shopify/polaris';
import type { Column, ListTableProps } from './list-table.ts';
import { NarrowList } from './NarrowList.tsx';
import { IndexTable, SkeletonBodyText, Text } from './polaris.ts';
import { tablePagination } from './table-pagination.ts';

const skeletonRows = [1, 2, 3, 4, 5];

/** A list of things: a table where there is room, a list of cards on a phone. */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const { mdDown } = useBreakpoints();
  if (mdDown) return <NarrowList {...props} />;

  const { names, columns, rows, pages, pageInfo } = props;
  const [first, ...others] = columns.map(headingOf);
  if (first === undefined) return null;
  return (
    <IndexTable
      resourceName={names}
      itemCount={rows?.length ?? skeletonRows.length}
      headings={[first, ...others]}
      selectable={false}
      {...(pages && pageInfo && tablePagination(pages, pageInfo, names.plural))}
    >
      {rows
        ? rows.map((row, position) => <Row key={props.keyOf(row)} {...{ row, position, ...props }} />)
        : skeleton(columns)}
    </IndexTable>
  );
}

function headingOf<Row>({ title, isNumber, isTitleHidden }: Column<Row>) {
  return { title, alignment: isNumber ? ('end' as const) : ('start' as const), hidden: isTitleHidden ?? false };
}

function Row<R>({ row, position, columns, keyOf }: ListTableProps<R> & { row: R; position: number }) {
  return (
    <IndexTable.Row id={keyOf(row)} position={position}>
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

function skeleton<Row>(columns: ListTableProps<Row>['columns']) {
  return skeletonRows.map((row) => (
    <IndexTable.Row id={`skeleton-${row}`} key={row} position={row}>
      {columns.map((column) => (
        <IndexTable.Cell key={column.title}>
          <SkeletonBodyText lines={1} />
        </IndexTable.Cell>
      ))}
    </IndexTable.Row>
  ));
}
