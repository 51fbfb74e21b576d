/** The parts of an instant as a clock on the wall of `zone` shows them, read as if they were UTC. */
function wallClockMs(instantMs: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts = new Map(format.formatToParts(instantMs).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
}

/** An ISO instant as the text of a `datetime-local` field in the shop's time zone; empty for none. */
export function toZonedField(instant: string | null | undefined, zone: string): string {
  if (instant === null || instant === undefined) return '';
  return new Date(wallClockMs(Date.parse(instant), zone)).toISOString().slice(0, 16);
}

/**
 * The instant that a `datetime-local` field means in the shop's time zone; null for an empty or unreadable field.
 * An hour that daylight saving skips is read with the offset before the change, one that it repeats with the later.
 */
export function fromZonedField(text: string, zone: string): string | null {
  const wall = Date.parse(`${text}Z`);
  if (Number.isNaN(wall)) return null;
  // The offset is a question about an instant and the instant a question about the offset: two steps settle it.
  const guess = wall - (wallClockMs(wall, zone) - wall);
  const offset = wallClockMs(guess, zone) - guess;
  return new Date(wall - offset).toISOString();
}
