import type { PrismaClient } from '../../../prisma/client/client.ts';
import { UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import type { CatalogRunStore } from './catalog-run.store.ts';
import type { CatalogRefreshPayload, CatalogSync } from './catalog-sync.type.ts';

/** What the merchant sees of the copy of their catalog, and may ask for. */
export class CatalogSyncService {
  readonly #prisma: PrismaClient;
  readonly #runs: Pick<CatalogRunStore, 'ask'>;

  constructor(prisma: PrismaClient, runs: Pick<CatalogRunStore, 'ask'>) {
    this.#prisma = prisma;
    this.#runs = runs;
  }

  /** Null for a shop whose catalog does not come from Shopify, and in the first seconds after an installation. */
  async find(shop: string): Promise<CatalogSync | null> {
    const row = await this.#prisma.catalogSync.findUnique({ where: { shop } });
    if (row === null) return null;
    const { dueAt: nextAt, reconciledAt, reconciled, ...sync } = row;
    const waitingChanges = await this.#prisma.catalogChange.count({ where: { shop } });
    const lastReconcile = reconciledAt && { finishedAt: reconciledAt, differences: reconciled ?? 0 };
    return { ...sync, nextAt, waitingChanges, lastReconcile };
  }

  /** The whole catalog is read again, as soon as it is this shop's turn; one that is under way goes on, without its pause. */
  async refresh(shop: string): Promise<CatalogRefreshPayload> {
    if (await this.#runs.ask(shop)) return { catalogSync: await this.find(shop), userErrors: [] };
    const message = "This shop's catalog does not come from Shopify: import a CSV instead.";
    return { catalogSync: null, userErrors: [userError(null, UserErrorCode.NOT_FOUND, message)] };
  }
}
