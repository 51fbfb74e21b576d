import { formatDay, formatHour } from '../format.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import type { Compared, Numbers } from './analytics.ts';
import { heightOf, textOf } from './measure.ts';

const words = analyticsTexts.analytics;

/** What the chart can show. */
export const measures = [
  ...(['views', 'uniqueVisitors', 'attempts', 'denied', 'passes', 'signups', 'conversionRate'] as const),
];
export type SeriesMeasure = (typeof measures)[number];

type SeriesPoint = Numbers['series'][number];

/** One place of the chart: an hour or a day of the campaign, and of the other one beside it. */
export interface ChartPoint {
  /** When it was, or the how-manieth it was where both begin at different times. */
  readonly when: string;
  readonly own: SeriesPoint | undefined;
  readonly other: SeriesPoint | undefined;
}

/** The places of the chart, in the order of time. */
export function chartPoints({ series, interval, timeZone }: Numbers, compared: Compared | undefined): ChartPoint[] {
  const others = compared?.numbers.series ?? [];
  const isOneCalendar = others.length === 0 || others[0]?.startsAt === series[0]?.startsAt;
  const timeOf = (startsAt: string): string =>
    interval === 'HOUR' ? formatHour(startsAt, timeZone) : formatDay(startsAt, timeZone);
  return Array.from({ length: Math.max(series.length, others.length) }, (_, place) => {
    const [own, other] = [series[place], others[place]];
    const startsAt = (own ?? other)?.startsAt ?? '';
    return { when: isOneCalendar ? timeOf(startsAt) : words.nth[interval](place + 1), own, other };
  });
}

/** The highest that either of both reaches. */
export function highestOf(points: readonly ChartPoint[], measure: SeriesMeasure): number {
  return Math.max(0, ...points.map(({ own, other }) => Math.max(heightAt(own, measure), heightAt(other, measure))));
}

/** How high a campaign stands at a place; before it begins and after it ended not at all. */
export function heightAt(point: SeriesPoint | undefined, measure: SeriesMeasure): number {
  return point ? heightOf<SeriesMeasure>(point, measure) : 0;
}

/** The number at a place, as it is read. */
export function textAt(point: SeriesPoint | undefined, measure: SeriesMeasure): string {
  return point ? textOf<SeriesMeasure>(point, measure) : words.noConversion;
}

/** What a place says. */
export function readingOf(point: ChartPoint, measure: SeriesMeasure, compared: Compared | undefined): string {
  const own = words.reading(point.when, textAt(point.own, measure), words.names[measure]);
  return compared ? words.readingBoth(own, compared.name, textAt(point.other, measure)) : own;
}
