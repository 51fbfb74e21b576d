import { formatCount, formatShare } from '../format.ts';
import { texts } from '../texts.ts';
import { BigNumber } from '../ui/BigNumber.tsx';
import { BlockStack, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import type { Measure, Numbers } from './analytics.ts';

const words = texts.analytics;

/** The range's numbers, and what was left out of them. */
export function Totals({ numbers: { totals } }: { numbers: Numbers }) {
  const { conversionRate, suspected } = totals;
  const rate = typeof conversionRate === 'number' ? formatShare(conversionRate) : words.noConversion;
  const big = (measure: 'views' | 'uniqueVisitors' | 'passes' | 'signups') => (
    <BigNumber name={words.names[measure]} value={formatCount(totals[measure])} help={words.helps[measure]} />
  );
  return (
    <TopicCard title={words.numbersTitle}>
      <dl className="numbers">
        {big('views')}
        {big('uniqueVisitors')}
        {big('passes')}
        {big('signups')}
        <BigNumber name={words.conversion} value={rate} help={words.helps.conversion} />
      </dl>
      <Text as="p" tone="subdued">
        {words.suspected(formatCount(suspected.views), formatCount(suspected.attempts))}
      </Text>
    </TopicCard>
  );
}

const steps: readonly Measure[] = ['views', 'gateShown', 'attempts', 'passes', 'productsOpened', 'sentToCart'];

/** How many came how far. */
export function Funnel({ numbers: { totals } }: { numbers: Numbers }) {
  const most = Math.max(1, ...steps.map((step) => totals[step]));
  return (
    <TopicCard title={words.funnelTitle}>
      <dl className="funnel">
        {steps.map((step) => (
          <div className="funnel-step" key={step}>
            <dt>
              <Text as="span">{words.names[step]}</Text>
            </dt>
            <dd>
              <BlockStack gap="100">
                <Text as="span" numeric>
                  {totals.views > 0
                    ? words.funnelStep(formatCount(totals[step]), formatShare(totals[step] / totals.views))
                    : formatCount(totals[step])}
                </Text>
                <svg className="funnel-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                  <rect className="chart-bar" width={(totals[step] / most) * 100} height={1} />
                </svg>
              </BlockStack>
            </dd>
          </div>
        ))}
      </dl>
    </TopicCard>
  );
}
