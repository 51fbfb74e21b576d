import type { WebhookDelivery } from '../webhook/webhook-courier.ts';
import type { ShopifyWorld } from '../world/shopify-world.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';
import { escaped, form } from './html.ts';
import { shellPage } from './shell.page.ts';

const SHOWN = 40;

/** What was told to the app, with what it answered; each can be sent again. */
export function eventsPage(world: ShopifyWorld, shop: StandInShop): string {
  const own = world.courier.deliveries.filter(({ event }) => event.shop === shop.domain);
  const rows = own
    .slice(-SHOWN)
    .toReversed()
    .map((delivery) => eventRow(shop.domain, delivery));
  const content = `<h1>Webhooks</h1><section class="card"><p class="soft">The newest first. Times are the stand-in’s own.</p>
<table><tr><th>Topic</th><th>When</th><th>Answers</th><th></th></tr>${rows.join('')}</table></section>`;
  return shellPage(world, shop, { place: 'EVENTS', content });
}

function eventRow(domain: string, { event, answers, state }: WebhookDelivery): string {
  const told = answers
    .map(({ status, ms }) => `${status === 0 ? 'no answer' : status} in ${Math.round(ms)} ms`)
    .join(', ');
  return `<tr><td><details><summary>${escaped(event.topic)}</summary><pre>${escaped(event.body)}</pre></details></td>
<td>${new Date(event.triggeredAt).toISOString().slice(11, 19)}</td><td>${told || state.toLowerCase()}</td>
<td>${form(`/store/${domain}/events/${event.eventId}`, '<button>Send again</button>')}</td></tr>`;
}
