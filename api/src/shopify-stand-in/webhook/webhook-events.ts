import { randomUUID } from 'node:crypto';
import { gid } from '../world/gid.ts';
import type { CatalogEvent } from '../world/shop-catalog.ts';
import type { StandInOrder } from '../world/stand-in-order.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';
import { collectionBody, deletedCollectionBody, productBody } from './catalog-bodies.ts';
import { orderBody } from './order-body.ts';
import { shopBody } from './shop-bodies.ts';
import type { StandInEvent } from './stand-in-event.ts';
import { bare, dateOf, writeBody } from './webhook-body.ts';

/** An event of this topic, now. */
export function newEvent(
  shop: string,
  topic: string,
  { body, now }: { readonly body: string; readonly now: number },
): StandInEvent {
  return { shop, topic, body, eventId: randomUUID(), triggeredAt: now };
}

/** What a change in the catalog is told as. */
export function eventOf({ domain }: StandInShop, event: CatalogEvent, now: number): StandInEvent {
  return newEvent(domain, event.topic, { body: writeBody(catalogBody(event)), now });
}

function catalogBody(event: CatalogEvent): object {
  switch (event.topic) {
    case 'products/delete':
      return { id: bare(event.product.id) };
    case 'products/create':
    case 'products/update':
      return productBody(event.product);
    case 'collections/delete':
      return deletedCollectionBody(event.collection);
    default:
      return collectionBody(event.collection);
  }
}

/** `shop/update`. */
export function shopUpdated(shop: StandInShop, now: number): StandInEvent {
  return newEvent(shop.domain, 'shop/update', { body: writeBody(shopBody(shop)), now });
}

/** `app/uninstalled`. */
export function uninstalled(shop: StandInShop, now: number): StandInEvent {
  return newEvent(shop.domain, 'app/uninstalled', { body: writeBody(shopBody(shop)), now });
}

/** `app/scopes_update`. */
export function scopesUpdated(
  { domain, id }: StandInShop,
  { previous, current, now }: { previous: readonly string[]; current: readonly string[]; now: number },
): StandInEvent {
  const body = { id: 1, shop_id: gid('Shop', id), previous, current, updated_at: dateOf(now) };
  return newEvent(domain, 'app/scopes_update', { body: writeBody(body), now });
}

/** `orders/paid`. */
export function orderPaid(shop: StandInShop, order: StandInOrder): StandInEvent {
  return newEvent(shop.domain, 'orders/paid', { body: writeBody(orderBody(shop, order)), now: order.createdAt });
}

/** Somebody whom a privacy topic is about. */
export interface PrivacySubject {
  readonly email: string;
  /** Digits; null: Shopify names them by their address only. */
  readonly customerId: string | null;
}

/** `customers/data_request` or `customers/redact`. */
export function customerPrivacy(
  shop: StandInShop,
  topic: 'customers/data_request' | 'customers/redact',
  { email, customerId, now }: PrivacySubject & { readonly now: number },
): StandInEvent {
  const orders = shop.orders.filter((order) => order.email === email).map(({ id }) => bare(id));
  const customer = { ...(customerId === null ? {} : { id: bare(customerId) }), email, phone: null };
  const rest =
    topic === 'customers/redact'
      ? { orders_to_redact: orders }
      : { orders_requested: orders, data_request: { id: 9999 } };
  const body = { shop_id: bare(shop.id), shop_domain: shop.domain, customer, ...rest };
  return newEvent(shop.domain, topic, { body: writeBody(body), now });
}

/** `shop/redact`, which Shopify sends 48 hours after an uninstall. */
export function shopRedact({ id, domain }: StandInShop, now: number): StandInEvent {
  return newEvent(domain, 'shop/redact', { body: writeBody({ shop_id: bare(id), shop_domain: domain }), now });
}
