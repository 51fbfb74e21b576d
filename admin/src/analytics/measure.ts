import { formatCount, formatShare } from '../format.ts';
import type { HappeningKind } from '../gql/graphql.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import type { Count, Measure } from './analytics.ts';

/** What a count is the sum of. */
export const kindOf: Record<Count, HappeningKind> = {
  views: 'VIEW',
  uniqueVisitors: 'UNIQUE_VISITOR',
  gateShown: 'GATE_SHOWN',
  attempts: 'ATTEMPT',
  denied: 'DENIED',
  passes: 'PASS',
  signups: 'SIGNUP',
  productsOpened: 'PRODUCT_OPENED',
  sentToCart: 'SENT_TO_CART',
};

/** Numbers of one span; the conversion rate is null without views. */
export type MeasuredNumbers<Some extends Measure> = { readonly [One in Some]: number | null | undefined };

/** A number as it is drawn: a rate of nothing has no height. */
export function heightOf<Some extends Measure>(numbers: MeasuredNumbers<Some>, measure: Some): number {
  return numbers[measure] ?? 0;
}

/** A number as it is read. */
export function textOf<Some extends Measure>(numbers: MeasuredNumbers<Some>, measure: Some): string {
  return writeNumber(measure, numbers[measure]);
}

/** A number of this measure as it is read. */
export function writeNumber(measure: Measure, value: number | null | undefined): string {
  if (value === null || value === undefined) return analyticsTexts.analytics.noConversion;
  return measure === 'conversionRate' ? formatShare(value) : formatCount(value);
}

/** What the card of a range's numbers shows, beside the conversion rate. */
export const shownTotals = ['views', 'uniqueVisitors', 'attempts', 'denied', 'passes', 'signups'] as const;
