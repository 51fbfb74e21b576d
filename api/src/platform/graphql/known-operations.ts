import type { PreparedOperation } from './prepared-operation.ts';

/** Operations that are remembered; the one that was not asked for longest goes first. */
const MOST_OPERATIONS = 200;
/**
 * Characters that all of them together may have. Parsed, a document takes up to 240 bytes for each: a letter and a space are a field
 * with its tokens and places. So an endpoint keeps 25 MB at most, and all documents of the admin have a third of the room.
 */
const MOST_TEXT = 100_000;
/** A document of more characters than this is prepared each time: who sends such ones must not fill the memory. */
const LONGEST_TEXT = 8_000;

/** The operations that came before, by their text: on the morning of a drop fifty thousand people send the same five. */
export class KnownOperations {
  readonly #operations = new Map<string, PreparedOperation>();
  #textLength = 0;

  /** The operation of this name in this document, if it was admitted before; the only one where no name is given. */
  find(source: string, operationName: string | null): PreparedOperation | null {
    const key = keyOf(source, operationName);
    const known = this.#operations.get(key);
    if (known === undefined) return null;
    // Last in the order of a Map is whoever was put in last.
    this.#operations.delete(key);
    this.#operations.set(key, known);
    return known;
  }

  /** Remembers an operation under its text and the name by which it was asked for, in the place of those not asked for longest. */
  remember(source: string, operationName: string | null, operation: PreparedOperation): void {
    const key = keyOf(source, operationName);
    if (key.length > LONGEST_TEXT) return;
    this.#forget(key);
    this.#operations.set(key, operation);
    this.#textLength += key.length;
    for (const oldest of this.#operations.keys()) {
      if (this.#operations.size <= MOST_OPERATIONS && this.#textLength <= MOST_TEXT) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    if (this.#operations.delete(key)) this.#textLength -= key.length;
  }
}

function keyOf(source: string, operationName: string | null): string {
  return operationName === null ? source : `${operationName}\n${source}`;
}
