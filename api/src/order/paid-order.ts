import { Prisma } from '../../../prisma/client/client.ts';
import type { WebhookPayload, WebhookValue } from '../webhook/webhook-event.ts';
import { isPayload, textAt } from '../webhook/webhook-payload.ts';

/** A paid order as far as it concerns campaigns: nothing of its buyer. */
export interface PaidOrder {
  /** The digits of Shopify's id: 64 bits, more than a JavaScript number keeps. */
  readonly id: string;
  /** ISO 4217, of the shop. */
  readonly currencyCode: string;
  /** What the cart carried, by name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly lines: readonly OrderLine[];
}

/** A line of an order. */
export interface OrderLine {
  /** Shopify's gid; null for what is no product, or none any more. */
  readonly productId: string | null;
  /** What the pieces that are still in the order cost after all discounts, in the shop's currency; taxes as far as they are in the shop's prices, no shipping. */
  readonly amount: Prisma.Decimal;
  /** What the line carried, by name. */
  readonly properties: ReadonlyMap<string, string>;
}

/**
 * Reads the body of `orders/paid`. Null for what is no revenue: an order of Shopify's test mode, and one that had been cancelled by the time it
 * was paid. Throws where Shopify leaves out what every order has.
 */
export function readPaidOrder(payload: WebhookPayload): PaidOrder | null {
  if (payload.test === true || textAt(payload, 'cancelled_at') !== null) return null;
  const [id, currencyCode] = [textAt(payload, 'id'), textAt(payload, 'currency')];
  if (id === null || currencyCode === null) throw new Error('orders/paid came without its id or its currency.');
  const lines = listAt(payload, 'line_items').filter(isStillOrdered).map(readLine);
  return { id, currencyCode, attributes: textsByName(listAt(payload, 'note_attributes')), lines };
}

function readLine(line: WebhookPayload): OrderLine {
  const productNumber = textAt(line, 'product_id');
  const full = moneyAt(line, 'price').times(piecesOf(line));
  const discounts = listAt(line, 'discount_allocations').map((allocation) => moneyAt(allocation, 'amount'));
  const amount = discounts.reduce((left, discount) => left.minus(discount), full);
  return {
    productId: productNumber === null ? null : `gid://shopify/Product/${productNumber}`,
    amount: Prisma.Decimal.max(amount, 0),
    properties: textsByName(listAt(line, 'properties')),
  };
}

/** Without those that the merchant took out of the order before it was paid. */
function piecesOf(line: WebhookPayload): string {
  return textAt(line, 'current_quantity') ?? textAt(line, 'quantity') ?? '0';
}

function isStillOrdered(line: WebhookPayload): boolean {
  return piecesOf(line) !== '0';
}

/** In the shop's currency: `price_set.shop_money` for `price`. */
function moneyAt(payload: WebhookPayload, name: string): Prisma.Decimal {
  return new Prisma.Decimal(textAt(payload, `${name}_set`, 'shop_money', 'amount') ?? textAt(payload, name) ?? '0');
}

function listAt(payload: WebhookPayload, name: string): readonly WebhookPayload[] {
  const value: WebhookValue | undefined = payload[name];
  return Array.isArray(value) ? value.filter(isPayload) : [];
}

function textsByName(pairs: readonly WebhookPayload[]): ReadonlyMap<string, string> {
  return new Map(
    pairs.flatMap((pair) => {
      const [name, value] = [textAt(pair, 'name'), textAt(pair, 'value')];
      return name === null || value === null ? [] : [[name, value]];
    }),
  );
}
