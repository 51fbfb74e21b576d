import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import { writeCollections } from '../catalog/synced/synced-collections.ts';
import type { Written } from '../catalog/synced/synced-goods.ts';
import { writeProducts } from '../catalog/synced/synced-products.ts';
import type { CatalogChangeStore } from './catalog-change.store.ts';
import type { CatalogRunStore } from './catalog-run.store.ts';
import type { CatalogRun } from './catalog-run.ts';
import { inCatalogTurn } from './catalog-writer.ts';
import { readExportFile } from './export-file.ts';
import { type ExportGroup, groupsOf } from './export-groups.ts';
import type { CollectionAnswer, MediaAnswer, ProductFacts, VariantAnswer } from './goods-answer.ts';
import { readCollection, readProduct } from './goods-reading.ts';

/** What writing a file needs. */
export interface ExportWriterParts {
  readonly prisma: PrismaClient;
  readonly runs: Pick<CatalogRunStore, 'note'>;
  readonly changes: Pick<CatalogChangeStore, 'mark'>;
}

/** A file to write, from where the run stands. */
export interface ExportFile {
  readonly run: CatalogRun;
  readonly url: string;
  /** When its export was asked for. */
  readonly readAt: Date;
}

/** Lines and products of one transaction: wide enough to spare round trips, small enough that no visitor waits behind it. */
const MOST_LINES = 2_000;
const MOST_GROUPS = 200;
/** After so long others get their turn; the file goes on where it is. Milliseconds. */
const LONGEST_MS = 10_000;

/** Writes an export's file into the catalog, batch by batch, each with where the file goes on. */
export class ExportWriter {
  readonly #parts: ExportWriterParts;

  constructor(parts: ExportWriterParts) {
    this.#parts = parts;
  }

  /**
   * Writes until the file ends, `stopping` says so, or others are to get their turn; gives the byte that it came to, and whether that is
   * where the file ended. Throws `LeaseLost`, `ExportFileProblem`.
   */
  async write(file: ExportFile, stopping: AbortSignal): Promise<{ bytes: number; isEnd: boolean }> {
    const endsAt = performance.now() + LONGEST_MS;
    let batch: ExportGroup[] = [];
    let bytes = file.run.bytes;
    for await (const group of groupsOf(readExportFile(file.url, file.run.bytes))) {
      batch.push(group);
      if (batch.length < MOST_GROUPS && linesIn(batch) < MOST_LINES) continue;
      bytes = await this.#writeBatch(file, batch);
      batch = [];
      if (stopping.aborted || performance.now() > endsAt) return { bytes, isEnd: false };
    }
    if (batch.length > 0) bytes = await this.#writeBatch(file, batch);
    return { bytes, isEnd: true };
  }

  async #writeBatch({ run, readAt }: ExportFile, groups: readonly ExportGroup[]): Promise<number> {
    const { prisma, runs, changes } = this.#parts;
    const lines = linesIn(groups);
    const bytes = groups.at(-1)?.end ?? run.bytes;
    const write = run.part === 'PRODUCTS' ? writeProductGroups : writeCollectionGroups;
    await inCatalogTurn(prisma, run.shop, async (transaction) => {
      const { differing, displaced } = await write(transaction, run.shop, { groups, readAt });
      await runs.note(transaction, run, { lines, bytes, differences: differing.length });
      await changes.mark(
        run.shop,
        displaced.map((id) => ({ id })),
        transaction,
      );
    });
    return bytes;
  }
}

interface ReadGroups {
  readonly groups: readonly ExportGroup[];
  readonly readAt: Date;
}

// What Shopify exports has the shape that the query asked for; a test holds the query to the schema.

function writeProductGroups(
  transaction: Prisma.TransactionClient,
  shop: string,
  { groups, readAt }: ReadGroups,
): Promise<Written> {
  const products = groups.map(({ head, members }) => {
    const variants = members.filter(({ id }) => isOf(id, 'ProductVariant')) as unknown as VariantAnswer[];
    const media = members.filter(({ id }) => !isOf(id, 'ProductVariant')) as unknown as MediaAnswer[];
    return readProduct({ facts: head as unknown as ProductFacts, media, variants }, readAt);
  });
  return writeProducts(transaction, shop, { products, readAt });
}

function writeCollectionGroups(
  transaction: Prisma.TransactionClient,
  shop: string,
  { groups, readAt }: ReadGroups,
): Promise<Written> {
  const collections = groups.map(({ head, members }) =>
    readCollection(
      head as unknown as CollectionAnswer,
      members.map(({ id }) => String(id)),
    ),
  );
  return writeCollections(transaction, shop, { collections, readAt });
}

function isOf(id: unknown, kind: string): boolean {
  return String(id).startsWith(`gid://shopify/${kind}/`);
}

function linesIn(groups: readonly ExportGroup[]): number {
  return groups.reduce((sum, { lines }) => sum + lines, 0);
}
