import type { ReactNode } from 'react';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import type { Problem } from '../problem.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { BlockStack, Card, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { AnalyticsParts, type Compared, type Numbers } from './analytics.ts';
import { CampaignShares } from './CampaignShares.tsx';
import { Comparison } from './Comparison.tsx';
import { Funnel } from './Funnel.tsx';
import { NumbersSkeleton } from './NumbersSkeleton.tsx';
import { RangeFields } from './RangeFields.tsx';
import { writeRange } from './range.ts';
import { rowsAddress } from './rows-address.ts';
import type { RowsLink } from './rows-link.ts';
import { SeriesChart } from './SeriesChart.tsx';
import { Shares } from './Shares.tsx';
import { SuspectedNumbers, Totals } from './Totals.tsx';
import type { ChosenRangeState } from './useChosenRange.ts';

const words = analyticsTexts.analytics;

interface AnalyticsViewProps {
  /** The page's own address. */
  page: string;
  range: ChosenRangeState;
  /** What the range without a beginning is called. */
  all: string;
  zone: string;
  analytics: FragmentType<typeof AnalyticsParts> | undefined;
  /** A campaign's own name, and what stands beside its numbers. */
  name?: string | undefined;
  compared?: Compared | undefined;
  /** The choice of what to compare with. */
  compareField?: ReactNode;
  problem: Problem | undefined;
  onRetry(): void;
}

/** The numbers of a campaign or of the shop, in the range that is chosen. */
export function AnalyticsView(props: AnalyticsViewProps) {
  const { range, all, zone, problem, onRetry } = props;
  const numbers = readFragment(AnalyticsParts, props.analytics);
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="300">
          <RangeFields {...{ all, zone }} chosen={range.chosen} choose={range.choose} />
          {props.compareField}
        </BlockStack>
      </Card>
      {problem && <ProblemBanner problem={problem} onRetry={onRetry} />}
      {!problem && !numbers && <NumbersSkeleton />}
      {numbers && <NumbersOfRange {...props} numbers={numbers} />}
    </BlockStack>
  );
}

function NumbersOfRange({ page, range, numbers, name, compared }: AnalyticsViewProps & { numbers: Numbers }) {
  const text = writeRange(range.chosen);
  const { from, to } = numbers;
  const rowsLink: RowsLink = (asked) => rowsAddress(page, text, { from, to, ...asked });
  if (isEmpty(numbers) && (!compared || isEmpty(compared.numbers))) {
    return (
      <TopicCard title={words.nothing}>
        <Text as="p">{words.nothingHelp}</Text>
        {hasMachines(numbers) && <SuspectedNumbers {...{ numbers, rowsLink }} />}
      </TopicCard>
    );
  }
  return (
    <>
      <Totals {...{ numbers, rowsLink }} />
      {/* A new range begins with its own last point. */}
      <SeriesChart key={`${text} ${numbers.series.length}`} {...{ numbers, name, compared, rowsLink }} />
      {name && compared && <Comparison {...{ name, numbers, compared }} />}
      <Funnel {...{ numbers, rowsLink }} />
      <CampaignShares {...{ numbers }} range={text} />
      <Shares {...{ numbers, rowsLink }} isOfShop={name === undefined} />
    </>
  );
}

function isEmpty({ totals }: Numbers): boolean {
  const { views, gateShown, attempts, passes, signups, productsOpened, sentToCart } = totals;
  return views + gateShown + attempts + passes + signups + productsOpened + sentToCart === 0;
}

function hasMachines({ totals: { suspected } }: Numbers): boolean {
  return suspected.views + suspected.attempts > 0;
}
