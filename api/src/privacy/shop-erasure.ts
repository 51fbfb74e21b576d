import { Prisma, type PrismaClient } from '../../../prisma/client/client.ts';
import type { ShopNews } from '../shop/shop-news.ts';

/** What forgetting a shop needs. */
export interface ShopErasureParts {
  readonly prisma: PrismaClient;
  readonly news: Pick<ShopNews, 'hasLeft' | 'forget'>;
  /** Closes the shop's gates and stops its sync, unless it installed the app again since. */
  readonly uninstall: (shop: string, at: Date) => Promise<unknown>;
}

interface Reference {
  readonly child: string;
  readonly parent: string;
}

/** Rows in one statement: each holds its locks for milliseconds. */
const BATCH = 1_000;

/**
 * Forgets everything of a shop that left. The tables are asked of the database itself, each that has a column `shop`, so that none can be
 * forgotten; that is why this room deletes rows which other rooms write.
 */
export class ShopErasure {
  readonly #parts: ShopErasureParts;

  constructor(parts: ShopErasureParts) {
    this.#parts = parts;
  }

  /**
   * Does what `shop/redact` asks, in short steps. Where it breaks off, the next run goes on; a shop that installs the app again keeps what is
   * left. `toldAt`: when Shopify said so.
   */
  async run(shop: string, toldAt: Date): Promise<void> {
    const { news, uninstall } = this.#parts;
    if (!(await news.hasLeft(shop, toldAt))) return;
    await uninstall(shop, toldAt);
    for (const table of await this.#tables()) {
      while ((await news.hasLeft(shop, toldAt)) && (await this.#deleteSome(table, shop)) === BATCH);
    }
    await news.forget(shop, toldAt);
  }

  /** Those that point at others come before them: no deletion sets off a long chain of others. */
  async #tables(): Promise<string[]> {
    const rows = await this.#prisma.$queryRaw<{ name: string }[]>`
      SELECT t.table_name AS name FROM information_schema.tables t
        JOIN information_schema.columns c USING (table_schema, table_name)
       WHERE t.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.column_name = 'shop'
       ORDER BY name`;
    const references = await this.#prisma.$queryRaw<Reference[]>`
      SELECT child.relname::text AS child, parent.relname::text AS parent
        FROM pg_constraint k JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
       WHERE k.contype = 'f' AND k.conrelid <> k.confrelid AND k.connamespace = current_schema()::regnamespace`;
    return childrenFirst(
      rows.map(({ name }) => name),
      references,
    );
  }

  #deleteSome(table: string, shop: string): Promise<number> {
    const name = Prisma.raw(`"${table}"`);
    return this.#prisma.$executeRaw`
      DELETE FROM ${name} WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${name} WHERE shop = ${shop} LIMIT ${BATCH}::int))`;
  }

  get #prisma(): PrismaClient {
    return this.#parts.prisma;
  }
}

/** Exported for its test. */
export function childrenFirst(tables: readonly string[], references: readonly Reference[]): string[] {
  const ordered: string[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const free = left.filter(
      (table) => !references.some(({ child, parent }) => parent === table && left.includes(child)),
    );
    // In a ring of references any order is as good.
    const next = free.length > 0 ? free : left;
    ordered.push(...next);
    left = left.filter((table) => !next.includes(table));
  }
  return ordered;
}
