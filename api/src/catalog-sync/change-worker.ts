import type { Logger } from 'pino';
import { describeFault } from '../platform/fault.ts';
import type { CatalogChangeStore, LeasedChange, LeasedChanges } from './catalog-change.store.ts';
import type { ChangedCollections } from './changed-collections.ts';
import type { ChangedProducts } from './changed-products.ts';

/** What working changes off is made with. */
export interface ChangeWorkerParts {
  readonly changes: CatalogChangeStore;
  readonly products: Pick<ChangedProducts, 'read'>;
  readonly collections: Pick<ChangedCollections, 'read'>;
  readonly logger: Logger;
}

/** Products of one query: see `CHANGED_PRODUCTS`. */
const MOST_PRODUCTS = 5;
const PAUSES_S = [5, 15, 60, 300, 900, 3600];
/** Attempts over several hours; then the nightly reconcile has it. */
const MOST_ATTEMPTS = 10;

/** Reads again what changed, a few at a time, for whichever shop waits longest. */
export class ChangeWorker {
  readonly #parts: ChangeWorkerParts;

  constructor(parts: ChangeWorkerParts) {
    this.#parts = parts;
  }

  /** Works off what is due until nothing is. */
  async runDue(stopping: AbortSignal): Promise<void> {
    const { changes, products, collections } = this.#parts;
    while (!stopping.aborted) {
      const changedProducts = await changes.claim('Product', MOST_PRODUCTS);
      if (changedProducts) await this.#workOff(changedProducts, (leased) => products.read(leased));
      const changedCollection = await changes.claim('Collection', 1);
      if (changedCollection) await this.#workOff(changedCollection, (leased) => collections.read(leased));
      if (!changedProducts && !changedCollection) return;
    }
  }

  /** `read` answers what Shopify did not yet have as new as it was told. */
  async #workOff(
    leased: LeasedChanges,
    read: (leased: LeasedChanges) => Promise<readonly LeasedChange[]>,
  ): Promise<void> {
    try {
      await this.#putOff(leased, await read(leased));
    } catch (error) {
      const line = { err: describeFault(error), shop: leased.shop, changes: leased.changes.length };
      this.#parts.logger.warn(line, 'what changed in a catalog could not be read; it is tried again');
      await this.#putOff(leased, leased.changes);
    }
  }

  async #putOff(leased: LeasedChanges, changes: readonly LeasedChange[]): Promise<void> {
    for (const [attempts, alike] of Map.groupBy(changes, (change) => change.attempts)) {
      const dueInS = attempts >= MOST_ATTEMPTS ? null : (PAUSES_S[Math.min(attempts, PAUSES_S.length) - 1] ?? 0);
      const ids = alike.map(({ id }) => id);
      await this.#parts.changes.putOff(leased, ids, dueInS);
    }
  }
}
