import { Prisma } from '../../../prisma/client/client.ts';

/** From an instant until another, exclusive. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

function quarters({ from, to }: Span): Prisma.Sql {
  return Prisma.sql`(grain = 'QUARTER' AND "bucketStart" >= ${from} AND "bucketStart" < ${to})`;
}

const HOUR_MS = 3_600_000;

/** The condition of the largest counts of which every point is a whole number: zones that are whole hours away from UTC have hours. */
export function ofPoints(boundaries: readonly Date[]): Prisma.Sql {
  const { from, to } = endsOf(boundaries);
  if (boundaries.some((boundary) => boundary.getTime() % HOUR_MS !== 0)) return quarters({ from, to });
  return Prisma.sql`(grain = 'HOUR' AND "bucketStart" >= ${from} AND "bucketStart" < ${to})`;
}

const DAY_MS = 86_400_000;

/** The condition of a span's whole days in UTC by one count each, and of what is left at its ends by quarters of an hour. */
export function ofDays(span: Span): Prisma.Sql {
  const first = new Date(Math.ceil(span.from.getTime() / DAY_MS) * DAY_MS);
  const last = new Date(Math.floor(span.to.getTime() / DAY_MS) * DAY_MS);
  if (first >= last) return quarters(span);
  const days = Prisma.sql`(grain = 'DAY' AND "bucketStart" >= ${first} AND "bucketStart" < ${last})`;
  return Prisma.sql`(${days} OR ${quarters({ from: span.from, to: first })} OR ${quarters({ from: last, to: span.to })})`;
}

/** Where a row of boundaries begins and ends. */
export function endsOf(boundaries: readonly Date[]): Span {
  const [from = new Date(0)] = boundaries;
  return { from, to: boundaries.at(-1) ?? from };
}
