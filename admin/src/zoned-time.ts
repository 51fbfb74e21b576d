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

const dayMs = 86_400_000;

/** What a `datetime-local` text means in a zone: no instant where the clocks skip it, two where they go back over it. */
function instantsOf(text: string, zone: string): readonly number[] {
  const wall = Date.parse(`${text}Z`);
  if (Number.isNaN(wall)) return [];
  // Clocks change at most once within two days: the offset is the one before that change or the one after it.
  const candidates = [-dayMs, dayMs].map((away) => wall - offsetMs(wall + away, zone));
  return [...new Set(candidates)].filter((instant) => wallClockMs(instant, zone) === wall).sort((a, b) => a - b);
}

/** How far the clocks of `zone` are ahead of UTC at an instant. */
function offsetMs(instantMs: number, zone: string): number {
  return wallClockMs(instantMs, zone) - instantMs;
}

/**
 * The instant that a `datetime-local` field means in the shop's time zone; null for an empty or unreadable field.
 * Of an hour that comes twice the first is meant; one that the clocks skip is read with the offset before the change.
 */
export function fromZonedField(text: string, zone: string): string | null {
  const wall = Date.parse(`${text}Z`);
  if (Number.isNaN(wall)) return null;
  const [meant = wall - offsetMs(wall - dayMs, zone)] = instantsOf(text, zone);
  return new Date(meant).toISOString();
}

/** Whether the clocks of the zone skip what the field says, or show it twice; undefined for an ordinary time and for none. */
export function clockChangeAt(text: string, zone: string): 'skipped' | 'repeated' | undefined {
  if (Number.isNaN(Date.parse(`${text}Z`))) return undefined;
  const { length } = instantsOf(text, zone);
  if (length === 1) return undefined;
  return length === 0 ? 'skipped' : 'repeated';
}
