import { formatCount } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { Banner, BlockStack, Text } from '../ui/polaris.ts';
import type { ImportProblem, UploadReport } from './csv-upload.ts';

const titles = texts.upload.problemColumns;

const columns: [Column<ImportProblem>, ...Column<ImportProblem>[]] = [
  { title: titles.line, isNumber: true, render: ({ line }) => line },
  { title: titles.column, render: ({ column }) => column ?? '–' },
  { title: titles.message, render: ({ message }) => <span className="wrapping">{message}</span> },
];

const names = { singular: texts.upload.problemsTable, plural: texts.upload.problemsTable };

// One line can have several problems, one column at a time.
const keyOf = ({ line, column, message }: ImportProblem): string => `${line} ${column} ${message}`;

/** The rows that an upload left out, by line; nothing for a file without fault. */
export function UploadProblems({ report: { problemCount, problems } }: { report: UploadReport }) {
  if (problemCount === 0) return null;
  return (
    <BlockStack gap="300">
      <Banner tone="warning" title={texts.upload.problemsTitle(problemCount, formatCount(problemCount))}>
        {texts.upload.problemsBody}
      </Banner>
      <ListTable names={names} columns={columns} rows={problems} keyOf={keyOf} />
      {problemCount > problems.length && (
        <Text as="p" tone="subdued">
          {texts.upload.problemsMore(formatCount(problems.length), formatCount(problemCount))}
        </Text>
      )}
    </BlockStack>
  );
}
