import { analyticsTexts } from '../texts/analytics-texts.ts';
import { BigNumber } from '../ui/BigNumber.tsx';
import { InlineStack, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import type { Numbers } from './analytics.ts';
import { kindOf, shownTotals, writeNumber } from './measure.ts';
import { NumberLink } from './NumberLink.tsx';
import type { RowsLink } from './rows-link.ts';

const words = analyticsTexts.analytics;

interface TotalsProps {
  numbers: Numbers;
  rowsLink: RowsLink;
}

/** The range's numbers, and what was left out of them. */
export function Totals({ numbers, rowsLink }: TotalsProps) {
  const { totals } = numbers;
  return (
    <TopicCard title={words.numbersTitle}>
      <dl className="numbers">
        {shownTotals.map((count) => (
          <BigNumber
            key={count}
            name={words.names[count]}
            help={words.helps[count]}
            value={
              <NumberLink count={totals[count]} what={words.names[count]} to={rowsLink({ kind: kindOf[count] })} />
            }
          />
        ))}
        <BigNumber
          name={words.names.conversionRate}
          help={words.helps.conversionRate}
          value={writeNumber('conversionRate', totals.conversionRate)}
        />
      </dl>
      <SuspectedNumbers {...{ numbers, rowsLink }} />
    </TopicCard>
  );
}

/** What looks like a machine's doing, and is in no other number. */
export function SuspectedNumbers({ numbers: { totals }, rowsLink }: TotalsProps) {
  const { suspected } = totals;
  return (
    <>
      <Text as="p" tone="subdued">
        {words.suspected}
      </Text>
      <InlineStack gap="400" wrap>
        {(['views', 'attempts'] as const).map((count) => (
          <Text as="span" key={count} numeric>
            {words.suspectedNumber(words.names[count])}{' '}
            <NumberLink
              count={suspected[count]}
              what={words.names[count]}
              to={rowsLink({ kind: kindOf[count], isSuspected: true })}
            />
          </Text>
        ))}
      </InlineStack>
    </>
  );
}
