import { createHmac, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type TestApp, testApp } from './app.ts';

/** The secrets of the app in these tests. */
export const SECRETS = { current: 'current-secret-of-the-app', previous: 'previous-secret-of-the-app' };

/** Settings of an app that is Shopify's. */
export const SHOPIFY_ENV = {
  SHOPIFY_API_KEY: 'client-id-of-the-app',
  SHOPIFY_API_SECRET: SECRETS.current,
  SHOPIFY_API_SECRET_PREVIOUS: SECRETS.previous,
  APP_KEY: Buffer.alloc(32, 11).toString('base64'),
} as const;

/** An app that is Shopify's and listens, and the address of its door for webhooks. */
export interface WebhookApp extends TestApp {
  readonly address: string;
}

/** Call it in `beforeAll`. */
export async function webhookApp(): Promise<WebhookApp> {
  return listening(await testApp(SHOPIFY_ENV));
}

/** Lets an app of Shopify's listen on a port of its own. */
export async function listening(app: TestApp): Promise<WebhookApp> {
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  return { ...app, address: `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}/webhooks/shopify` };
}

/** One delivery as Shopify makes it. What is not said is as Shopify would have it. */
export interface Delivery {
  readonly shop: string;
  readonly topic: string;
  /** The body: text as it is, anything else as JSON. */
  readonly payload?: unknown;
  readonly eventId?: string;
  readonly triggeredAt?: Date;
  readonly secret?: string;
  /** Instead of those that belong to it; null: left out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** Signs and sends a delivery over a real socket. */
export async function deliver({ address }: Pick<WebhookApp, 'address'>, delivery: Delivery): Promise<Response> {
  const { payload = {} } = delivery;
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const headers = Object.entries({ ...headersOf(delivery, body), ...delivery.headers });
  const sent = headers.filter((header): header is [string, string] => header[1] !== null);
  return fetch(address, { method: 'POST', headers: Object.fromEntries(sent), body });
}

function headersOf({ shop, topic, eventId, triggeredAt, secret }: Delivery, body: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-shopify-api-version': '2026-10',
    'x-shopify-hmac-sha256': signatureOf(body, secret),
    'x-shopify-shop-domain': shop,
    'x-shopify-topic': topic,
    'x-shopify-event-id': eventId ?? randomUUID(),
    'x-shopify-webhook-id': randomUUID(),
    'x-shopify-triggered-at': (triggeredAt ?? new Date()).toISOString(),
  };
}

/** What Shopify would sign these bytes with. */
export function signatureOf(body: string, secret: string = SECRETS.current): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

/** Works off what is due now, as the worker's round does. */
export async function workOff({ services }: Pick<TestApp, 'services'>): Promise<void> {
  if (!services.webhooks) throw new Error('This app takes no webhooks.');
  await services.webhooks.round.run(new AbortController().signal);
}

/** Delivers, and works off. */
export async function happens(app: WebhookApp, delivery: Delivery): Promise<void> {
  const { status } = await deliver(app, delivery);
  if (status !== 200) throw new Error(`The delivery of ${delivery.topic} was answered with ${status}.`);
  await workOff(app);
}
