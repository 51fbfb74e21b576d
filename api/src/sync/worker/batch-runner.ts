import type { Logger } from 'pino';
import type { ConnectionReader, OpenConnection } from '../../connection/connection.reader.ts';
import type { ConnectionHealth } from '../../connection/connection-health.ts';
import type { DestinationName } from '../../integrations/destination.ts';
import { describeFault } from '../../platform/fault.ts';
import { unchosen } from '../attempt/unchosen.ts';
import type { DueConnection } from '../receipts/due.store.ts';
import type { Leased, ReceiptStore } from '../receipts/receipt.store.ts';
import type { AttemptEnd, AttemptRunner } from '../receipts/receipt.ts';
import type { SettlementStore } from '../receipts/settlement.store.ts';
import type { BatchTurns } from './batch-turns.ts';
import { persist } from './persist.ts';

/** What running a batch needs. */
export interface BatchRunnerParts {
  readonly turns: BatchTurns;
  readonly receipts: ReceiptStore;
  readonly settlements: SettlementStore;
  readonly connections: ConnectionReader;
  readonly health: ConnectionHealth;
  readonly attempts: AttemptRunner;
  /** The most that one batch may hold. */
  readonly batchSizes: Readonly<Record<DestinationName, number>>;
  readonly logger: Logger;
}

const RENEW_EVERY_MS = 5_000;
/** After failures a few receipts try whether the vendor is back. */
const TRIAL_SIZE = 10;
/** A batch that broke for a reason that we did not foresee must not come back at once for ever. */
const AFTER_A_FAULT_MS = 10_000;

/** Takes one batch of a connection from its lease to its settlement. */
export class BatchRunner {
  readonly #parts: BatchRunnerParts;
  readonly #running = new Set<Leased>();

  constructor(parts: BatchRunnerParts) {
    this.#parts = parts;
  }

  /** The most that one batch for this destination may hold. */
  sizeFor(destination: DestinationName): number {
    return this.#parts.batchSizes[destination];
  }

  /**
   * Leases and attempts one batch. Does nothing where nothing is due any more, or the connection may not be used now, or another
   * process uses it.
   */
  run(due: DueConnection): Promise<void> {
    return this.#parts.turns.use(due, () => this.#runInTurn(due));
  }

  /** Gives back what is still being attempted, for others to go on with: this process ends. */
  async releaseAll(): Promise<void> {
    await Promise.all([...this.#running].map((leased) => this.#parts.receipts.release(leased, 0)));
    await this.#parts.turns.endAll();
  }

  async #runInTurn(due: DueConnection): Promise<void> {
    const connection = await this.#parts.connections.openUsable(due);
    if (!connection) return;
    const { shop, destination, failures } = connection;
    const most = failures > 0 ? TRIAL_SIZE : Number.POSITIVE_INFINITY;
    const send = Math.min(most, this.sizeFor(destination));
    const look = Math.min(send, this.#parts.attempts.lookSize(destination));
    const leased = await this.#parts.receipts.claim(shop, destination, { send, look });
    if (!leased) return;
    if (leased.purpose === 'SEND' && !leased.isForChosen) return this.#leaveUnsent(leased);
    this.#running.add(leased);
    const renewal = this.#keepRenewing(leased);
    try {
      await this.#attempt(leased, connection);
    } finally {
      clearInterval(renewal);
      this.#running.delete(leased);
    }
  }

  /** The vendor is asked nothing, and nothing is learnt about it. */
  async #leaveUnsent(leased: Leased): Promise<void> {
    const results = leased.receipts.map(unchosen);
    await persist(() => this.#parts.settlements.settle(leased, results, new Set()));
  }

  #keepRenewing(leased: Leased): NodeJS.Timeout {
    return setInterval(() => {
      this.#parts.receipts.renew(leased).catch((err: unknown) => {
        this.#parts.logger.warn({ err: describeFault(err) }, 'a lease could not be renewed');
      });
    }, RENEW_EVERY_MS);
  }

  async #attempt(leased: Leased, connection: OpenConnection): Promise<void> {
    const { receipts, attempts, logger } = this.#parts;
    const { lease, purpose } = leased;
    const marked = new Set<string>();
    try {
      const batch = { lease, purpose, connection, receipts: leased.receipts };
      const end = await attempts.run(batch, receipts.attemptsAt(leased, marked));
      await this.#settle(leased, end, { connection, marked });
    } catch (fault) {
      const { shop, destination } = connection;
      logger.error({ err: describeFault(fault), shop, destination, purpose }, 'a batch broke and is put back');
      await persist(() => receipts.release(leased, AFTER_A_FAULT_MS));
    }
  }

  async #settle(
    leased: Leased,
    { results, health }: AttemptEnd,
    { connection, marked }: { connection: OpenConnection; marked: ReadonlySet<string> },
  ): Promise<void> {
    const { settlements, receipts, logger } = this.#parts;
    const { shop, destination, purpose } = leased;
    // An attempt that found its lease lost has done nothing and learnt nothing.
    if (results.length === 0) return receipts.release(leased, 0);
    const settled = await persist(() => settlements.settle(leased, results, marked));
    await persist(() => this.#parts.health.note(connection, health));
    if (health === 'GOOD' && connection.failures > 0) await receipts.hurry(shop, destination);
    const answer = health === 'GOOD' ? 'good' : health.kind;
    logger.info({ shop, destination, purpose, receipts: leased.receipts.length, settled, answer }, 'synced a batch');
  }
}
