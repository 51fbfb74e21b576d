import { CheckoutRound } from './checkout/checkout.round.ts';
import { CheckoutGateStore } from './checkout/checkout-gate.store.ts';
import { createCheckoutKeys } from './checkout/checkout-key.ts';
import { createCheckoutProofs } from './checkout/checkout-proofs.ts';
import { EnforcedCampaignReader } from './checkout/enforced-campaign.reader.ts';
import { EnforcementReader, type EnforcementReaderParts } from './checkout/enforcement.reader.ts';
import type { ShopifyPlan } from './checkout/enforcement.ts';
import { ShopifyCheckout } from './checkout/shopify-checkout.ts';
import type { Database } from './platform/database/database.ts';
import type { Round } from './platform/rounds.ts';
import type { Seal } from './platform/seal.ts';
import type { ShopStanding } from './shop/installed-shop.ts';
import type { AdminApi } from './shopify/admin-api.ts';
import type { WebhookHandlers } from './webhook/webhook-event.ts';

/** What the room `checkout` is made from. */
export interface CheckoutRoomParts {
  readonly database: Pick<Database, 'prisma'>;
  readonly seal: Seal;
  /** Null in standalone mode: then nothing is told to anybody. */
  readonly adminApi: AdminApi | null;
  /** The shop's plan at Shopify; null in standalone mode. */
  readonly planOf: EnforcementReaderParts['planOf'];
}

/** The part of `app.ts` that builds the room `checkout`. */
export function createCheckoutRoom({ database: { prisma }, seal, adminApi, planOf }: CheckoutRoomParts) {
  const keys = createCheckoutKeys(seal);
  const store = new CheckoutGateStore(prisma);
  const campaigns = new EnforcedCampaignReader(prisma);
  const rounds: Round[] = adminApi
    ? [new CheckoutRound({ store, campaigns, keys, checkout: new ShopifyCheckout(adminApi) })]
    : [];
  const webhookHandlers: WebhookHandlers = {
    'app/uninstalled': [({ shop, triggeredAt }) => store.forgetStanding(shop, triggeredAt)],
  };
  return {
    rounds,
    webhookHandlers,
    proofsOf: createCheckoutProofs(keys),
    enforcement: new EnforcementReader({ prisma, store, planOf }),
  };
}

/** The shop's plan as checkout speaks of it; Shopify may not have told it yet. */
export function planOf(standing: ShopStanding | null): ShopifyPlan {
  return { name: standing?.planName ?? null, isPlus: standing?.isPlus ?? false };
}
