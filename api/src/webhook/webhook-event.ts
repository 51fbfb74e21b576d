/** The topics that `shopify.app.toml` subscribes to. */
export const WEBHOOK_TOPICS = [
  'app/uninstalled',
  'app/scopes_update',
  'shop/update',
  'products/create',
  'products/update',
  'products/delete',
  'collections/update',
  'collections/delete',
  'orders/paid',
  'customers/data_request',
  'customers/redact',
  'shop/redact',
] as const;

/** A kind of event, as Shopify names it. */
export type WebhookTopic = (typeof WEBHOOK_TOPICS)[number];

/** Something that happened in a shop, as Shopify told it. */
export interface WebhookEvent {
  /** The shop's domain. */
  readonly shop: string;
  readonly topic: WebhookTopic;
  /** Shopify's id of the event: each delivery of the same event has the same one. */
  readonly eventId: string;
  /** When it happened, by Shopify's clock: deliveries come in any order. */
  readonly triggeredAt: Date;
  /** The body. Whole numbers are kept as text of their digits: Shopify's ids do not fit a JavaScript number. */
  readonly payload: WebhookPayload;
}

/** A webhook's body, read without losing a digit. */
export type WebhookPayload = { readonly [key: string]: WebhookValue };

/** A part of a webhook's body. Numbers are text. */
export type WebhookValue = string | boolean | null | WebhookPayload | readonly WebhookValue[];

/**
 * Does what an event asks for. It may be called more than once for an event and for events in any order, and must come to the
 * same end; when it throws, it is called again later.
 */
export type WebhookHandler = (event: WebhookEvent) => Promise<unknown>;

/** Who works off what; several may care for one topic, and each is called. */
export type WebhookHandlers = Readonly<Partial<Record<WebhookTopic, readonly WebhookHandler[]>>>;
