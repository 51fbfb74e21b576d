import { useBreakpoints } from '@shopify/polaris';
import type { Column, ListTableProps } from './list-table.ts';
import { NarrowList } from './NarrowList.tsx';
import { Pagination, SkeletonBodyText, Text } from './polaris.ts';
import { tablePagination } from './table-pagination.ts';

const skeletonRows = [1, 2, 3, 4, 5];

/**
 * A list of things: a table where there is room, a list of cards on a phone. An ordinary table that looks as Polaris' does: that one brings
 * selection, sorting and headings that stick, measures itself for them, and takes a slow machine many times as long.
 */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const { mdDown } = useBreakpoints();
  if (mdDown) return <NarrowList {...props} />;

  const { names, columns, rows, keyOf, pages, pageInfo } = props;
  const pagination = pages && pageInfo && tablePagination(pages, pageInfo, names.plural).pagination;
  return (
    <>
      <div className="list-table-room">
        <table className="list-table" aria-label={names.plural} aria-busy={rows === undefined}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.title} scope="col" {...numberIn(column)}>
                  <Text as="span" visuallyHidden={column.isTitleHidden ?? false}>
                    {column.title}
                  </Text>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows ? rows.map((row) => <Cells key={keyOf(row)} {...{ row, columns }} />) : skeleton(columns)}
          </tbody>
        </table>
      </div>
      {pagination && <Pagination type="table" {...pagination} />}
    </>
  );
}

function numberIn<Row>({ isNumber }: Column<Row>): { className?: string } {
  return isNumber ? { className: 'number' } : {};
}

function Cells<Row>({ row, columns }: { row: Row; columns: ListTableProps<Row>['columns'] }) {
  return (
    <tr>
      {columns.map((column) => (
        <td key={column.title} {...numberIn(column)}>
          {column.render(row)}
        </td>
      ))}
    </tr>
  );
}

function skeleton<Row>(columns: ListTableProps<Row>['columns']) {
  return skeletonRows.map((row) => (
    <tr key={row}>
      {columns.map((column) => (
        <td key={column.title}>
          <SkeletonBodyText lines={1} />
        </td>
      ))}
    </tr>
  ));
}
