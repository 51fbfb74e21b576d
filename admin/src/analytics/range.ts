import type { AnalyticsInterval } from '../gql/graphql.ts';
import { fromZonedField, toZonedField } from '../zoned-time.ts';

/** The ranges that a merchant may choose. */
export type Preset = 'today' | 'week' | 'month' | 'all';

export const presets: readonly Preset[] = ['today', 'week', 'month', 'all'];

/** What the API is asked for. */
export interface Range {
  interval: AnalyticsInterval;
  from: string | null;
}

const daysBack = { today: 0, week: 6, month: 29 } as const;

/** A preset as a range of the shop's days until now. Null `from`: as far back as there is anything. */
export function rangeOf(preset: Preset, zone: string, now: Date): Range {
  if (preset === 'all') return { interval: 'DAY', from: null };
  const today = toZonedField(now.toISOString(), zone).slice(0, 10);
  const first = new Date(`${today}T00:00:00Z`);
  first.setUTCDate(first.getUTCDate() - daysBack[preset]);
  const interval = preset === 'today' ? 'HOUR' : 'DAY';
  // Where clocks skip midnight the day begins later; the API finds its beginning from any instant within.
  const day = first.toISOString().slice(0, 10);
  return { interval, from: fromZonedField(`${day}T00:00`, zone) ?? fromZonedField(`${day}T12:00`, zone) };
}
