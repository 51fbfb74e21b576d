import type { FastifyPluginAsync } from 'fastify';
import type { Logger } from 'pino';
import type { PrismaClient } from '../../prisma/client/client.ts';
import type { Round } from './platform/rounds.ts';
import type { Seal } from './platform/seal.ts';
import type { ShopNews } from './shop/shop-news.ts';
import type { ShopifyRooms } from './shopify-parts.ts';
import { mergeHandlers } from './webhook/merge-handlers.ts';
import { shopHandlers } from './webhook/shop-handlers.ts';
import { webhookRoutes } from './webhook/webhook.routes.ts';
import { WebhookEventStore } from './webhook/webhook-event.store.ts';
import type { WebhookHandlers } from './webhook/webhook-event.ts';
import { WebhookWorker } from './webhook/webhook-worker.ts';

/** What the room `webhook` is made from. */
export interface WebhookRoomParts {
  readonly prisma: PrismaClient;
  readonly seal: Seal;
  readonly shopify: Pick<ShopifyRooms, 'secrets' | 'uninstall'>;
  readonly news: ShopNews;
  /** What the other rooms work off, each room's by itself. */
  readonly handlers: readonly WebhookHandlers[];
  readonly logger: Logger;
}

/** The door for webhooks and the round that works them off. */
export interface WebhookRoom {
  readonly routes: FastifyPluginAsync;
  readonly round: Round;
  /** Whether anybody works a topic off. */
  readonly isWanted: (topic: string) => boolean;
}

/** Builds the room `webhook`, for an app that is Shopify's. */
export function createWebhookRoom(parts: WebhookRoomParts): WebhookRoom {
  const { prisma, seal, shopify, news, logger } = parts;
  const events = new WebhookEventStore(prisma, seal);
  const handlers = mergeHandlers([shopHandlers({ news, uninstall: shopify.uninstall }), ...parts.handlers]);
  const worker = new WebhookWorker({ events, handlers, logger, isInstalled: (shop) => news.isInstalled(shop) });
  const isWanted = (topic: string) => Object.hasOwn(handlers, topic);
  const routes = webhookRoutes({
    ...{ secrets: shopify.secrets, events, isWanted },
    onKept: () => worker.wake(),
  });
  return { routes, round: worker, isWanted };
}
