import { analyticsTexts } from '../texts/analytics-texts.ts';
import { BigNumber } from '../ui/BigNumber.tsx';
import { SkeletonDisplayText, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { shownTotals } from './measure.ts';

const words = analyticsTexts.analytics;

/** The range's numbers while they are on their way: all but the numbers. */
export function NumbersSkeleton() {
  return (
    <TopicCard title={words.numbersTitle}>
      <Text as="span" visuallyHidden>
        <span role="status">{words.loading}</span>
      </Text>
      <dl className="numbers">
        {[...shownTotals, 'conversionRate' as const].map((name) => (
          <BigNumber
            key={name}
            name={words.names[name]}
            help={words.helps[name]}
            value={<SkeletonDisplayText size="small" />}
          />
        ))}
      </dl>
      <Text as="p" tone="subdued">
        {words.suspected}
      </Text>
    </TopicCard>
  );
}
