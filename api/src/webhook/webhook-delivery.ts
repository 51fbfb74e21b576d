import type { IncomingHttpHeaders } from 'node:http';
import { isShopDomain } from '../shopify/shop-domain.ts';

/** What the headers of a delivery say about it. */
export interface WebhookDelivery {
  readonly shop: string;
  /** In lower case. May be one that nobody here cares for. */
  readonly topic: string;
  readonly eventId: string;
  /** When it happened, by Shopify's clock; null: the delivery does not say. */
  readonly triggeredAt: Date | null;
}

const TOPIC = /^[a-z_]{1,50}\/[a-z_]{1,50}$/;
/** Shopify's ids of events are UUIDs; room for what they may become. */
const EVENT_ID = /^[\w-]{1,100}$/;

/**
 * Reads the headers; null where one that Shopify always sends is missing or malformed. The shop is the header's alone: what the body says
 * about it is not asked. Deliveries of one event share `X-Shopify-Event-Id`; where there is none, retries at least share
 * `X-Shopify-Webhook-Id`.
 */
export function readDelivery(headers: IncomingHttpHeaders): WebhookDelivery | null {
  const shop = textOf(headers['x-shopify-shop-domain']).toLowerCase();
  const topic = textOf(headers['x-shopify-topic']).toLowerCase();
  const eventId = textOf(headers['x-shopify-event-id']) || textOf(headers['x-shopify-webhook-id']);
  if (!isShopDomain(shop) || !TOPIC.test(topic) || !EVENT_ID.test(eventId)) return null;
  const triggeredAt = new Date(textOf(headers['x-shopify-triggered-at']));
  return { shop, topic, eventId, triggeredAt: Number.isNaN(triggeredAt.getTime()) ? null : triggeredAt };
}

function textOf(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header.trim() : '';
}
