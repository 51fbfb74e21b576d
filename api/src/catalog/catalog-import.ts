import type { Readable } from 'node:stream';
import type { PrismaClient } from '../../../prisma/client/client.ts';
import { type ImportProblem, ImportProblems } from '../platform/csv/import-problems.ts';
import { writeBatch } from './catalog-batch.ts';
import { handleOf, type ProductDraft } from './product-csv/product-draft.ts';
import { ProductsReader } from './product-csv/read-products.ts';

/** Products of one transaction. Wide enough to spare round trips, small enough that no visitor waits behind it. */
const MOST_PRODUCTS = 200;
/** Products of very many variants make smaller batches. */
const MOST_VARIANTS = 2000;

/** How far an import has come. */
export interface ImportProgress {
  /** Rows of the file after its first line, sound or not. */
  readonly rows: number;
  readonly products: number;
  readonly variants: number;
}

/** What an import brought in, and what it had to leave out. */
export interface ImportResult extends ImportProgress {
  /** Collections that the file names. */
  readonly collections: number;
  /** At most the first thousand; `problemCount` counts them all. */
  readonly problems: ImportProblem[];
  readonly problemCount: number;
}

/** A product CSV to bring into one shop's catalog. */
export interface ImportRequest {
  readonly shop: string;
  readonly source: Readable;
  /** Called after each batch has been committed. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** Another import of the same shop is running in this process. */
export class ImportRunning extends Error {}

/** Brings Shopify's product CSV into the catalog. */
export class CatalogImport {
  readonly #prisma: PrismaClient;
  readonly #running = new Set<string>();

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /**
   * Reads the file as it arrives and writes it in batches, each of them whole or not at all. Products are known by their
   * handle: one that is there already keeps its id and takes the file's content. Products that the file does not name stay.
   * Throws `NotAProductCsv` before anything is written, `ImportRunning`, and errors of the source or the database as
   * they are; batches committed before that stay, and importing the file again completes it.
   */
  async importProductsCsv(request: ImportRequest): Promise<ImportResult> {
    if (this.#running.has(request.shop)) throw new ImportRunning('Another import of this shop is running.');
    this.#running.add(request.shop);
    try {
      return await this.#run(request);
    } finally {
      this.#running.delete(request.shop);
    }
  }

  async #run({ shop, source, onProgress }: ImportRequest): Promise<ImportResult> {
    const problems = new ImportProblems();
    const reader = new ProductsReader(problems);
    const collections = new Set<string>();
    const counts = { products: 0, variants: 0 };
    const write = async (batch: ProductDraft[]) => {
      await writeBatch(this.#prisma, shop, batch);
      counts.products += batch.length;
      for (const product of batch) {
        counts.variants += product.variants.length;
        for (const title of product.collections ?? []) collections.add(handleOf(title));
      }
      onProgress?.({ rows: reader.rows, ...counts });
    };
    await inBatches(reader.read(source), write);
    return {
      rows: reader.rows,
      ...counts,
      collections: collections.size,
      problems: problems.kept,
      problemCount: problems.count,
    };
  }
}

async function inBatches(products: AsyncIterable<ProductDraft>, write: (batch: ProductDraft[]) => Promise<void>) {
  let batch: ProductDraft[] = [];
  let variants = 0;
  for await (const product of products) {
    batch.push(product);
    variants += product.variants.length;
    if (batch.length < MOST_PRODUCTS && variants < MOST_VARIANTS) continue;
    await write(batch);
    batch = [];
    variants = 0;
  }
  if (batch.length > 0) await write(batch);
}
