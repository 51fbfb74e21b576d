import { afterEach, expect, test, vi } from 'vitest';
import { downloadExport } from './signup-download.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const encoder = new TextEncoder();

/** An answer that comes in these pieces; an error breaks it off. */
function answering(...pieces: (string | Error)[]) {
  const asked: { address: string; authorization: string | undefined }[] = [];
  vi.stubGlobal('fetch', async (address: string, { headers }: { headers: Record<string, string> }) => {
    asked.push({ address, authorization: headers.authorization });
    const body = new ReadableStream({
      async pull(controller) {
        const piece = pieces.shift();
        if (piece === undefined) return controller.close();
        if (piece instanceof Error) return controller.error(piece);
        controller.enqueue(encoder.encode(piece));
      },
    });
    return new Response(body);
  });
  return asked;
}

async function download(controller = new AbortController()) {
  const heard: number[] = [];
  const parts = {
    getSessionToken: async () => 'token',
    signal: controller.signal,
    onRows: (rows: number) => heard.push(rows),
  };
  return { outcome: await downloadExport('/admin/signups.csv?bom=true', parts), heard };
}

test('a whole export is a file of everything that came, and says how many people are in it', async () => {
  const asked = answering('\ufeff"E-mail"\r\n', '"ada@a.b"\r\n"gr', 'ace@a.b","two\nlines"\r\n');

  const { outcome, heard } = await download();

  expect(outcome).toMatchObject({ kind: 'done', rows: 2 });
  expect(heard).toEqual([0, 1, 2]);
  if (outcome.kind !== 'done') throw new Error('There is no file.');
  const bytes = new Uint8Array(await outcome.file.arrayBuffer());
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
    '\ufeff"E-mail"\r\n"ada@a.b"\r\n"grace@a.b","two\nlines"\r\n',
  );
  expect(asked).toEqual([{ address: '/admin/signups.csv?bom=true', authorization: 'Bearer token' }]);
});

test.each([
  ['breaks off between two people', ['"E-mail"\r\n"ada@a.b"\r\n', new TypeError('network error')], 1],
  ['ends within a line', ['"E-mail"\r\n"ada@a.b"\r\n"grace@'], 1],
  ['has nothing in it', [], 0],
])('an export that %s is told as incomplete, and is no file', async (_how, pieces, rows) => {
  answering(...pieces);

  expect((await download()).outcome).toEqual({ kind: 'incomplete', rows });
});

test('an export that the merchant stops is no file, and no fault', async () => {
  const controller = new AbortController();
  vi.stubGlobal('fetch', async () => {
    controller.abort();
    throw new DOMException('aborted', 'AbortError');
  });

  expect((await download(controller)).outcome).toEqual({ kind: 'stopped' });
});

test.each([
  [401, { kind: 'session' }],
  [403, { kind: 'forbidden' }],
  [429, { kind: 'busy' }],
  [500, { kind: 'server' }],
])('an export that is refused with %i says why', async (status, outcome) => {
  vi.stubGlobal('fetch', async () => new Response('', { status }));

  expect((await download()).outcome).toEqual(outcome);
});

test('a network that is gone before the first line is told as such', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });

  expect((await download()).outcome).toEqual({ kind: 'offline' });
});
