import { type Problem, problemOf } from '../problem.ts';
import type { GetSessionToken } from '../ui/bridge/session.ts';

/** How an export ended. Only a whole one has a file: what broke off, or was stopped, is thrown away. */
export type ExportOutcome =
  | { kind: 'done'; file: Blob; rows: number }
  | { kind: 'stopped' }
  | { kind: 'incomplete'; rows: number }
  | { kind: 'busy' }
  | Problem;

interface ExportParts {
  getSessionToken: GetSessionToken;
  /** Stops it. */
  signal: AbortSignal;
  /** Hears how many people have come so far. */
  onRows(rows: number): void;
}

const refusals: Readonly<Record<number, ExportOutcome>> = {
  401: { kind: 'session' },
  403: { kind: 'forbidden' },
  429: { kind: 'busy' },
};

const carriageReturn = 13;
const lineFeed = 10;

/** So many bytes are handed over to the browser at once, which keeps them on disk: millions of rows must not fill the page's memory. */
const handOverAt = 4_000_000;

/** Fetches an export with the merchant's token, which a plain link could not bring along, and makes sure that it came whole. */
export async function downloadExport(address: string, parts: ExportParts): Promise<ExportOutcome> {
  const { getSessionToken, signal } = parts;
  const ask = async (need?: 'fresh') =>
    fetch(address, { headers: { authorization: `Bearer ${await getSessionToken(need)}` }, signal });
  try {
    const first = await ask();
    const answer = first.status === 401 ? await ask('fresh') : first;
    if (!answer.ok || answer.body === null) return refusals[answer.status] ?? { kind: 'server' };
    return await take(answer.body.getReader(), parts);
  } catch (error) {
    return signal.aborted ? { kind: 'stopped' } : problemOf(error);
  }
}

async function take(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  { signal, onRows }: ExportParts,
): Promise<ExportOutcome> {
  const lines = new LineFile();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      lines.add(piece.value);
      onRows(lines.rows);
    }
  } catch {
    // Whatever the network says, it says it about an answer that broke off; or the merchant stopped it.
    return signal.aborted ? { kind: 'stopped' } : { kind: 'incomplete', rows: lines.rows };
  }
  if (!lines.endsWithLine) return { kind: 'incomplete', rows: lines.rows };
  return { kind: 'done', file: lines.file(), rows: lines.rows };
}

/** A CSV of the API as it comes in: each of its lines ends with the one carriage return in it, the first has the titles. */
class LineFile {
  #parts: Blob[] = [];
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;
  #lines = 0;
  #last = 0;

  get rows(): number {
    return Math.max(0, this.#lines - 1);
  }

  get endsWithLine(): boolean {
    return this.#lines > 0 && this.#last === lineFeed;
  }

  add(piece: Uint8Array<ArrayBuffer>): void {
    for (const byte of piece) if (byte === carriageReturn) this.#lines += 1;
    this.#last = piece.at(-1) ?? this.#last;
    this.#pieces.push(piece);
    this.#size += piece.byteLength;
    if (this.#size >= handOverAt) this.#handOver();
  }

  file(): Blob {
    this.#handOver();
    return new Blob(this.#parts, { type: 'text/csv;charset=utf-8' });
  }

  #handOver(): void {
    this.#parts.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#size = 0;
  }
}
