import { type CsvRow, readCsvRows, UnreadableCsv } from '../../platform/csv/csv-rows.ts';
import { type ImportProblems, quoted } from '../../platform/csv/import-problems.ts';
import { NotAProductCsv, ProductColumns } from './product-columns.ts';
import type { ProductDraft } from './product-draft.ts';
import { ProductInFile } from './product-in-file.ts';
import { ProductRow } from './product-row.ts';

/** PostgreSQL keeps no text with this character in it. */
const NUL = '\u0000';

/** Parts a product CSV into products. One product is held at a time, and the handles seen, so that none comes twice. */
export class ProductsReader {
  /** Rows after the header so far, sound or not. */
  rows = 0;
  readonly problems: ImportProblems;
  readonly #lineOfHandle = new Map<string, number>();
  #columns: ProductColumns | null = null;
  #open: ProductInFile | null = null;

  constructor(problems: ImportProblems) {
    this.problems = problems;
  }

  /**
   * The products in the order of the file. Throws `NotAProductCsv` where the file is no product CSV from its first line
   * on. A file that stops being text later gives the products before that, and a problem.
   */
  async *read(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<ProductDraft> {
    try {
      for await (const row of readCsvRows(source)) {
        const done = this.#take(row);
        if (done !== null) yield done;
      }
    } catch (error) {
      if (!(error instanceof UnreadableCsv)) throw error;
      if (this.#columns === null) throw new NotAProductCsv(error.message, { cause: error });
      this.problems.add({ line: error.line, column: null, message: error.message });
    }
    if (this.#columns === null)
      throw new NotAProductCsv('The file is empty; it needs a first line with the columns’ names.');
    const last = this.#close();
    if (last !== null) yield last;
  }

  #take(row: CsvRow): ProductDraft | null {
    if (this.#columns === null) {
      if (row.broken !== null) throw new NotAProductCsv('The first line of the file cannot be read as CSV.');
      this.#columns = new ProductColumns(row.cells);
      return null;
    }
    if (row.cells.every((cell) => cell.trim() === '') && row.broken === null) return null;
    this.rows += 1;
    if (!this.#isSound(row, this.#columns)) return null;
    return this.#takeSound(new ProductRow(row, this.#columns, this.problems));
  }

  #takeSound(row: ProductRow): ProductDraft | null {
    const handle = row.name('handle');
    if (handle === '') row.report('handle', 'The row has no handle, so it belongs to no product; it was left out.');
    if (!handle) return null;
    if (this.#open?.handle === handle) {
      this.#open.add(row);
      return null;
    }
    const before = this.#lineOfHandle.get(handle);
    if (before !== undefined) {
      const message = `The rows of ${quoted(handle)} begin on line ${before} and must follow one another; the row was left out.`;
      row.report('handle', message);
      return null;
    }
    const done = this.#close();
    // A copy: a slice would keep the whole chunk that it was cut from in memory.
    this.#lineOfHandle.set(Buffer.from(handle).toString(), row.line);
    this.#open = new ProductInFile(handle, row);
    return done;
  }

  #close(): ProductDraft | null {
    const product = this.#open?.finish() ?? null;
    this.#open = null;
    return product;
  }

  #isSound({ line, cells, broken }: CsvRow, columns: ProductColumns): boolean {
    if (broken !== null) {
      const message = `The cell ${broken.message}; the line was left out.`;
      this.problems.add({ line, column: columns.nameAt(broken.cell), message });
      return false;
    }
    if (cells.length !== columns.width) {
      const message = `The row has ${cells.length} cells where the first line has ${columns.width}; it was left out.`;
      this.problems.add({ line, column: columns.nameAt(Math.min(cells.length, columns.width - 1)), message });
      return false;
    }
    const place = cells.findIndex((cell) => cell.includes(NUL));
    if (place === -1) return true;
    this.problems.add({
      line,
      column: columns.nameAt(place),
      message: 'The cell holds a NUL character; the row was left out.',
    });
    return false;
  }
}
