import { useState } from 'react';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { BlockStack, InlineStack, Link, Select, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import type { Compared, Numbers } from './analytics.ts';
import { Bars } from './Bars.tsx';
import {
  type ChartPoint,
  chartPoints,
  heightAt,
  highestOf,
  measures,
  readingOf,
  type SeriesMeasure,
  textAt,
} from './chart-points.ts';
import { kindOf, writeNumber } from './measure.ts';
import { PointSlider } from './PointSlider.tsx';
import type { RowsLink } from './rows-link.ts';

const words = analyticsTexts.analytics;

interface SeriesChartProps {
  numbers: Numbers;
  /** The campaign's own name; a shop has none, and nothing beside it. */
  name: string | undefined;
  compared: Compared | undefined;
  rowsLink: RowsLink;
}

/** How a number goes over time: as bars for the eye, point by point for the keyboard, and as a table for whoever wants one. */
export function SeriesChart({ numbers, name, compared, rowsLink }: SeriesChartProps) {
  const [measure, setMeasure] = useState<SeriesMeasure>('views');
  const points = chartPoints(numbers, compared);
  const [chosen, choose] = useState(numbers.series.length - 1);
  const place = Math.min(chosen, points.length - 1);
  const point = points[place];
  const reading = point ? readingOf(point, measure, compared) : '';
  return (
    <TopicCard title={words.chartTitle}>
      <BlockStack gap="300">
        <Select
          label={words.measure}
          options={measures.map((value) => ({ value, label: words.names[value] }))}
          value={measure}
          onChange={(value) => setMeasure(value as SeriesMeasure)}
        />
        <InlineStack gap="300" wrap>
          <Text as="p" fontWeight="medium" numeric>
            {reading}
          </Text>
          {point && <PointRows {...{ point, measure, rowsLink }} />}
        </InlineStack>
        {name && compared && <Legend {...{ name }} other={compared.name} />}
        <Bars {...{ points, measure, place }} readingOf={(one) => readingOf(one, measure, compared)} />
        <PointSlider most={points.length - 1} text={reading} {...{ place }} onChoose={choose} />
        <ChartEnds {...{ points, measure }} />
        <Disclosure show={words.showTable} hide={words.hideTable}>
          <ListTable
            columns={name && compared ? columnsOfBoth(measure, name, compared.name) : columns}
            names={tableNames}
            rows={points}
            keyOf={({ when, own, other }) => own?.startsAt ?? other?.startsAt ?? when}
          />
        </Disclosure>
      </BlockStack>
    </TopicCard>
  );
}

/** The way down from a point of the chart; a rate is no sum of anything. */
function PointRows({
  point: { own },
  measure,
  rowsLink,
}: {
  point: ChartPoint;
  measure: SeriesMeasure;
  rowsLink: RowsLink;
}) {
  if (!own || measure === 'conversionRate' || heightAt(own, measure) === 0) return null;
  return <Link url={rowsLink({ kind: kindOf[measure], from: own.startsAt, to: own.endsAt })}>{words.showPoint}</Link>;
}

function Legend({ name, other }: { name: string; other: string }) {
  return (
    <ul className="chart-legend">
      <li className="chart-legend-own">{name}</li>
      <li className="chart-legend-other">{other}</li>
    </ul>
  );
}

const tableNames = { singular: words.rows.one, plural: words.rows.many };

const when: Column<ChartPoint> = { title: words.when, render: ({ when }) => when };

const columns: [Column<ChartPoint>, ...Column<ChartPoint>[]] = [
  when,
  ...measures.map((measure) => ({
    ...{ title: words.names[measure], isNumber: true },
    render: ({ own }: ChartPoint) => textAt(own, measure),
  })),
];

function columnsOfBoth(
  measure: SeriesMeasure,
  name: string,
  other: string,
): [Column<ChartPoint>, ...Column<ChartPoint>[]] {
  return [
    when,
    { title: name, isNumber: true, render: (point) => textAt(point.own, measure) },
    { title: other, isNumber: true, render: (point) => textAt(point.other, measure) },
    {
      ...{ title: words.compareColumns.difference, isNumber: true },
      render: ({ own, other }) => writeNumber(measure, heightAt(own, measure) - heightAt(other, measure)),
    },
  ];
}

function ChartEnds({ points, measure }: { points: readonly ChartPoint[]; measure: SeriesMeasure }) {
  const highest = words.highest(writeNumber(measure, highestOf(points, measure)));
  return (
    <div className="chart-ends">
      <Text as="span" tone="subdued">
        {points[0]?.when}
      </Text>
      <Text as="span" tone="subdued">
        {highest}
      </Text>
      <Text as="span" tone="subdued">
        {points.at(-1)?.when}
      </Text>
    </div>
  );
}
