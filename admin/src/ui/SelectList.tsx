import { selectTexts as words } from '../texts/select-texts.ts';
import { Button, Checkbox, Pagination, SkeletonBodyText, Text } from './polaris.ts';
import type { SelectTableProps } from './select-table.ts';
import { tablePagination } from './table-pagination.ts';

const skeletonRows = [1, 2, 3, 4, 5];

/** A table whose rows can be selected, on a phone: what can be done stands at the lower edge, under the thumb. */
export function SelectList<Row>(props: SelectTableProps<Row>) {
  const { names, columns, rows, pages, pageInfo, keyOf, selection } = props;
  if (rows === undefined) return <SelectListSkeleton />;
  const ids = rows.map(keyOf);
  const count = selection.selected.size;
  const pagination = pages && pageInfo && tablePagination(pages, pageInfo, names.plural).pagination;
  return (
    <>
      <div className="select-all">
        <Checkbox
          label={count === 0 ? words.all : words.selected(count)}
          checked={count === 0 ? false : count === ids.length || 'indeterminate'}
          onChange={(isSelected) => selection.select(ids, isSelected)}
        />
      </div>
      <ul className="narrow-list" aria-label={names.plural}>
        {rows.map((row) => (
          <SelectItem key={keyOf(row)} {...props} row={row} columns={columns} />
        ))}
      </ul>
      {pagination && <Pagination type="table" {...pagination} />}
      {count > 0 && <BulkBar {...props} />}
    </>
  );
}

function SelectItem<Row>({ row, columns, keyOf, selection, selectLabelOf }: SelectTableProps<Row> & { row: Row }) {
  const [heading, ...details] = columns;
  const id = keyOf(row);
  return (
    <li className="select-item">
      <Checkbox
        label={selectLabelOf(row)}
        labelHidden
        checked={selection.selected.has(id)}
        onChange={(isSelected) => selection.select([id], isSelected)}
      />
      <div>
        <Text as="span" fontWeight="semibold">
          {heading.render(row)}
        </Text>
        <dl>
          {details
            .filter(({ isWideOnly }) => !isWideOnly)
            .map((column) => (
              <div key={column.title}>
                <dt>
                  <Text as="span" tone="subdued" visuallyHidden={column.isTitleHidden ?? false}>
                    {column.title}
                  </Text>
                </dt>
                <dd>{column.render(row)}</dd>
              </div>
            ))}
        </dl>
      </div>
    </li>
  );
}

function BulkBar<Row>({ bulkActions, selection }: SelectTableProps<Row>) {
  return (
    <section className="bulk-bar" aria-label={words.actions}>
      {bulkActions.map(({ content, onAction }) => (
        <Button key={content} onClick={onAction}>
          {content}
        </Button>
      ))}
      <Button variant="plain" onClick={selection.clear}>
        {words.none}
      </Button>
    </section>
  );
}

function SelectListSkeleton() {
  return (
    <ul className="narrow-list" aria-hidden>
      {skeletonRows.map((row) => (
        <li key={row}>
          <SkeletonBodyText lines={3} />
        </li>
      ))}
    </ul>
  );
}
