import { writeCollections } from '../catalog/synced/synced-collections.ts';
import { removeMissing } from '../catalog/synced/synced-deletions.ts';
import type { SyncedCollection } from '../catalog/synced/synced-goods.ts';
import type { LeasedChange, LeasedChanges } from './catalog-change.store.ts';
import { inCatalogTurn } from './catalog-writer.ts';
import type { ChangedGoodsParts } from './changed-products.ts';
import { CHANGED_COLLECTION } from './goods.operation.ts';
import { readCollection } from './goods-reading.ts';

/** Reads collections that changed, with all of their members, page by page. A webhook says only that something changed. */
export class ChangedCollections {
  readonly #parts: ChangedGoodsParts;

  constructor(parts: ChangedGoodsParts) {
    this.#parts = parts;
  }

  /** Reads and writes them; nothing is left to be read again. */
  async read(leased: LeasedChanges): Promise<readonly LeasedChange[]> {
    for (const change of leased.changes) {
      const collection = await this.#whole(leased, change.id);
      if (collection === 'LOST') continue;
      await this.#write(leased, { change, collection });
    }
    return [];
  }

  /** Null: Shopify does not have it. `LOST`: it took so long that another process has it now. */
  async #whole(leased: LeasedChanges, id: string): Promise<SyncedCollection | null | 'LOST'> {
    const members: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { collection } = await this.#page(leased.shop, id, after);
      if (collection === null) return null;
      const { nodes, pageInfo } = collection.products;
      members.push(...nodes.map((product) => product.id));
      if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return readCollection(collection, members);
      if (!(await this.#parts.changes.extend(leased))) return 'LOST';
      after = pageInfo.endCursor;
    }
  }

  #page(shop: string, id: string, after: string | null) {
    return this.#parts.adminApi.request(shop, CHANGED_COLLECTION, { id, after });
  }

  async #write(
    leased: LeasedChanges,
    { change, collection }: { change: LeasedChange; collection: SyncedCollection | null },
  ): Promise<void> {
    const { prisma, changes } = this.#parts;
    const { shop, readAt } = leased;
    await inCatalogTurn(prisma, shop, async (transaction) => {
      await changes.settle(transaction, leased, [change]);
      if (collection === null) return removeMissing(transaction, shop, { id: change.id, readAt });
      const { displaced } = await writeCollections(transaction, shop, { collections: [collection], readAt });
      return changes.mark(
        shop,
        displaced.map((id) => ({ id })),
        transaction,
      );
    });
  }
}
