import { WEBHOOK_TOPICS, type WebhookHandler, type WebhookHandlers, type WebhookTopic } from './webhook-event.ts';

/** The handlers of several rooms as one: each topic is worked off by all of its handlers. */
export function mergeHandlers(rooms: readonly WebhookHandlers[]): WebhookHandlers {
  const handlersOf = (topic: WebhookTopic): WebhookHandler[] => rooms.flatMap((room) => room[topic] ?? []);
  const merged = WEBHOOK_TOPICS.map((topic) => [topic, handlersOf(topic)] as const);
  return Object.fromEntries(merged.filter(([, handlers]) => handlers.length > 0));
}
