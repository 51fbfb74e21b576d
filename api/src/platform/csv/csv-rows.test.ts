import { describe, expect, test } from 'vitest';
import { type CsvRow, readCsvRows, UnreadableCsv } from './csv-rows.ts';

async function rowsOf(text: string | Uint8Array, chunkBytes = 65_536): Promise<CsvRow[]> {
  const bytes = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, index) =>
    bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes),
  );
  const rows: CsvRow[] = [];
  for await (const row of readCsvRows(streamOf(chunks))) rows.push(row);
  return rows;
}

async function* streamOf(chunks: Uint8Array[]) {
  yield* chunks;
}

const cellsOf = (rows: CsvRow[]) => rows.map(({ cells }) => cells);

describe('a CSV', () => {
  const tricky = '\uFEFFa,b\r\n"one, ""two""\r\nthree",é\r\n\r\n"",x"y\r\nlast,"öü"';
  const cells = [
    ['a', 'b'],
    ['one, "two"\r\nthree', 'é'],
    ['', 'x"y'],
    ['last', 'öü'],
  ];

  test.each([1, 2, 3, 5, 64])('is read the same in chunks of %i bytes', async (chunkBytes) => {
    const rows = await rowsOf(tricky, chunkBytes);
    expect(cellsOf(rows)).toEqual(cells);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 5, 6]);
  });

  test('may end its lines in the way of an old Mac', async () => {
    expect((await rowsOf('a,b\r1,"2\r3"\r4,5\r')).map(({ line, cells: [first] }) => [line, first])).toEqual([
      [1, 'a'],
      [2, '1'],
      [4, '4'],
    ]);
  });

  test('may be parted by semicolons or tabs, as spreadsheets of some countries save it', async () => {
    expect(cellsOf(await rowsOf('a;b\n1,5;2'))).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(cellsOf(await rowsOf('a\tb\n1,5\t2'))).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
  });

  test('loses one line to a quote that is never closed, and no other', async () => {
    const rows = await rowsOf('a,b\n1,"lost\n2,x\n3,y\n', 4);
    expect(rows.map(({ line, broken }) => [line, broken?.cell ?? null])).toEqual([
      [1, null],
      [2, 1],
      [3, null],
      [4, null],
    ]);
  });

  test('loses no sound line between a lost quote and the one that it pairs with rows later', async () => {
    const rows = await rowsOf('a,b,c\n1,"lost,x\n2,y,z\n3,",y,z\n4,y,z\n');
    expect(rows.filter(({ cells: { length } }) => length === 3).map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  test('may have a row of a hundred thousand characters', async () => {
    const long = 'word '.repeat(20_000);
    expect(cellsOf(await rowsOf(`a,b\n1,"${long}"\n`))[1]).toEqual(['1', long]);
  });

  test('goes on after more than a million characters behind an open quote', async () => {
    const rows = await rowsOf(`a,b\n1,"lost\n${'2,x\n'.repeat(400_000)}`);
    expect(rows).toHaveLength(400_002);
    expect(rows[1]?.broken?.message).toContain('never closed');
  });
});

describe('what is no CSV', () => {
  test('bytes that are not UTF-8 are refused with the line where they begin', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n1,2\n'), Buffer.from([0xff, 0xfe, 0x41])]);
    await expect(rowsOf(bytes)).rejects.toThrow(UnreadableCsv);
    await expect(rowsOf(bytes, 1)).rejects.toMatchObject({ line: 3 });
  });

  test('a file of one endless line is refused before it fills the memory', async () => {
    await expect(rowsOf('x'.repeat(1_200_000))).rejects.toThrow('longer than a million characters');
  });
});
