import { useId, useState } from 'react';
import { formatCount, formatDay, formatHour } from '../format.ts';
import { texts } from '../texts.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { BlockStack, Select, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import type { Numbers } from './analytics.ts';

const words = texts.analytics;
const measures = ['views', 'uniqueVisitors', 'attempts', 'passes', 'signups'] as const;
type SeriesMeasure = (typeof measures)[number];
type Point = Numbers['series'][number];

/** How a number goes over time: as bars for the eye, point by point for the keyboard, and as a table for whoever wants one. */
export function SeriesChart({ numbers: { series, interval, timeZone } }: { numbers: Numbers }) {
  const [measure, setMeasure] = useState<SeriesMeasure>('views');
  const [chosen, choose] = useState(series.length - 1);
  const place = Math.min(chosen, series.length - 1);
  const point = series[place];
  const timeOf = ({ startsAt }: Point): string =>
    interval === 'HOUR' ? formatHour(startsAt, timeZone) : formatDay(startsAt, timeZone);
  const readingOf = (one: Point): string => words.reading(timeOf(one), formatCount(one[measure]), words.names[measure]);
  const reading = point ? readingOf(point) : '';
  return (
    <TopicCard title={words.chartTitle}>
      <BlockStack gap="300">
        <Select
          label={words.measure}
          options={measures.map((value) => ({ value, label: words.names[value] }))}
          value={measure}
          onChange={(value) => setMeasure(value as SeriesMeasure)}
        />
        <Text as="p" fontWeight="medium" numeric>
          {reading}
        </Text>
        <Bars {...{ series, measure, place, readingOf }} />
        <PointSlider most={series.length - 1} text={reading} {...{ place }} onChoose={choose} />
        <div className="chart-ends">
          <Text as="span" tone="subdued">
            {series[0] && timeOf(series[0])}
          </Text>
          <Text as="span" tone="subdued">
            {words.highest(formatCount(highestOf(series, measure)))}
          </Text>
          <Text as="span" tone="subdued">
            {series.at(-1) && timeOf(series.at(-1) as Point)}
          </Text>
        </div>
        <Disclosure show={words.showTable} hide={words.hideTable}>
          <ListTable
            {...{ columns: columnsOf(timeOf) }}
            names={tableNames}
            rows={series}
            keyOf={({ startsAt }) => startsAt}
          />
        </Disclosure>
      </BlockStack>
    </TopicCard>
  );
}

const tableNames = { singular: words.rows.one, plural: words.rows.many };

function columnsOf(timeOf: (point: Point) => string): [Column<Point>, ...Column<Point>[]] {
  return [
    { title: words.when, render: timeOf },
    ...measures.map((measure) => ({
      title: words.names[measure],
      isNumber: true,
      render: (point: Point) => formatCount(point[measure]),
    })),
  ];
}

function highestOf(series: readonly Point[], measure: SeriesMeasure): number {
  return Math.max(0, ...series.map((point) => point[measure]));
}

const height = 160;
/** Units of the drawing for one point; the browser stretches them over the width. */
const unit = 10;

interface BarsProps {
  series: readonly Point[];
  measure: SeriesMeasure;
  place: number;
  /** What a point says, for the mouse. */
  readingOf(point: Point): string;
}

/** The slider below says the same by keyboard and to screen readers. */
function Bars({ series, measure, place, readingOf }: BarsProps) {
  const highest = highestOf(series, measure) || 1;
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${series.length * unit} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {series.map((point, bar) => {
        const tall = (point[measure] / highest) * (height - 2);
        const isChosen = bar === place;
        return (
          <g key={point.startsAt}>
            <title>{readingOf(point)}</title>
            <rect className="chart-reach" x={bar * unit} y={0} width={unit} height={height} />
            <rect
              className={isChosen ? 'chart-bar chart-bar-chosen' : 'chart-bar'}
              x={bar * unit + 1}
              y={height - tall}
              width={unit - 2}
              height={tall}
            />
          </g>
        );
      })}
    </svg>
  );
}

interface PointSliderProps {
  place: number;
  most: number;
  text: string;
  onChoose(place: number): void;
}

function PointSlider({ place, most, text, onChoose }: PointSliderProps) {
  const id = useId();
  return (
    <div className="chart-slider">
      <label htmlFor={id}>
        <Text as="span" visuallyHidden>
          {words.point}
        </Text>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={Math.max(most, 0)}
        value={place}
        aria-valuetext={text}
        onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
      />
    </div>
  );
}
