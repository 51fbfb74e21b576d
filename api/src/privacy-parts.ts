import type { PrismaClient } from '../../prisma/client/client.ts';
import { guestListData, waitingListData } from './guest-list/guest-list-data.ts';
import type { Round } from './platform/rounds.ts';
import type { Seal } from './platform/seal.ts';
import { DataRequestStore } from './privacy/data-request.store.ts';
import { PersonalDataService } from './privacy/personal-data.service.ts';
import { privacyHandlers } from './privacy/privacy-handlers.ts';
import { ShopErasure, type ShopErasureParts } from './privacy/shop-erasure.ts';
import { signupData } from './privacy/signup-data.ts';
import type { PersonalDataSource } from './shop/personal-data.ts';
import type { ShopService } from './shop/shop.service.ts';
import type { SignupService } from './signup/signup.service.ts';
import { WebhookEventStore } from './webhook/webhook-event.store.ts';
import { webhookEventData } from './webhook/webhook-event-data.ts';

/** What the room `privacy` is made from. */
export interface PrivacyRoomParts extends Omit<ShopErasureParts, 'prisma'> {
  readonly prisma: PrismaClient;
  readonly seal: Seal;
  readonly shops: Pick<ShopService, 'find'>;
  readonly signups: Pick<SignupService, 'delete'>;
  /** What rooms hold of people besides sign-ups, lists and webhooks. */
  readonly sources?: readonly PersonalDataSource[];
}

/** Files whose time is over are emptied within the hour; milliseconds. */
const EXPIRE_EVERY_MS = 3_600_000;

/** Builds the room `privacy`. */
export function createPrivacyRoom({ prisma, seal, news, markUninstalled, ...rooms }: PrivacyRoomParts) {
  const requests = new DataRequestStore(prisma, seal);
  const sources = [
    signupData(prisma, rooms.signups),
    guestListData(prisma),
    waitingListData(prisma),
    webhookEventData(new WebhookEventStore(prisma, seal)),
    ...(rooms.sources ?? []),
  ];
  const personalData = new PersonalDataService(sources, requests);
  const shopErasure = new ShopErasure({ prisma, news, markUninstalled });
  const isKnown = async (shop: string) => (await rooms.shops.find(shop)) !== null;
  const round: Round = { name: 'data requests', everyMs: EXPIRE_EVERY_MS, run: () => requests.expire() };
  return { requests, personalData, round, handlers: privacyHandlers({ personalData, shopErasure, isKnown }) };
}
