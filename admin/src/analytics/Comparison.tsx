import { formatShare } from '../format.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import type { Compared, Measure, Numbers } from './analytics.ts';
import { writeNumber } from './measure.ts';

const words = analyticsTexts.analytics;
const names = { singular: words.rows.one, plural: words.rows.many };

const measures = [
  ...(['views', 'uniqueVisitors', 'gateShown', 'attempts', 'denied', 'passes', 'signups'] as const),
  ...(['conversionRate', 'productsOpened', 'sentToCart'] as const),
];

interface Line {
  measure: Measure;
  own: number | null | undefined;
  other: number | null | undefined;
}

interface ComparisonProps {
  name: string;
  numbers: Numbers;
  compared: Compared;
}

/** Two campaigns' numbers of the same range side by side, and how far apart they are. */
export function Comparison({ name, numbers, compared }: ComparisonProps) {
  const lines = measures.map((measure): Line => {
    return { measure, own: numbers.totals[measure], other: compared.numbers.totals[measure] };
  });
  const columns: [Column<Line>, ...Column<Line>[]] = [
    { title: words.compareColumns.what, render: ({ measure }) => words.names[measure] },
    { title: name, isNumber: true, render: ({ measure, own }) => writeNumber(measure, own) },
    { title: compared.name, isNumber: true, render: ({ measure, other }) => writeNumber(measure, other) },
    { title: words.compareColumns.difference, isNumber: true, render: differenceOf },
  ];
  const isFromOwnBeginning = numbers.from !== compared.numbers.from;
  return (
    <TopicCard
      title={words.compareTitle(name, compared.name)}
      help={isFromOwnBeginning ? words.compareHelpAll : undefined}
    >
      <ListTable {...{ names, columns }} rows={lines} keyOf={({ measure }) => measure} />
    </TopicCard>
  );
}

/** How much more this campaign has, and in parts of what the other has; of nothing there are no parts. */
function differenceOf({ measure, own, other }: Line): string {
  if (typeof own !== 'number' || typeof other !== 'number') return words.noDifference;
  const difference = own - other;
  const sign = difference > 0 ? '+' : '';
  const text = `${sign}${writeNumber(measure, difference)}`;
  // Between two rates lie points; parts of a rate would be taken for them.
  if (measure === 'conversionRate') return words.points(text.replace(/\s*%/, ''));
  return other === 0 ? text : words.difference(text, `${sign}${formatShare(difference / other)}`);
}
