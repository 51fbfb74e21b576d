import type { CsvRow } from '../../platform/csv/csv-rows.ts';
import { type ImportProblems, quoted } from '../../platform/csv/import-problems.ts';
import type { ProductColumn, ProductColumns } from './product-columns.ts';

/** Shopify's own bound for names; it also keeps every indexed text within what an index page can hold. */
const LONGEST_NAME = 255;
const LONGEST_ADDRESS = 2048;
const LARGEST_STOCK = 1_000_000_000;
const PRICE = /^(\d{1,10})(?:\.(\d{1,4}))?$/;

/** The cells of one row, read as what they mean; whatever does not make sense is reported with its line and column. */
export class ProductRow {
  readonly line: number;
  readonly #cells: readonly string[];
  readonly #columns: ProductColumns;
  readonly #problems: ImportProblems;

  constructor(row: CsvRow, columns: ProductColumns, problems: ImportProblems) {
    this.line = row.line;
    this.#cells = row.cells;
    this.#columns = columns;
    this.#problems = problems;
  }

  /** Whether the file has the column at all, be this row's cell empty or not. */
  hasColumn(column: ProductColumn): boolean {
    return this.#columns.has(column);
  }

  isEmpty(column: ProductColumn): boolean {
    return this.raw(column) === '';
  }

  /** The trimmed cell as it stands. */
  raw(column: ProductColumn): string {
    return this.#columns.cell(this.#cells, column);
  }

  report(column: ProductColumn | null, sentence: string): void {
    const name = column === null ? null : this.#columns.nameOf(column);
    this.#problems.add({ line: this.line, column: name, message: sentence });
  }

  /** A name of at most 255 characters; null, and reported, where it is longer. */
  name(column: ProductColumn): string | null {
    const text = this.raw(column);
    if (text.length <= LONGEST_NAME) return text;
    this.report(column, `${quoted(text)} is longer than ${LONGEST_NAME} characters; the row was left out.`);
    return null;
  }

  /** An amount such as `29.99`, as text; undefined, and reported, where it is none. Null for an empty cell. */
  amount(column: ProductColumn): string | null | undefined {
    const text = this.raw(column);
    if (text === '') return null;
    if (PRICE.test(text)) return text;
    this.report(column, `${quoted(text)} ${whyNoAmount(text)}; the row was left out.`);
    return undefined;
  }

  /** A number of pieces, negative where more were sold than there are; undefined, and reported, where it is none. */
  quantity(column: ProductColumn): number | null | undefined {
    const text = this.raw(column);
    if (text === '') return null;
    const quantity = /^-?\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    if (Math.abs(quantity) <= LARGEST_STOCK) return quantity;
    const why = Number.isNaN(quantity) ? 'is not a whole number' : 'is more than any stock can be';
    this.report(column, `${quoted(text)} ${why}; the row was left out.`);
    return undefined;
  }

  /** An address with http(s) or rooted at this server; null where the cell is empty, or is no address, which is reported. */
  address(column: ProductColumn): string | null {
    const text = this.raw(column);
    if (text === '') return null;
    if (isAddress(text)) return text;
    this.report(column, `${quoted(text)} is not the address of a picture; the picture was left out.`);
    return null;
  }
}

function whyNoAmount(text: string): string {
  if (/^-\d/.test(text)) return 'is a negative amount';
  if (/^\d{11,}(\.\d+)?$/.test(text)) return 'is more than any price can be';
  if (/^\d+\.\d{5,}$/.test(text)) return 'has more than four decimals';
  return 'is not a number such as 29.99';
}

function isAddress(text: string): boolean {
  if (text.length > LONGEST_ADDRESS) return false;
  if (/^\/(?![/\\])[^\s\\]*$/.test(text)) return true;
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
