import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import {
  badArgument,
  type CursorPlace,
  cursorOf,
  isUnfitValue,
  type ListOrder,
  orderByOf,
  readCursor,
  rowsAfter,
} from './cursor.ts';

/** The most that one page of a list may hold. */
export const LARGEST_PAGE = 100;

/** Arguments of every list: how many, and the cursor after which they begin. */
export interface PageRequest {
  readonly first: number;
  readonly after?: string | null | undefined;
}

@ObjectType({ description: 'Where a page of a list stands in the whole.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether this page was asked for with `after`, so that something precedes it.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor to give as `after` for the next page; null on an empty page.',
  })
  endCursor!: string | null;
}

/** One page of a Relay connection. `totalCount` is asked for only when a query selects it. */
export class Page<Node> {
  readonly edges: { cursor: string; node: Node }[];
  readonly pageInfo: PageInfo;
  readonly #count: () => Promise<number>;

  constructor(edges: { cursor: string; node: Node }[], pageInfo: PageInfo, count: () => Promise<number>) {
    this.edges = edges;
    this.pageInfo = pageInfo;
    this.#count = count;
  }

  get nodes(): Node[] {
    return this.edges.map((edge) => edge.node);
  }

  get totalCount(): Promise<number> {
    return this.#count();
  }
}

/** The GraphQL types `<name>Edge` and `<name>Connection` around a node type. */
export function connectionType<Node extends object>(nodeType: ClassType<Node>, name: string) {
  @ObjectType(`${name}Edge`, { description: `A ${name} at its place in a list.` })
  class Edge {
    @Field(() => String, { description: 'Opaque; give it as `after` to go on from here.' })
    cursor!: string;

    @Field(() => nodeType)
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list, after the Relay connection specification.` })
  class Connection {
    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => [nodeType], { description: 'The nodes of `edges`, for who needs no cursors.' })
    nodes!: Node[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => Int, { complexity: 1, description: 'How many there are in the whole list, not on this page.' })
    totalCount!: number | Promise<number>;
  }
  return Connection;
}

/** Prisma arguments that read the rows of one page, and one row more to know whether there is a next page. */
export interface PageRead {
  readonly where: object;
  readonly orderBy: object[];
  readonly take: number;
}

/** Where the rows of one page begin, and how many to read: one more than the page has, to know whether there is a next one. */
export interface PagePlace {
  /** The row before the first one; null: from the beginning. */
  readonly after: CursorPlace | null;
  readonly take: number;
}

/**
 * Reads one page by keyset: the cost does not grow with the page's number.
 * Throws BAD_USER_INPUT for a `first` outside 1 to 100 and for an `after` that no list of this order gave out.
 */
export async function readPage<Row extends object>(
  request: PageRequest,
  order: ListOrder,
  read: (page: PageRead) => Promise<Row[]>,
  count: () => Promise<number>,
): Promise<Page<Row>> {
  const orderBy = orderByOf(order);
  const readRows = ({ after, take }: PagePlace) =>
    read({ where: after === null ? {} : rowsAfter(order, after), orderBy, take });
  return readPageFrom(request, order, readRows, count);
}

/** The same, for lists of which Prisma has no word. */
export async function readPageFrom<Row extends object>(
  request: PageRequest,
  order: ListOrder,
  read: (page: PagePlace) => Promise<Row[]>,
  count: () => Promise<number>,
): Promise<Page<Row>> {
  if (request.first < 1 || request.first > LARGEST_PAGE)
    throw badArgument('first', `must be from 1 to ${LARGEST_PAGE}`);
  const after = request.after == null ? null : readCursor(request.after, order);
  const rows = await read({ after, take: request.first + 1 }).catch((fault: unknown) => {
    if (after !== null && isUnfitValue(fault)) throw badArgument('after', 'is not a cursor of this list');
    throw fault;
  });
  const edges = rows.slice(0, request.first).map((row) => ({ cursor: cursorOf(row, order), node: row }));
  const pageInfo = {
    hasNextPage: rows.length > request.first,
    hasPreviousPage: request.after != null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return new Page(edges, pageInfo, count);
}
