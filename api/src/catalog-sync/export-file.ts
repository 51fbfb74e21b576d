/** A line of an export's file, and where the next one begins, in bytes from the start of the file. */
export interface ExportLine {
  readonly text: string;
  readonly end: number;
}

/** The file could not be fetched, or broke off. It may be tried again. */
export class ExportFileProblem extends Error {}

/** Nothing came for so long: whoever sends it has gone. Milliseconds. */
const SILENCE_MS = 30_000;
const NEW_LINE = 0x0a;

/**
 * Reads an export's file line by line as it comes, from a byte at which a line begins; never more of it is held than one line and one
 * piece from the network. A server that knows no ranges sends it all, and the beginning is passed over. Throws `ExportFileProblem`.
 */
export async function* readExportFile(url: string, from: number): AsyncGenerator<ExportLine> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    // Not compressed: bytes are counted as they stand in the file.
    const headers = { 'accept-encoding': 'identity', ...(from > 0 ? { range: `bytes=${from}-` } : {}) };
    const answer = await fetch(url, { headers, signal: silence.signal });
    if (!answer.ok || answer.body === null) throw new ExportFileProblem(`Shopify's file answers ${answer.status}.`);
    const pieces = heard(answer.body, timer);
    yield* linesOf(pieces, { from, at: answer.status === 206 ? from : 0 });
  } catch (error) {
    if (error instanceof ExportFileProblem) throw error;
    throw new ExportFileProblem("Shopify's file broke off.", { cause: error });
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}

async function* heard(pieces: AsyncIterable<Uint8Array>, timer: NodeJS.Timeout): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    timer.refresh();
    yield piece;
  }
}

/** Lines from the byte `from` on, of pieces of which the first begins at the byte `at`. */
async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
  { from, at }: { from: number; at: number },
): AsyncGenerator<ExportLine> {
  let rest: Uint8Array[] = [];
  let end = at;
  for await (const piece of pieces) {
    let start = Math.min(piece.length, Math.max(0, from - end));
    for (let stop = piece.indexOf(NEW_LINE, start); stop !== -1; stop = piece.indexOf(NEW_LINE, start)) {
      yield { text: textOf([...rest, piece.subarray(start, stop)]), end: end + stop + 1 };
      rest = [];
      start = stop + 1;
    }
    if (start < piece.length) rest.push(piece.subarray(start));
    end += piece.length;
  }
  if (rest.length > 0) yield { text: textOf(rest), end };
}

function textOf(parts: readonly Uint8Array[]): string {
  return Buffer.concat(parts).toString('utf8');
}
