import type { Logger } from 'pino';
import type { ConnectionReader, OpenConnection } from '../../connection/connection.reader.ts';
import type { ConnectionHealth } from '../../connection/connection-health.ts';
import type { Destination, DestinationName } from '../../integrations/destination.ts';
import { VendorProblem } from '../../integrations/vendor-problem.ts';
import type { Seal } from '../../platform/seal.ts';
import { isAnswer } from '../attempt/held-up.ts';
import { orProblem } from '../attempt/standing-reader.ts';
import { keepableWords } from '../attempt/words.ts';
import { nextTryIn } from '../receipts/receipt-schedule.ts';
import type { ErasureStore, LeasedErasure } from './erasure.store.ts';
import { sealedEmailPlace } from './erasure-requests.ts';

/** What removals need. */
export interface ErasuresParts {
  readonly store: ErasureStore;
  readonly connections: ConnectionReader;
  readonly health: ConnectionHealth;
  readonly destinations: Readonly<Record<DestinationName, Destination>>;
  readonly seal: Seal;
  readonly logger: Logger;
}

/** Removes at the destinations who was removed here. */
export class Erasures {
  readonly #parts: ErasuresParts;

  constructor(parts: ErasuresParts) {
    this.#parts = parts;
  }

  /** Does what is due: connections beside each other, so that a vendor that hangs delays only its own. */
  async runDue(): Promise<void> {
    const claimed = await this.#parts.store.claim();
    const byConnection = Map.groupBy(claimed, ({ shop, destination }) => `${shop} ${destination}`);
    await Promise.all([...byConnection.values()].map((erasures) => this.#runOne(erasures)));
  }

  /** The removals of one connection, one after the other; with the first that the vendor does not answer the others wait. */
  async #runOne(erasures: readonly LeasedErasure[]): Promise<void> {
    const [first] = erasures;
    const connection = first && (await this.#parts.connections.openAt(first.shop, first.destination));
    let isOver = !connection;
    for (const erasure of erasures) {
      if (isOver || !connection) await this.#parts.store.giveBack(erasure);
      else isOver = !(await this.#erase(erasure, connection));
    }
  }

  /** Whether the vendor can be asked for the next one. */
  async #erase(erasure: LeasedErasure, connection: OpenConnection): Promise<boolean> {
    const { store, health, destinations, seal } = this.#parts;
    const email = seal.open(erasure.sealedEmail, sealedEmailPlace(erasure));
    const { audience } = erasure;
    const { account } = connection;
    const end = await orProblem(destinations[erasure.destination].erase(account, { email, audience }));
    if (!(end instanceof VendorProblem)) {
      await store.done(erasure);
      await health.note(connection, 'GOOD');
      return true;
    }
    const isWell = isAnswer(end) || end.kind === 'SCOPE_MISSING';
    await health.note(connection, isWell ? 'GOOD' : end);
    const detail = keepableWords(end.detail, { key: account.key, emails: [email] });
    if (end.kind === 'SCOPE_MISSING') await this.#parkWithoutScope(erasure, detail);
    else await this.#retry(erasure, end, detail);
    return isWell;
  }

  /** Removing needs a permission that sending does not: without it everybody else is sent all the same, and the merchant reads what is missing. */
  async #parkWithoutScope(erasure: LeasedErasure, detail: string | null): Promise<void> {
    const { shop, destination, id } = erasure;
    await this.#parts.store.failed(erasure, null, detail);
    this.#parts.logger.warn({ shop, destination, erasure: id }, 'a removal lacks a permission and is parked');
  }

  async #retry(erasure: LeasedErasure, { retryAfterMs }: VendorProblem, detail: string | null): Promise<void> {
    const { shop, destination, failingSince, now } = erasure;
    const dueInMs = nextTryIn({ failingSince, now, retryAfterMs });
    await this.#parts.store.failed(erasure, dueInMs, detail);
    if (dueInMs !== null) return;
    this.#parts.logger.warn(
      { shop, destination, erasure: erasure.id },
      'a removal failed for three days and is parked',
    );
  }
}
