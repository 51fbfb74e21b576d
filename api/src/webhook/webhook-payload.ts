import { parse } from 'lossless-json';
import type { WebhookPayload, WebhookValue } from './webhook-event.ts';

/** What came is no JSON object. Says nothing of what it was: it may name people. */
export class UnreadablePayloadError extends Error {
  constructor() {
    super('The body of a webhook is no JSON object.');
    this.name = 'UnreadablePayloadError';
  }
}

/** Reads a body, numbers as the text of their digits: Shopify's ids have 64 bits. Throws `UnreadablePayloadError`. */
export function readPayload(body: string): WebhookPayload {
  const payload = parsed(body);
  if (!isPayload(payload)) throw new UnreadablePayloadError();
  return payload;
}

/** An object within a body. */
export function isPayload(value: WebhookValue | undefined): value is WebhookPayload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text, or a number's digits, at a place of a body; null where there is something else or nothing. */
export function textAt(payload: WebhookPayload, ...path: readonly string[]): string | null {
  let value: WebhookValue | undefined = payload;
  for (const name of path) value = isPayload(value) ? value[name] : undefined;
  return typeof value === 'string' ? value : null;
}

/** The texts, or the digits of the numbers, in a list of a body; none where there is something else or nothing. */
export function textsIn(payload: WebhookPayload, name: string): readonly string[] {
  const list = payload[name];
  return Array.isArray(list) ? list.filter((value) => typeof value === 'string') : [];
}

function parsed(body: string): WebhookValue | undefined {
  try {
    return parse(body, undefined, (digits) => digits) as WebhookValue;
  } catch {
    // Its message would quote the body.
    return undefined;
  }
}
