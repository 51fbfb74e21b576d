import { GraphQLError } from 'graphql';

/** What a column may hold that a list is ordered by. */
export type SortValue = string | number | Date | null;

/** The order of a list: by one column, and by a unique one where that is equal, so that no row is met twice or missed. */
export interface ListOrder {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
  /** A column of text that tells the rows of the list apart; `id` unless another is named. */
  readonly unique?: string;
  /** Whether the column may be empty: such rows come last, in either direction. */
  readonly isNullable?: boolean;
}

/** Prisma's words for the order. */
export function orderByOf({ column, direction, unique = 'id', isNullable = false }: ListOrder): object[] {
  return [{ [column]: isNullable ? { sort: direction, nulls: 'last' } : direction }, { [unique]: direction }];
}

/** The row that a cursor stands for: its value in the column of the order, and in the unique one. */
export type CursorPlace = readonly [SortValue, string];

/** Prisma's condition for the rows after a cursor's. */
export function rowsAfter(order: ListOrder, [value, id]: CursorPlace): object {
  const { column, direction, unique = 'id', isNullable = false } = order;
  const beyond = direction === 'asc' ? 'gt' : 'lt';
  const further = { [column]: { [beyond]: value } };
  const behindIt = { [column]: value, [unique]: { [beyond]: id } };
  if (value === null) return behindIt;
  if (isNullable) return { OR: [further, behindIt, { [column]: null }] };
  // Says nothing that the alternatives do not, but lets an index begin there: without it the rows before would be read and thrown away.
  return { [column]: { [`${beyond}e`]: value }, OR: [further, behindIt] };
}

/** The cursor of a row in a list of this order. */
export function cursorOf(row: object, { column, unique = 'id' }: ListOrder): string {
  const cells = row as Readonly<Record<string, SortValue>>;
  const value = cells[column];
  const kept = value instanceof Date ? { date: value.toISOString() } : value;
  return Buffer.from(JSON.stringify([column, kept, cells[unique]])).toString('base64url');
}

/** What PostgreSQL or Prisma says of a value that the column cannot hold: only a forged cursor brings one there. */
export function isUnfitValue(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const code = 'code' in fault ? String(fault.code) : '';
  return fault.name === 'PrismaClientValidationError' || ['P2000', 'P2007', 'P2020', 'P2023'].includes(code);
}

/** Reads a cursor. Throws BAD_USER_INPUT for one that no list of this order gave out. */
export function readCursor(cursor: string, { column, isNullable = false }: ListOrder): CursorPlace {
  const parts = parseJson(Buffer.from(cursor, 'base64url').toString());
  if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== column || typeof parts[2] !== 'string') {
    throw badArgument('after', 'is not a cursor of this list');
  }
  const value = parts[1] === null && isNullable ? null : sortValueOf(parts[1]);
  if (value === undefined) throw badArgument('after', 'is not a cursor of this list');
  return [value, parts[2]];
}

function sortValueOf(kept: unknown): SortValue | undefined {
  if (typeof kept === 'string' || typeof kept === 'number') return kept;
  if (typeof kept !== 'object' || kept === null || !('date' in kept) || typeof kept.date !== 'string') return undefined;
  const date = new Date(kept.date);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** BAD_USER_INPUT that names the argument. */
export function badArgument(argument: string, problem: string): GraphQLError {
  return new GraphQLError(`Argument \`${argument}\` ${problem}.`, { extensions: { code: 'BAD_USER_INPUT', argument } });
}
