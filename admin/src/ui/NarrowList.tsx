import type { ListTableProps } from './list-table.ts';
import { BlockStack, Pagination, SkeletonBodyText, SkeletonDisplayText, Text } from './polaris.ts';
import { tablePagination } from './table-pagination.ts';

const skeletonRows = [1, 2, 3, 4, 5];

/** A table's rows on a phone: the first column as a heading, the others named below it. */
export function NarrowList<Row>({ names, columns, rows, keyOf, pages, pageInfo }: ListTableProps<Row>) {
  const [heading, ...details] = columns;
  if (rows === undefined) {
    return (
      <ul className="narrow-list" aria-hidden>
        {skeletonRows.map((row) => (
          <li key={row}>
            <BlockStack gap="300">
              <SkeletonDisplayText size="small" />
              <SkeletonBodyText lines={Math.ceil(details.length / 2)} />
            </BlockStack>
          </li>
        ))}
      </ul>
    );
  }

  const pagination = pages && pageInfo && tablePagination(pages, pageInfo, names.plural).pagination;
  return (
    <>
      <ul className="narrow-list" aria-label={names.plural}>
        {rows.map((row) => (
          <li key={keyOf(row)}>
            <Text as="span" fontWeight="semibold">
              {/* A number by itself says nothing. */}
              {heading.isNumber && `${heading.title} `}
              {heading.render(row)}
            </Text>
            <dl>
              {details.map((column) => (
                <div key={column.title}>
                  {/* A description list wants a term for each detail, be it for screen readers only. */}
                  <dt>
                    <Text as="span" tone="subdued" visuallyHidden={column.isTitleHidden ?? false}>
                      {column.title}
                    </Text>
                  </dt>
                  <dd>{column.render(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      {pagination && <Pagination type="table" {...pagination} />}
    </>
  );
}
