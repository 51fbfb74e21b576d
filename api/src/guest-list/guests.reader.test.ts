import { describe, expect, test } from 'vitest';
import { ImportProblems } from '../platform/csv/import-problems.ts';
import { NotAGuestList } from './guest-columns.ts';
import { GuestsReader } from './guests.reader.ts';

async function read(file: string | Uint8Array) {
  const problems = new ImportProblems();
  const reader = new GuestsReader(problems);
  const keys: string[] = [];
  for await (const key of reader.read(chunksOf(Buffer.from(file)))) keys.push(key);
  return { keys, rows: reader.rows, problems: problems.kept };
}

/** In pieces that part lines and characters. */
async function* chunksOf(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

const BOTH = ['ada@example.com', 'grace@example.com'];

describe('the addresses are found', () => {
  test.each([
    'Email',
    'e-mail',
    'E-Mail-Adresse',
    'Email Address',
    'EMAIL_ADDRESS',
    'Adresse e-mail',
    'Correo electrónico',
    'Endereço de e-mail',
    'メールアドレス',
    'E-mail 1 - Value',
  ])('under the name %j', async (name) => {
    const { keys } = await read(`Other,${name},Note\nx,ada@example.com,x@y\nx,grace@example.com,\n`);
    expect(keys).toEqual(BOTH);
  });

  test.each([
    ['in the only column, without a name', 'ada@example.com\ngrace@example.com'],
    ['in the only column, under a name that we do not know', 'Gästeliste\nada@example.com\ngrace@example.com\n'],
    ['in some column, without names', 'Ada,ada@example.com,1\nGrace,grace@example.com,2\n'],
    ['between semicolons', 'Name;E-Mail\nLovelace, Ada;ada@example.com\nHopper, Grace;grace@example.com\n'],
    ['between tabs', 'Name\tEmail\nAda\tada@example.com\nGrace\tgrace@example.com\n'],
    ['behind a byte order mark, in quotes', '\uFEFF"Email"\r\n"ada@example.com"\r\n"grace@example.com"\r\n'],
    ['beside a cell of several lines', 'Email,Note\nada@example.com,"one\ntwo"\ngrace@example.com,x\n'],
    ['with spaces and empty lines around', '\n\nEmail\n  ada@example.com \n\n \nGRACE@Example.com\n\n'],
    ['in rows that are shorter or longer than the first', 'Email,Name\nada@example.com\ngrace@example.com,G,more\n'],
    ['where another column speaks of mail too', 'Email Marketing,Email\nyes,ada@example.com\nno,grace@example.com\n'],
  ])('%s', async (_where, file) => {
    expect(await read(file)).toEqual({ keys: BOTH, rows: 2, problems: [] });
  });
});

describe('a bad line is named and the rest is kept', () => {
  test.each([
    ['no address', 'Email,Name\nada@example.com,A\nnobody,N\ngrace@example.com,G\n', 3, 'Email'],
    ['an empty cell', 'Name,E-Mail\nA,ada@example.com\nN,\nG,grace@example.com\n', 3, 'E-Mail'],
    ['a first line that is no address', 'ada@@example.com\nada@example.com\ngrace@example.com\n', 1, null],
    ['a NUL', 'Email\nada@example.com\na\u0000b@example.com\ngrace@example.com\n', 3, 'Email'],
    [
      'a header to smuggle into a mail',
      'Email\nada@example.com\n"x@example.com\nBcc: y"\ngrace@example.com\n',
      3,
      'Email',
    ],
    [
      'two addresses in one cell',
      'Email\nada@example.com\n"x@example.com, y@example.com"\ngrace@example.com\n',
      3,
      'Email',
    ],
    ['a formula', 'Email\nada@example.com\n=HYPERLINK("x")\ngrace@example.com\n', 3, 'Email'],
    [
      'a quote that is never closed',
      'Name,Email\nA,ada@example.com\nN,"x@example.com\nG,grace@example.com\n',
      3,
      'Email',
    ],
  ])('%s', async (_what, file, line, column) => {
    const { keys, problems } = await read(file);
    expect(keys).toEqual(BOTH);
    expect(problems).toMatchObject([{ line, column }]);
  });

  test('what comes in with bytes that are no text, and after them', async () => {
    const sound = `Email\nada@example.com\ngrace@example.com\n${'\n'.repeat(14)}`;
    const file = Buffer.concat([Buffer.from(sound), Buffer.from([0xff, 0xfe]), Buffer.from('\nx@example.com')]);
    const { keys, problems } = await read(file);
    expect(keys).toEqual(BOTH);
    expect(problems).toMatchObject([{ column: null, message: expect.stringContaining('UTF-8') }]);
  });

  test('no problem repeats what stands in the file', async () => {
    const { problems } = await read('Email\nsecret-person\n');
    expect(JSON.stringify(problems)).not.toContain('secret-person');
  });
});

describe('refused as a whole', () => {
  test.each([
    ['an empty file', ''],
    ['a file of blank lines', '\n\n  \n'],
    ['columns of which none holds addresses', 'Name,City\nAda,London\n'],
    ['a file in UTF-16', Buffer.from('\uFEFFEmail\nada@example.com\n', 'utf16le')],
  ])('%s', async (_what, file) => {
    await expect(read(file)).rejects.toThrow(NotAGuestList);
  });
});
