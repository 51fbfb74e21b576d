/** Text of a CSV as far as it has been read, and how its cells are parted. */
export interface CsvText {
  readonly text: string;
  /** True when nothing follows: the last record then needs no line end. */
  readonly isWhole: boolean;
  readonly delimiter: string;
}

/** What stands at a place of the text where a record begins. `cell` counts from 0, `end` is where the next line begins. */
export type RecordReading =
  | { readonly kind: 'record'; readonly cells: string[]; readonly end: number }
  | { readonly kind: 'incomplete'; readonly cell: number }
  | { readonly kind: 'broken'; readonly cell: number; readonly message: string };

type CellReading =
  | { readonly kind: 'cell'; readonly value: string; readonly end: number }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'broken'; readonly message: string };

/** What is said of a cell whose opening quote has no partner. */
export const UNCLOSED_QUOTE = 'opens a quote that is never closed';

/** Reads the record that begins at `start`, after RFC 4180; quotes inside an unquoted cell stand for themselves. */
export function readRecord(csv: CsvText, start: number): RecordReading {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = csv.text[at] === '"' ? readQuotedCell(csv, at) : readPlainCell(csv, at);
    if (cell.kind !== 'cell') return { ...cell, cell: cells.length };
    cells.push(cell.value);
    if (csv.text[cell.end] !== csv.delimiter) return endRecord(csv, cells, cell.end);
    at = cell.end + 1;
  }
}

function readPlainCell({ text, isWhole, delimiter }: CsvText, start: number): CellReading {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  if (end === text.length && !isWhole) return { kind: 'incomplete' };
  return { kind: 'cell', value: text.slice(start, end), end };
}

function readQuotedCell(csv: CsvText, start: number): CellReading {
  const { text, isWhole } = csv;
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  if (quote === -1) return isWhole ? { kind: 'broken', message: UNCLOSED_QUOTE } : { kind: 'incomplete' };
  const end = quote + 1;
  if (end === text.length && !isWhole) return { kind: 'incomplete' };
  if (!endsCell(csv, end)) return { kind: 'broken', message: 'has a single quote inside a quoted cell; double it' };
  return { kind: 'cell', value: text.slice(start + 1, quote).replaceAll('""', '"'), end };
}

function endsCell({ text, delimiter }: CsvText, at: number): boolean {
  return at >= text.length || text[at] === delimiter || text[at] === '\n' || text[at] === '\r';
}

function endRecord({ text, isWhole }: CsvText, cells: string[], at: number): RecordReading {
  if (text[at] !== '\r') return { kind: 'record', cells, end: Math.min(at + 1, text.length) };
  if (at + 1 === text.length && !isWhole) return { kind: 'incomplete', cell: cells.length - 1 };
  return { kind: 'record', cells, end: text[at + 1] === '\n' ? at + 2 : at + 1 };
}
