import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { noteForLog } from '../platform/http/request-log.ts';
import { readDelivery, type WebhookDelivery } from './webhook-delivery.ts';
import type { WebhookEventStore } from './webhook-event.store.ts';
import { isSignedByShopify, type WebhookSecrets } from './webhook-signature.ts';

/** What the door for webhooks needs. */
export interface WebhookRoutesParts {
  readonly secrets: WebhookSecrets;
  readonly events: Pick<WebhookEventStore, 'keep'>;
  /** Whether anybody works a topic off. */
  readonly isWanted: (topic: string) => boolean;
  /** Told after an event was kept. */
  readonly onKept: () => void;
}

/** Of a product with a hundred variants a few hundred kilobytes come; bytes. */
const LARGEST_BODY = 2 * 1024 * 1024;
/** Shopify waits five seconds; milliseconds. */
const PATIENCE_MS = 4_000;
const MALFORMED = 'X-Shopify-Shop-Domain, X-Shopify-Topic or X-Shopify-Event-Id is missing or malformed.';

/**
 * `POST /webhooks/shopify`: answers 200 when the event is committed, or was before; nothing else is done in the request. A body that
 * Shopify did not sign: 401, without a word. Headers missing: 400. A topic that nobody works off: 200. Not
 * kept, whatever the reason: 5xx, so that Shopify delivers it again (eight times within four hours).
 */
export function webhookRoutes(parts: WebhookRoutesParts): FastifyPluginAsync {
  return async (http) => {
    http.removeAllContentTypeParsers();
    // The signature is over these very bytes, whatever they are said to be.
    http.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    const limits = { bodyLimit: LARGEST_BODY, handlerTimeout: PATIENCE_MS };
    http.post('/webhooks/shopify', limits, (request, reply) => take(request, reply, parts));
  };
}

async function take(request: FastifyRequest, reply: FastifyReply, parts: WebhookRoutesParts): Promise<FastifyReply> {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const signature = request.headers['x-shopify-hmac-sha256'];
  if (typeof signature !== 'string' || !isSignedByShopify(body, signature, parts.secrets))
    return reply.code(401).send();
  const delivery = readDelivery(request.headers);
  if (delivery === null) {
    return reply.code(400).send({ error: { code: 'BAD_REQUEST', message: MALFORMED, requestId: request.id } });
  }
  noteForLog(request, {
    shop: delivery.shop,
    operationName: delivery.topic,
    outcome: await keep(delivery, body, parts),
  });
  return reply.code(200).send();
}

async function keep(delivery: WebhookDelivery, body: Buffer, { isWanted, events, onKept }: WebhookRoutesParts) {
  if (!isWanted(delivery.topic)) return 'UNKNOWN_TOPIC';
  if (!(await events.keep(delivery, body.toString('utf8')))) return 'KNOWN_ALREADY';
  onKept();
  return 'ok';
}
