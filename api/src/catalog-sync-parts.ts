import type { Logger } from 'pino';
import { CatalogChangeStore } from './catalog-sync/catalog-change.store.ts';
import { catalogHandlers } from './catalog-sync/catalog-handlers.ts';
import { CatalogRunStore } from './catalog-sync/catalog-run.store.ts';
import { CatalogRunner } from './catalog-sync/catalog-runner.ts';
import { CatalogSyncService } from './catalog-sync/catalog-sync.service.ts';
import { ChangeWorker } from './catalog-sync/change-worker.ts';
import { ChangedCollections } from './catalog-sync/changed-collections.ts';
import { ChangedProducts } from './catalog-sync/changed-products.ts';
import { ExportWriter } from './catalog-sync/export-writer.ts';
import type { Database } from './platform/database/database.ts';
import type { Round } from './platform/rounds.ts';
import type { AdminApi } from './shopify/admin-api.ts';

/** What the room `catalog-sync` is made from. */
export interface CatalogSyncRoomParts {
  readonly database: Pick<Database, 'prisma'>;
  /** One that leaves half of a shop's budget to others; null in standalone mode, where catalogs come by CSV. */
  readonly adminApi: AdminApi | null;
  readonly logger: Logger;
}

/** Pauses between looks; milliseconds. */
const RUNS_EVERY_MS = 2_000;
const CHANGES_EVERY_MS = 1_000;

/** The part of `app.ts` that builds the room `catalog-sync`: what it tells the merchant, hears from Shopify, and does by itself. */
export function createCatalogSyncRoom({ database: { prisma }, adminApi, logger }: CatalogSyncRoomParts) {
  const runs = new CatalogRunStore(prisma);
  const changes = new CatalogChangeStore(prisma);
  const service = new CatalogSyncService(prisma, runs);
  if (adminApi === null) return { service, handlers: {}, rounds: [] };
  const writer = new ExportWriter({ prisma, runs, changes });
  const runner = new CatalogRunner({ prisma, runs, writer, adminApi, logger });
  const parts = { prisma, changes, adminApi };
  const worker = new ChangeWorker({
    ...{ changes, logger },
    products: new ChangedProducts(parts),
    collections: new ChangedCollections(parts),
  });
  const rounds: Round[] = [
    { name: 'catalog runs', everyMs: RUNS_EVERY_MS, run: (stopping) => runner.runDue(stopping) },
    { name: 'catalog changes', everyMs: CHANGES_EVERY_MS, run: (stopping) => worker.runDue(stopping) },
  ];
  return { service, handlers: catalogHandlers({ prisma, changes }), rounds };
}
