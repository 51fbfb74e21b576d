import { readEmail } from '../platform/email.ts';
import type { Person, PersonalDataSource } from '../shop/personal-data.ts';
import type { WebhookEventStore } from './webhook-event.store.ts';
import type { WebhookPayload, WebhookTopic, WebhookValue } from './webhook-event.ts';
import { isPayload, readPayload, textAt, UnreadablePayloadError } from './webhook-payload.ts';

/** Topics whose bodies name customers. */
const PERSONAL_TOPICS: readonly WebhookTopic[] = ['orders/paid', 'customers/data_request', 'customers/redact'];

/**
 * Events that name a person and were not worked off yet, or were parked. They are told to nobody: what they say of the person is at
 * Shopify, and becomes ours only when it is worked off. Forgetting somebody forgets these as well, so that none brings them back.
 */
export function webhookEventData(events: WebhookEventStore): PersonalDataSource {
  return {
    name: 'webhooks',
    collect: async () => [],
    erase: async (person) => events.forget(person.shop, PERSONAL_TOPICS, (body) => names(body, person)),
  };
}

function names(body: string, { emailKey, customerId, orderIds }: Person): boolean {
  const payload = payloadOf(body);
  // What cannot be read was parked for that, and might name anybody.
  if (payload === null) return true;
  // The one body of these topics that has a number of its own is an order's.
  const orderId = textAt(payload, 'id');
  if (orderId !== null && orderIds.includes(orderId)) return true;
  if (customerId !== null && textAt(payload, 'customer', 'id') === customerId) return true;
  return emailKey !== null && textsOf(payload).some((text) => text.includes('@') && readEmail(text)?.key === emailKey);
}

function payloadOf(body: string): WebhookPayload | null {
  try {
    return readPayload(body);
  } catch (fault) {
    if (fault instanceof UnreadablePayloadError) return null;
    throw fault;
  }
}

function textsOf(value: WebhookValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return isPayload(value) ? Object.values(value).flatMap(textsOf) : [];
}
