import type { CampaignService } from './campaign/campaign.service.ts';
import type { Database } from './platform/database/database.ts';
import type { Round } from './platform/rounds.ts';
import type { AdminApi } from './shopify/admin-api.ts';
import { ProductStatuses } from './unlisting/product-statuses.ts';
import { UnlistingReader } from './unlisting/unlisting.reader.ts';
import { UnlistingService } from './unlisting/unlisting.service.ts';
import { UnlistingStore } from './unlisting/unlisting.store.ts';
import { UnlistingWorker } from './unlisting/unlisting.worker.ts';
import { UnlistingTurnStore } from './unlisting/unlisting-turn.store.ts';
import type { WebhookHandlers } from './webhook/webhook-event.ts';

/** How soon a campaign's beginning and end, and a merchant's change, are seen. */
const LOOK_EVERY_MS = 3_000;

/** What the room `unlisting` is made from. */
export interface UnlistingParts {
  readonly database: Pick<Database, 'prisma'>;
  readonly campaigns: CampaignService;
  /** Null in standalone mode: nothing is hidden anywhere. */
  readonly adminApi: AdminApi | null;
}

/** The part of `app.ts` that builds the room `unlisting`. */
export function createUnlisting({ database: { prisma }, campaigns, adminApi }: UnlistingParts) {
  const turns = new UnlistingTurnStore(prisma);
  const handlers: WebhookHandlers = { 'app/scopes_update': [({ shop }) => turns.hurry(shop)] };
  return {
    service: new UnlistingService({ reader: new UnlistingReader(prisma), campaigns, hasShopify: adminApi !== null }),
    rounds: adminApi ? [roundOf(prisma, adminApi, turns)] : [],
    handlers,
  };
}

function roundOf(prisma: Database['prisma'], adminApi: AdminApi, turns: UnlistingTurnStore): Round {
  const store = new UnlistingStore(prisma);
  const worker = new UnlistingWorker({ statuses: new ProductStatuses(adminApi), store, turns });
  return { name: 'unlisting', everyMs: LOOK_EVERY_MS, run: () => worker.run() };
}
