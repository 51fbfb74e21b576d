import type { AnalyticsInterval } from '../gql/graphql.ts';
import { fromZonedField, toZonedField } from '../zoned-time.ts';

/** Ranges that have a name. */
export type Preset = 'today' | 'yesterday' | 'week' | 'month' | 'quarter' | 'all';

export const presets: readonly Preset[] = ['today', 'yesterday', 'week', 'month', 'quarter', 'all'];

/** Two days of the shop's calendar, such as `2026-11-20`; the last one belongs to the range. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** The range that a merchant chose. */
export type ChosenRange = Preset | Days;

/** What the API is asked for. Null: as far back as there is anything, and until now. */
export interface Range {
  interval: AnalyticsInterval;
  from: string | null;
  to: string | null;
}

/** The range as it stands in the page's address. */
export function writeRange(range: ChosenRange): string {
  return typeof range === 'string' ? range : `${range.first}..${range.last}`;
}

/** The range that the address means; the last seven days where it means none. */
export function readRange(text: string | null): ChosenRange {
  const preset = presets.find((one) => one === text);
  if (preset) return preset;
  const [first = '', last = ''] = (text ?? '').split('..');
  return daysOf(first, last) ?? 'week';
}

const dayMs = 86_400_000;
/** What the API tells in one answer. */
const mostDays = 731;

/** Two days as a range; null where they are none, or the wrong way round, or too far apart. */
export function daysOf(first: string, last: string): Days | null {
  if (!isDay(first) || !isDay(last)) return null;
  const count = countDays({ first, last });
  return count >= 1 && count <= mostDays ? { first, last } : null;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && later(text, 0) === text;
}

function countDays({ first, last }: Days): number {
  return (Date.parse(last) - Date.parse(first)) / dayMs + 1;
}

/** So many days later, by the calendar; what is no day stays none. */
function later(day: string, days: number): string {
  const date = new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

const daysBack = { today: 0, week: 6, month: 29, quarter: 89 } as const;

/** The days of a range until today; null for the whole of the time. */
export function daysIn(range: ChosenRange, zone: string, now: Date): Days | null {
  if (typeof range !== 'string') return range;
  if (range === 'all') return null;
  const today = dayOf(now, zone);
  if (range === 'yesterday') return { first: later(today, -1), last: later(today, -1) };
  return { first: later(today, -daysBack[range]), last: today };
}

function dayOf(instant: Date, zone: string): string {
  return toZonedField(instant.toISOString(), zone).slice(0, 10);
}

/** The longest range that is told by hours. */
const mostDaysByHour = 2;

/** A range as the API is asked for it: whole days of the shop's calendar, and of today what has been of it. */
export function rangeOf(range: ChosenRange, zone: string, now: Date): Range {
  const days = daysIn(range, zone, now);
  if (days === null) return { interval: 'DAY', from: null, to: null };
  const interval = countDays(days) <= mostDaysByHour ? 'HOUR' : 'DAY';
  const today = dayOf(now, zone);
  const isUntilNow = days.first <= today && today <= days.last;
  return { interval, from: midnight(days.first, zone), to: isUntilNow ? null : midnight(later(days.last, 1), zone) };
}

/** Where clocks skip midnight the day begins later; the API finds its beginning from any instant within. */
function midnight(day: string, zone: string): string | null {
  return fromZonedField(`${day}T00:00`, zone);
}
