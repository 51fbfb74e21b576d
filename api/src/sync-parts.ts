import { AudienceFinder } from './connection/audience-finder.ts';
import { ConnectionReader } from './connection/connection.reader.ts';
import { ConnectionService } from './connection/connection.service.ts';
import { ConnectionHealth } from './connection/connection-health.ts';
import { ConnectionRows } from './connection/connection-rows.ts';
import { createDestinations } from './integrations/destinations.ts';
import type { Config } from './platform/config.ts';
import type { Database } from './platform/database/database.ts';
import type { Seal } from './platform/seal.ts';
import { BackfillStore, forgetBackfills } from './sync/backfill.store.ts';
import { ReceiptReader } from './sync/receipt.reader.ts';
import { ReceiptRetry } from './sync/receipt-retry.ts';
import { SyncService, type SyncServiceParts } from './sync/sync.service.ts';
import { SyncSummaryReader } from './sync/sync-summary.reader.ts';
import { VendorBudgetStore } from './sync/vendor-budget.store.ts';
import { createSignupCall } from './sync/wake.ts';

/** What connections and sync are made from. */
export interface SyncRoomsParts {
  readonly config: Pick<Config, 'vendors'>;
  readonly database: Pick<Database, 'prisma'>;
  readonly seal: Seal;
}

/** The part of `app.ts` that builds the rooms `connection` and `sync`, as far as they know no sign-up and no campaign. */
export function createSyncRooms({ config, database: { prisma }, seal }: SyncRoomsParts) {
  const destinations = createDestinations(config.vendors, new VendorBudgetStore(prisma));
  const health = new ConnectionHealth(prisma);
  const reader = new ConnectionReader(prisma, seal);
  const onChange = createSignupCall(prisma);
  const isHeld = async () => false;
  const connections = new ConnectionService({
    ...{ prisma, seal, health, destinations, isHeld, onChange },
    rows: new ConnectionRows(prisma, seal),
    forgetWishes: forgetBackfills,
  });
  const summaries = new SyncSummaryReader(prisma);
  const stores = { summaries, backfills: new BackfillStore(prisma), retries: new ReceiptRetry(prisma) };
  return {
    ...{ connections, summaries, destinations, health, onChange },
    connectionReader: reader,
    audiences: new AudienceFinder(reader, destinations),
    receipts: new ReceiptReader(prisma),
    createService: (rooms: Pick<SyncServiceParts, 'campaigns' | 'signups'>) =>
      new SyncService({ ...rooms, ...stores, connections, onChange }),
  };
}
