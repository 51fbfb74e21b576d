/** The units in which a merchant says how long, with their minutes. */
export const minutesIn = { days: 1_440, hours: 60, minutes: 1 } as const;

export type DurationUnit = keyof typeof minutesIn;

/** A time as typed: the amount is whatever stands in the field. */
export interface Duration {
  amount: string;
  unit: DurationUnit;
}

/** Minutes in the largest unit that holds them evenly. */
export function durationOf(minutes: number): Duration {
  const units = Object.keys(minutesIn) as DurationUnit[];
  const unit = units.find((name) => minutes % minutesIn[name] === 0) ?? 'minutes';
  return { amount: String(minutes / minutesIn[unit]), unit };
}

/** The minutes of a typed time; NaN when its amount is no whole number. */
export function minutesOf({ amount, unit }: Duration): number {
  return wholeNumberOf(amount) * minutesIn[unit];
}

/** The API's largest whole number for places and uses. */
const largest = 10_000_000;

/** A whole number from 1 to 10,000,000 as typed; NaN for anything else. */
export function wholeNumberOf(text: string): number {
  const number = /^\d{1,8}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return number >= 1 && number <= largest ? number : Number.NaN;
}

/** A limit as typed: null for an empty field, which means none. */
export function limitOf(text: string): number | null {
  return text.trim() === '' ? null : wholeNumberOf(text);
}
