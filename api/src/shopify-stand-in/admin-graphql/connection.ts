import { GraphQLError } from 'graphql';
import type { AdminCall } from './admin-call.ts';

/** The arguments of every connection. */
export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
  readonly reverse?: boolean | null;
}

const MOST = 250;

/** A page of things with an id, in the order given. Within a bulk operation all of them, or the part whose turn it is. */
export function connectionOf(
  all: readonly { readonly id: string }[],
  { reverse = false, ...args }: PageArguments,
  { window }: AdminCall,
): object {
  const ordered = reverse ? all.toReversed() : all;
  if (window !== null) return pageOf(ordered, { from: 0, to: ordered.length });
  return pageOf(ordered, spanOf(ordered, args));
}

function spanOf(all: readonly { readonly id: string }[], { first, last, after, before }: PageArguments) {
  const size = first ?? last;
  if (typeof size !== 'number') throw badArgument('you must provide one of first or last');
  if (size < 0 || size > MOST) throw badArgument(`first and last must be between 0 and ${MOST}`);
  const start = after ? placeOf(all, after) + 1 : 0;
  const end = before ? placeOf(all, before) : all.length;
  if (typeof first === 'number') return { from: start, to: Math.min(end, start + first) };
  return { from: Math.max(start, end - size), to: end };
}

/** Where a cursor points to: by its id, so that a page stays right when something before it goes. */
function placeOf(all: readonly { readonly id: string }[], cursor: string): number {
  const [id, index] = Buffer.from(cursor, 'base64').toString('utf8').split('@');
  const place = all.findIndex((one) => one.id === id);
  if (place !== -1) return place;
  const known = Number(index);
  if (!Number.isInteger(known)) throw badArgument('Invalid cursor for current pagination sort.');
  return known - 1;
}

function pageOf(all: readonly { readonly id: string }[], { from, to }: { from: number; to: number }): object {
  const nodes = all.slice(from, to);
  const edges = nodes.map((node, index) => ({ node, cursor: cursorOf(node, from + index) }));
  const pageInfo = {
    ...{ hasNextPage: to < all.length, hasPreviousPage: from > 0 },
    ...{ startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
  };
  return { nodes, edges, pageInfo };
}

function cursorOf({ id }: { readonly id: string }, index: number): string {
  return Buffer.from(`${id}@${index}`).toString('base64');
}

function badArgument(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}

/** A connection at the root of an operation. A bulk operation reads it part by part. */
export function rootConnection(all: readonly { readonly id: string }[], args: PageArguments, call: AdminCall): object {
  const { window } = call;
  if (window === null) return connectionOf(all, args, call);
  return connectionOf(all.slice(window.offset, window.offset + window.limit), args, call);
}
