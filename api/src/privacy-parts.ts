import { guestListData, waitingListData } from './guest-list/guest-list-data.ts';
import { CampaignOrderStore } from './order/campaign-order.store.ts';
import { campaignOrderData } from './order/campaign-order-data.ts';
import type { Round } from './platform/rounds.ts';
import type { Seal } from './platform/seal.ts';
import { DataRequestStore } from './privacy/data-request.store.ts';
import { PersonalDataService } from './privacy/personal-data.service.ts';
import { privacyHandlers } from './privacy/privacy-handlers.ts';
import { ShopErasure, type ShopErasureParts } from './privacy/shop-erasure.ts';
import { signupData } from './privacy/signup-data.ts';
import type { ShopService } from './shop/shop.service.ts';
import type { SignupService } from './signup/signup.service.ts';
import { WebhookEventStore } from './webhook/webhook-event.store.ts';
import type { WebhookHandlers } from './webhook/webhook-event.ts';
import { webhookEventData } from './webhook/webhook-event-data.ts';

/** What the room `privacy` is made from. */
export interface PrivacyRoomParts extends Omit<ShopErasureParts, 'uninstall'> {
  readonly seal: Seal;
  readonly shops: Pick<ShopService, 'find'>;
  readonly signups: Pick<SignupService, 'delete'>;
}

/** Files whose time is over are emptied within the hour; milliseconds. */
const EXPIRE_EVERY_MS = 3_600_000;

/** Builds the room `privacy`. */
export function createPrivacyRoom({ prisma, seal, news, ...rooms }: PrivacyRoomParts) {
  const requests = new DataRequestStore(prisma, seal);
  const sources = [
    signupData(prisma, rooms.signups),
    guestListData(prisma),
    waitingListData(prisma),
    webhookEventData(new WebhookEventStore(prisma, seal)),
    campaignOrderData(new CampaignOrderStore(prisma)),
  ];
  const personalData = new PersonalDataService(sources, requests);
  const isKnown = async (shop: string) => (await rooms.shops.find(shop)) !== null;
  const round: Round = { name: 'data requests', everyMs: EXPIRE_EVERY_MS, run: () => requests.expire() };
  return {
    ...{ requests, personalData, round },
    /** What it works off of Shopify's webhooks. */
    handlers(uninstall: ShopErasureParts['uninstall']): WebhookHandlers {
      const shopErasure = new ShopErasure({ prisma, news, uninstall });
      return privacyHandlers({ personalData, shopErasure, isKnown });
    },
  };
}
