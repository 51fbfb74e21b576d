import type { Audience, Destination, DestinationName } from '../integrations/destination.ts';
import { VendorProblem } from '../integrations/vendor-problem.ts';
import type { ConnectionReader, OpenConnection } from './connection.reader.ts';
import { withPatience } from './vendor-patience.ts';
import { vendorSentence } from './vendor-sentence.ts';

/** An audience, `null` where the vendor says that there is none, `UNKNOWN` where it did not say. */
export type FoundAudience = Audience | null | 'UNKNOWN';

/** An audience that somebody asks for. */
export interface WantedAudience {
  readonly destination: DestinationName;
  readonly id: string;
}

interface Remembered {
  readonly found: Promise<FoundAudience>;
  readonly until: number;
}

/** In milliseconds. */
const PATIENCE_MS = 3_000;
/** A list's name seldom changes, and a page asks for it every other second while something moves. */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 1_000;

/** Asks vendors for their audiences, on behalf of a shop's connection. */
export class AudienceFinder {
  readonly #connections: ConnectionReader;
  readonly #destinations: Readonly<Record<DestinationName, Destination>>;
  readonly #remembered = new Map<string, Remembered>();

  constructor(connections: ConnectionReader, destinations: Readonly<Record<DestinationName, Destination>>) {
    this.#connections = connections;
    this.#destinations = destinations;
  }

  /** One page, live. What keeps the vendor from answering stands in `problem`. */
  async search(shop: string, destination: DestinationName, page: { query: string | null; after: string | null }) {
    const connection = await this.#connections.openAt(shop, destination);
    if (connection === null) return { audiences: [], next: null, problem: 'This shop has no such connection.' };
    try {
      const found = await withPatience(this.#destinations[destination].audiences(connection.account, page));
      return { ...found, problem: null };
    } catch (fault) {
      if (!(fault instanceof VendorProblem)) throw fault;
      return { audiences: [], next: null, problem: vendorSentence(destination, fault) };
    }
  }

  /** The audiences by their ids, in their order, as the vendors knew them within the last minute. UNKNOWN also where nobody is connected. */
  async recallAll(shop: string, wanted: readonly WantedAudience[]): Promise<FoundAudience[]> {
    const connections = await this.#connections.openAll(shop);
    return Promise.all(
      wanted.map(({ destination, id }) => {
        const connection = connections.find((candidate) => candidate.destination === destination);
        return connection ? soon(this.#recall(connection, id)) : 'UNKNOWN';
      }),
    );
  }

  /** The audience by its id, as the vendor knows it now. UNKNOWN also where nobody is connected. */
  async find(shop: string, { destination, id }: WantedAudience): Promise<FoundAudience> {
    const connection = await this.#connections.openAt(shop, destination);
    return connection ? soon(this.#ask(connection, id)) : 'UNKNOWN';
  }

  #recall(connection: OpenConnection, id: string): Promise<FoundAudience> {
    const key = JSON.stringify([connection.id, connection.account.accountId, id]);
    const known = this.#remembered.get(key);
    if (known && known.until > performance.now()) return known.found;
    const found = this.#ask(connection, id);
    this.#remembered.delete(key);
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(key, { found, until: performance.now() + REMEMBERED_MS });
    return found;
  }

  async #ask({ destination, account }: OpenConnection, id: string): Promise<FoundAudience> {
    try {
      return await this.#destinations[destination].audience(account, id);
    } catch (fault) {
      // What is wrong with the connection is told by whoever sends through it; here only that nobody said.
      if (fault instanceof VendorProblem) return 'UNKNOWN';
      throw fault;
    }
  }
}

/** Nobody waits long for a name that a page can do without; what comes later is there for the next one. */
function soon(asked: Promise<FoundAudience>): Promise<FoundAudience> {
  return withPatience(asked, PATIENCE_MS).catch((fault: unknown) => {
    if (fault instanceof VendorProblem) return 'UNKNOWN' as const;
    throw fault;
  });
}
