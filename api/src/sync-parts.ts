import { join } from 'node:path';
import { AudienceFinder } from './connection/audience-finder.ts';
import { ConnectionReader } from './connection/connection.reader.ts';
import { ConnectionService } from './connection/connection.service.ts';
import { ConnectionHealth } from './connection/connection-health.ts';
import { ConnectionRows } from './connection/connection-rows.ts';
import { createDestinations } from './integrations/destinations.ts';
import type { Config } from './platform/config.ts';
import type { Database } from './platform/database/database.ts';
import type { Seal } from './platform/seal.ts';
import { ErasureStore } from './sync/erasure/erasure.store.ts';
import { ErasureCounts } from './sync/erasure/erasure-counts.ts';
import { ErasureRequests } from './sync/erasure/erasure-requests.ts';
import { SyncBacklogReader } from './sync/guard/sync-backlog.reader.ts';
import { SyncGuard } from './sync/guard/sync-guard.ts';
import { SyncMark } from './sync/guard/sync-mark.ts';
import { AudienceCheck } from './sync/panel/audience-check.ts';
import { SyncService, type SyncServiceParts } from './sync/panel/sync.service.ts';
import { SyncSummaryReader } from './sync/panel/sync-summary.reader.ts';
import { BackfillStore } from './sync/plan/backfill.store.ts';
import { ReceiptReader } from './sync/receipts/receipt.reader.ts';
import { putReceiptsToRest } from './sync/receipts/receipt-rest.ts';
import { ReceiptRetry } from './sync/receipts/receipt-retry.ts';
import { SyncTroubleReader } from './sync/trouble/sync-trouble.reader.ts';
import { VendorBudgetStore } from './sync/worker/vendor-budget.store.ts';
import { createSignupCall } from './sync/worker/wake.ts';

/** What connections and sync are made from. */
export interface SyncRoomsParts {
  readonly config: Pick<Config, 'vendors' | 'database' | 'dataDir'>;
  readonly database: Pick<Database, 'prisma'>;
  readonly seal: Seal;
}

/** The part of `app.ts` that builds the rooms `connection` and `sync`, as far as they know no sign-up and no campaign. */
export function createSyncRooms({ config, database: { prisma }, seal }: SyncRoomsParts) {
  const destinations = createDestinations(config.vendors, new VendorBudgetStore(prisma));
  const health = new ConnectionHealth(prisma);
  const reader = new ConnectionReader(prisma, seal);
  const onChange = createSignupCall(prisma);
  // A database of somebody's own has its backups elsewhere; ours has its twin of the mark beside it.
  const mark = config.database.kind === 'embedded' ? new SyncMark(join(config.dataDir, 'sync-mark')) : null;
  const guard = new SyncGuard(prisma, mark);
  const isHeld = async () => (await guard.heldBy()) !== null;
  const connections = new ConnectionService({
    ...{ prisma, seal, health, destinations, isHeld, onChange },
    rows: new ConnectionRows(prisma, seal),
    putToRest: (at) => putReceiptsToRest(prisma, at),
  });
  const audiences = new AudienceFinder(reader, destinations);
  const summaries = new SyncSummaryReader(prisma);
  const erasureCounts = new ErasureCounts(prisma);
  const stores = {
    summaries,
    erasures: erasureCounts,
    backfills: new BackfillStore(prisma),
    retries: new ReceiptRetry(prisma),
  };
  return {
    ...{ connections, summaries, destinations, health, guard, onChange },
    erasures: new ErasureStore(prisma),
    erasureCounts,
    erasureRequests: new ErasureRequests(seal),
    backlog: new SyncBacklogReader(prisma),
    connectionReader: reader,
    audiences,
    troubles: new SyncTroubleReader(prisma),
    audienceCheck: new AudienceCheck(audiences),
    receipts: new ReceiptReader(prisma),
    createService: (rooms: Pick<SyncServiceParts, 'campaigns' | 'signups'>) =>
      new SyncService({ ...rooms, ...stores, connections, onChange }),
  };
}
