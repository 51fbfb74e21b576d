import { type CsvRow, readCsvRows, UnreadableCsv } from '../platform/csv/csv-rows.ts';
import type { ImportProblems } from '../platform/csv/import-problems.ts';
import { readEmail } from '../platform/email.ts';
import { type GuestColumns, guestColumnsOf, NotAGuestList } from './guest-columns.ts';

/** Reads the addresses out of a CSV, row by row; nothing of the file is kept. */
export class GuestsReader {
  /** Rows with anything in them so far, sound or not; the line with the columns' names is none. */
  rows = 0;
  readonly #problems: ImportProblems;
  #columns: GuestColumns | null = null;

  constructor(problems: ImportProblems) {
    this.#problems = problems;
  }

  /**
   * The keys of the addresses in the order of the file, as often as they stand there. Throws `NotAGuestList` where the file
   * is none from its first line on. A file that stops being text later gives what stands before that, and a problem.
   */
  async *read(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
    try {
      for await (const row of readCsvRows(source)) {
        const key = this.#take(row);
        if (key !== null) yield key;
      }
    } catch (error) {
      if (!(error instanceof UnreadableCsv)) throw error;
      if (this.#columns === null) throw new NotAGuestList(error.message, { cause: error });
      this.#problems.add({ line: error.line, column: null, message: error.message });
    }
    if (this.#columns === null) throw new NotAGuestList('The file is empty.');
  }

  #take(row: CsvRow): string | null {
    if (row.broken === null && row.cells.every((cell) => cell.trim() === '')) return null;
    if (this.#columns === null) {
      if (row.broken !== null) throw new NotAGuestList('The first line of the file cannot be read as CSV.');
      this.#columns = guestColumnsOf(row.cells);
      if (this.#columns.name !== null) return null;
    }
    this.rows += 1;
    return this.#keyIn(row, this.#columns);
  }

  #keyIn({ line, cells, broken }: CsvRow, { place, name, nameAt }: GuestColumns): string | null {
    if (broken !== null) {
      this.#problems.add({
        line,
        column: nameAt(broken.cell),
        message: `The cell ${broken.message}; the line was left out.`,
      });
      return null;
    }
    const cell = cells[place]?.trim() ?? '';
    const email = readEmail(cell);
    if (email !== null) return email.key;
    const message =
      cell === '' ? 'There is no address; the row was left out.' : 'This is no e-mail address; the row was left out.';
    this.#problems.add({ line, column: name, message });
    return null;
  }
}
