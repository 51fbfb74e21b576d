import { formatShare } from '../format.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { BlockStack, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import type { Count, Numbers } from './analytics.ts';
import { kindOf } from './measure.ts';
import { NumberLink } from './NumberLink.tsx';
import type { RowsLink } from './rows-link.ts';

const words = analyticsTexts.analytics;

const steps: readonly Count[] = ['views', 'gateShown', 'attempts', 'passes', 'productsOpened', 'sentToCart'];

interface FunnelProps {
  numbers: Numbers;
  rowsLink: RowsLink;
}

/** How many came how far. */
export function Funnel({ numbers: { totals }, rowsLink }: FunnelProps) {
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
                  <NumberLink count={totals[step]} what={words.names[step]} to={rowsLink({ kind: kindOf[step] })} />
                  {totals.views > 0 && ` ${words.shareOfViews(formatShare(totals[step] / totals.views))}`}
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
