import { formatCount } from '../format.ts';
import { texts } from '../texts.ts';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { Banner, BlockStack, Text } from '../ui/polaris.ts';
import type { ImportProblem, ImportReport as Report } from './upload-catalog.ts';

const titles = texts.catalog.problemColumns;

const columns: [Column<ImportProblem>, ...Column<ImportProblem>[]] = [
  { title: titles.line, isNumber: true, render: ({ line }) => line },
  { title: titles.column, render: ({ column }) => column ?? '–' },
  { title: titles.message, render: ({ message }) => <span className="wrapping">{message}</span> },
];

const names = { singular: texts.catalog.problemsTable, plural: texts.catalog.problemsTable };

// One line can have several problems, one column at a time.
const keyOf = ({ line, column, message }: ImportProblem): string => `${line} ${column} ${message}`;

/** What an import brought, and the rows it left out, by line. */
export function ImportReport({ report }: { report: Report }) {
  const { products, variants, collections, problemCount, problems } = report;
  return (
    <BlockStack gap="300">
      <Banner tone="success" title={texts.catalog.doneTitle}>
        {texts.catalog.done(formatCount(products), formatCount(variants), formatCount(collections))}
      </Banner>
      {problemCount > 0 && (
        <>
          <Banner tone="warning" title={texts.catalog.problemsTitle(problemCount, formatCount(problemCount))}>
            {texts.catalog.problemsBody}
          </Banner>
          <ListTable names={names} columns={columns} rows={problems} keyOf={keyOf} />
          {problemCount > problems.length && (
            <Text as="p" tone="subdued">
              {texts.catalog.problemsMore(formatCount(problems.length), formatCount(problemCount))}
            </Text>
          )}
        </>
      )}
    </BlockStack>
  );
}
