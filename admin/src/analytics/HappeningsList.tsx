import { formatInstant } from '../format.ts';
import type { HappeningKind, HappeningRowsFragment } from '../gql/graphql.ts';
import type { Problem } from '../problem.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import type { CursorPages } from '../ui/cursor-pages.ts';
import { ListTable } from '../ui/ListTable.tsx';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { BlockStack, Card, Page, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import type { Count } from './analytics.ts';
import { happeningColumns } from './happening-columns.tsx';
import { kindOf } from './measure.ts';
import type { RowsAsked } from './rows-address.ts';
import { nameOfShare } from './share-names.ts';

const { happenings: words, analytics } = analyticsTexts;
const names = { singular: analytics.rows.one, plural: analytics.rows.many };

interface HappeningsListProps {
  asked: RowsAsked;
  /** Whose rows; undefined while the answer is on its way. */
  of: string | undefined;
  zone: string | undefined;
  isOfShop?: boolean;
  rows: HappeningRowsFragment | undefined;
  pages: CursorPages;
  /** The page of the numbers. */
  back: { content: string; url: string };
  problem: Problem | undefined;
  onRetry(): void;
}

/** The rows that a number is the sum of, newest first. */
export function HappeningsList(props: HappeningsListProps) {
  const { asked, of, zone = 'UTC', isOfShop = false, rows, pages, back, problem, onRetry } = props;
  const title = titleOf(asked, of);
  usePageTitle(title);
  const isEmpty = rows?.nodes.length === 0 && !pages.hasPrevious;
  return (
    <Page title={title} backAction={back} fullWidth>
      <BlockStack gap="400">
        <BlockStack gap="100">
          {[...sentencesOf(asked, rows, zone), words.help].map((sentence) => (
            <Text as="p" tone="subdued" key={sentence}>
              {sentence}
            </Text>
          ))}
        </BlockStack>
        {problem && <ProblemBanner problem={problem} onRetry={onRetry} />}
        {isEmpty && (
          <TopicCard title={words.none}>
            <Text as="p">{words.noneHelp}</Text>
          </TopicCard>
        )}
        {!isEmpty && !(problem && !rows) && (
          <Card padding="0">
            <ListTable
              {...{ names, pages }}
              columns={happeningColumns({ kind: asked.kind, zone, isOfShop })}
              rows={rows?.nodes}
              pageInfo={rows?.pageInfo}
              keyOf={({ id }) => id}
            />
          </Card>
        )}
      </BlockStack>
    </Page>
  );
}

function titleOf({ kind, isSuspected }: RowsAsked, of: string | undefined): string {
  const what = analytics.names[countOf(kind)];
  const title = of ? words.titleOf(what, of) : what;
  return isSuspected ? words.suspectedTitle(title) : title;
}

/** The number whose rows are of this kind. */
function countOf(kind: HappeningKind): Count {
  const counts = Object.keys(kindOf) as Count[];
  return counts.find((count) => kindOf[count] === kind) ?? 'views';
}

const keptMs = 35 * 86_400_000;

/** What the rows are restricted to, and what is missing among them. */
function sentencesOf({ from, to, share }: RowsAsked, rows: HappeningRowsFragment | undefined, zone: string): string[] {
  const isOld = from ? Date.parse(from) < Date.now() - keptMs : true;
  const name = rows?.nodes[0]?.credentialName;
  return [
    ...spanOf(from, to, zone),
    ...(share ? [words.share[share.dimension](nameOfShare(share.dimension, { value: share.value, name }))] : []),
    ...(isOld ? [words.kept] : []),
  ];
}

function spanOf(from: string | null | undefined, to: string | null | undefined, zone: string): string[] {
  if (from && to) return [words.range(formatInstant(from, zone), formatInstant(to, zone))];
  if (from) return [words.since(formatInstant(from, zone))];
  return to ? [words.until(formatInstant(to, zone))] : [];
}
