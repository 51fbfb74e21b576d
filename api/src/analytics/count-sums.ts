import type { HappeningKind as CountedKind } from '../../../prisma/client/client.ts';
import type { AnalyticsCounts, AnalyticsTotals } from './analytics.type.ts';

/** How often something of a kind happened. */
export interface CountRow {
  readonly kind: CountedKind;
  readonly isSuspected: boolean;
  readonly count: number;
}

const FIELDS: Record<CountedKind, keyof AnalyticsCounts> = {
  VIEW: 'views',
  UNIQUE_VISITOR: 'uniqueVisitors',
  GATE_SHOWN: 'gateShown',
  ATTEMPT: 'attempts',
  DENIED: 'denied',
  PASS: 'passes',
  SIGNUP: 'signups',
  PRODUCT_OPENED: 'productsOpened',
  SENT_TO_CART: 'sentToCart',
};

/** Sums rows up, people's apart from what is suspected. */
export function totalsOf(rows: readonly CountRow[]): AnalyticsTotals {
  const counts = countsOf(rows.filter(({ isSuspected }) => !isSuspected));
  const suspected = countsOf(rows.filter(({ isSuspected }) => isSuspected));
  return { ...counts, suspected, conversionRate: counts.views === 0 ? null : counts.signups / counts.views };
}

function countsOf(rows: readonly CountRow[]): AnalyticsCounts {
  const counts: AnalyticsCounts = {
    ...{ views: 0, uniqueVisitors: 0, gateShown: 0, attempts: 0, denied: 0 },
    ...{ passes: 0, signups: 0, productsOpened: 0, sentToCart: 0 },
  };
  for (const { kind, count } of rows) counts[FIELDS[kind]] += count;
  return counts;
}
