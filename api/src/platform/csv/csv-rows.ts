import { type CsvText, type RecordReading, readRecord, UNCLOSED_QUOTE } from './csv-record.ts';

/** A row that takes more characters than this has lost a closing quote. */
const LONGEST_ROW = 1_048_576;

/** One row of a CSV. */
export interface CsvRow {
  /** The line of the file, from 1, on which the row begins. */
  readonly line: number;
  readonly cells: string[];
  /** Why the row could not be parted into cells, at which cell (from 0); null for a sound row. */
  readonly broken: { readonly cell: number; readonly message: string } | null;
}

/** The file is no CSV, or is one only up to a line. The message is a sentence for the merchant. */
export class UnreadableCsv extends Error {
  /** The line of the file, from 1, from which on nothing could be read. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/**
 * The rows of a CSV in UTF-8, as they arrive; never more than one chunk and one row is held. A row that cannot be read
 * is handed out as `broken`, and one of another width than the first as it is; after both, reading goes on at the very next
 * line, so that one lost quote costs one row.
 * Throws `UnreadableCsv` where the bytes are not text; errors of the source pass through.
 */
export async function* readCsvRows(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<CsvRow> {
  const reader = new RowReader();
  for await (const chunk of source) {
    reader.add(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    yield* reader.rows();
  }
  reader.finish();
  yield* reader.rows();
}

class RowReader {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #text = '';
  #at = 0;
  #line = 1;
  #isWhole = false;
  #width: number | null = null;
  #delimiter: string | null = null;

  add(chunk: Uint8Array): void {
    this.#text = this.#text.slice(this.#at) + this.#decode(chunk);
    this.#at = 0;
  }

  finish(): void {
    this.#text = this.#text.slice(this.#at) + this.#decode(null);
    this.#at = 0;
    this.#isWhole = true;
  }

  *rows(): Generator<CsvRow> {
    this.#delimiter ??= delimiterOf(this.#text, this.#isWhole);
    if (this.#delimiter === null) return this.#refuseEndlessLine();
    const csv = { text: this.#text, isWhole: this.#isWhole, delimiter: this.#delimiter };
    while (this.#at < this.#text.length) {
      const row = this.#next(csv);
      if (row === null) return;
      if (row.broken !== null || row.cells.length > 1 || row.cells[0] !== '') yield row;
    }
  }

  #next(csv: CsvText): CsvRow | null {
    const reading = this.#bounded(readRecord(csv, this.#at));
    if (reading.kind === 'incomplete') return null;
    const end = this.#isWhollyRead(reading) ? reading.end : nextLine(csv, this.#at);
    if (end === null) return this.#refuseEndlessLine();
    const line = this.#line;
    this.#line += lineEnds(this.#text, this.#at, end);
    this.#at = end;
    return reading.kind === 'record'
      ? { line, cells: reading.cells, broken: null }
      : { line, cells: [], broken: reading };
  }

  /** A lost quote may find its partner rows later; the row then has the wrong width, and only its first line is taken. */
  #isWhollyRead(reading: RecordReading): reading is Extract<RecordReading, { kind: 'record' }> {
    if (reading.kind !== 'record') return false;
    this.#width ??= reading.cells.length;
    return reading.cells.length === this.#width;
  }

  #bounded(reading: RecordReading): RecordReading {
    if (reading.kind !== 'incomplete' || this.#text.length - this.#at <= LONGEST_ROW) return reading;
    return { kind: 'broken', cell: reading.cell, message: UNCLOSED_QUOTE };
  }

  #refuseEndlessLine(): null {
    if (this.#text.length - this.#at <= LONGEST_ROW) return null;
    throw new UnreadableCsv(
      this.#line,
      `Line ${this.#line} is longer than a million characters; this is not a CSV file.`,
    );
  }

  #decode(chunk: Uint8Array | null): string {
    try {
      return chunk === null ? this.#decoder.decode() : this.#decoder.decode(chunk, { stream: true });
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      const line = this.#line + lineEnds(this.#text, this.#at, this.#text.length);
      throw new UnreadableCsv(line, `From line ${line} on the file is not text in UTF-8. Save it as “CSV UTF-8”.`);
    }
  }
}

/** Most files part cells by commas; a spreadsheet of many countries saves semicolons or tabs. Null: not known yet. */
function delimiterOf(text: string, isWhole: boolean): string | null {
  const end = text.search(/[\r\n]/);
  if (end === -1 && !isWhole) return null;
  const header = end === -1 ? text : text.slice(0, end);
  const count = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best));
}

function nextLine({ text, isWhole }: CsvText, from: number): number | null {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\n') return at + 1;
    if (text[at] === '\r' && (isWhole || at + 1 < text.length)) return text[at + 1] === '\n' ? at + 2 : at + 1;
  }
  return isWhole ? text.length : null;
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) count += 1;
  }
  return count;
}
