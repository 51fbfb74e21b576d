import { createHmac, randomUUID } from 'node:crypto';
import { API_VERSION } from '../world/api-version.ts';
import type { StandInApp } from '../world/stand-in-app.ts';
import type { StandInEvent } from './stand-in-event.ts';

/** What came back: status 0 stands for no answer within Shopify's five seconds. */
export interface WebhookAnswer {
  readonly status: number;
  readonly ms: number;
}

/** How a delivery differs from a right one. */
export interface SendOptions {
  /** Shopify's id of the delivery: a repetition has the same one. */
  readonly webhookId?: string;
  /** The secret that signs; absent: the app's. */
  readonly secret?: string;
  /** Headers that replace the right ones; null takes one away. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

const TIMEOUT_MS = 5000;

/** Sends one signed delivery to the app's `/webhooks/shopify`. */
export async function sendWebhook(
  { url, apiSecret }: StandInApp,
  event: StandInEvent,
  { webhookId = randomUUID(), secret = apiSecret, headers: changed = {} }: SendOptions,
): Promise<WebhookAnswer> {
  if (url === null) throw new Error('The app has no address yet: set world.app.url.');
  const headers = Object.entries({ ...headersOf(event, { webhookId, secret }), ...changed }).filter(
    (header): header is [string, string] => header[1] !== null,
  );
  const began = performance.now();
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const status = await fetch(`${url}/webhooks/shopify`, { method: 'POST', headers, body: event.body, signal }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.status;
    },
    () => 0,
  );
  return { status, ms: performance.now() - began };
}

function headersOf(
  { shop, topic, body, eventId, triggeredAt }: StandInEvent,
  { webhookId, secret }: { webhookId: string; secret: string },
): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    'User-Agent': 'Shopify-Captain-Hook',
    'X-Shopify-Topic': topic,
    'X-Shopify-Hmac-Sha256': createHmac('sha256', secret).update(body).digest('base64'),
    'X-Shopify-Shop-Domain': shop,
    'X-Shopify-API-Version': API_VERSION,
    'X-Shopify-Webhook-Id': webhookId,
    'X-Shopify-Event-Id': eventId,
    'X-Shopify-Triggered-At': new Date(triggeredAt).toISOString(),
  };
}
