import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import type { Problem } from '../problem.ts';
import { texts } from '../texts.ts';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { BlockStack, Card, Select, SkeletonBodyText, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { AnalyticsParts } from './analytics.ts';
import { type Preset, presets } from './range.ts';
import { SeriesChart } from './SeriesChart.tsx';
import { Shares } from './Shares.tsx';
import { Funnel, Totals } from './Totals.tsx';

const words = texts.analytics;

interface AnalyticsViewProps {
  preset: Preset;
  onPreset(preset: Preset): void;
  /** What the range without a beginning is called. */
  all: string;
  zone: string;
  analytics: FragmentType<typeof AnalyticsParts> | undefined;
  problem: Problem | undefined;
  onRetry(): void;
}

/** The numbers of a campaign or of the shop, in the range that is chosen. */
export function AnalyticsView(props: AnalyticsViewProps) {
  const { preset, onPreset, all, zone, problem, onRetry } = props;
  const numbers = readFragment(AnalyticsParts, props.analytics);
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="200">
          <Select
            label={words.range}
            options={presets.map((value) => ({ value, label: value === 'all' ? all : words.ranges[value] }))}
            value={preset}
            onChange={(value) => onPreset(value as Preset)}
          />
          <Text as="p" tone="subdued">
            {words.zone(zone)}
          </Text>
        </BlockStack>
      </Card>
      {problem && <ProblemBanner problem={problem} onRetry={onRetry} />}
      {!problem && !numbers && (
        <TopicCard title={words.loading}>
          <SkeletonBodyText lines={6} />
        </TopicCard>
      )}
      {numbers && isEmpty(numbers.series) && (
        <TopicCard title={words.nothing}>
          <Text as="p">{words.nothingHelp}</Text>
        </TopicCard>
      )}
      {numbers && (
        <>
          <Totals numbers={numbers} />
          {/* A new range begins with its own last point. */}
          <SeriesChart key={`${preset} ${numbers.series.length}`} numbers={numbers} />
          <Funnel numbers={numbers} />
          <Shares numbers={numbers} />
        </>
      )}
    </BlockStack>
  );
}

function isEmpty(series: readonly { views: number; attempts: number }[]): boolean {
  return series.every(({ views, attempts }) => views + attempts === 0);
}
