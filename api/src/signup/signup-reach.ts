import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import { cursorOf, type ListOrder, readCursor, rowsAfter } from '../platform/graphql/cursor.ts';

/** The order of every list of sign-ups. */
export const NEWEST_FIRST = { column: 'createdAt', direction: 'desc' } as const satisfies ListOrder;

/** As many sign-ups one statement looks through where no index finds what is wanted; well under 200 ms. */
const LOOKED_THROUGH = 20_000;

/** Sign-ups of a shop that a filter means. */
export interface FoundSignups {
  readonly where: Prisma.SignupWhereInput;
  /** The same without what no index finds, so that it has to be looked for one by one; null where an index finds all of it. */
  readonly looked: Prisma.SignupWhereInput | null;
}

/** The part of a list that one statement looks through. */
export interface Reach {
  readonly where: Prisma.SignupWhereInput;
  /** The cursor at which it ends before the list does; null: it goes to the list's end. */
  readonly end: string | null;
}

/** From where a statement looks, and through how many sign-ups at most. */
export interface Look {
  readonly after?: string | null | undefined;
  readonly depth?: number;
}

/**
 * Bounds what one statement costs, however many sign-ups there are and however few of them are meant: it then finds fewer than a page
 * holds, and the next one goes on from where it ended.
 */
export async function reachOf(
  prisma: PrismaClient,
  { where, looked }: FoundSignups,
  { after, depth = LOOKED_THROUGH }: Look,
): Promise<Reach> {
  const beyond = after == null ? {} : rowsAfter(NEWEST_FIRST, readCursor(after, NEWEST_FIRST));
  if (looked === null) return { where: { AND: [where, beyond] }, end: null };
  const last = await prisma.signup.findFirst({
    where: { AND: [looked, beyond] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: depth - 1,
    select: { id: true, createdAt: true },
  });
  if (last === null) return { where: { AND: [where, beyond] }, end: null };
  return { where: { AND: [where, beyond, upTo(last)] }, end: cursorOf(last, NEWEST_FIRST) };
}

function upTo({ createdAt, id }: { readonly createdAt: Date; readonly id: string }): Prisma.SignupWhereInput {
  return { createdAt: { gte: createdAt }, OR: [{ createdAt: { gt: createdAt } }, { createdAt, id: { gte: id } }] };
}
