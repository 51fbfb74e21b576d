import { orderPaid } from '../webhook/webhook-events.ts';
import type { ShopifyWorld } from './shopify-world.ts';
import type { OrderAttribute, StandInOrder } from './stand-in-order.ts';

/** A cart to pay. */
export interface Cart {
  readonly lines: readonly {
    /** Digits. */
    readonly variantId: string;
    readonly quantity: number;
    readonly properties?: readonly OrderAttribute[];
  }[];
  readonly attributes?: readonly OrderAttribute[];
  readonly discountCodes?: readonly string[];
  readonly email?: string | null;
}

/** A buyer pays a cart: the stock goes down, and `orders/paid` is told where the shop has granted the scope for it. */
export function placeOrder(world: ShopifyWorld, domain: string, cart: Cart): StandInOrder {
  const shop = world.shop(domain);
  const lines = cart.lines.map(({ variantId, quantity, properties = [] }) => {
    const variant = shop.catalog.variant(variantId);
    if (variant === null) throw new Error(`There is no variant ${variantId}.`);
    const { productId, sku, price, title: variantTitle } = variant;
    const { title } = shop.catalog.product(productId);
    return { id: world.ids.next(), variantId, productId, title, variantTitle, sku, price, quantity, properties };
  });
  const order: StandInOrder = {
    ...{ kind: 'Order', id: world.ids.next(), number: 1001 + shop.orders.length, email: cart.email ?? null },
    ...{ customerId: world.ids.next(), currency: shop.currencyCode, lines, attributes: cart.attributes ?? [] },
    ...{ discountCodes: cart.discountCodes ?? [], createdAt: world.clock.now() },
  };
  shop.orders.push(order);
  for (const { variantId, quantity } of lines) {
    const { isTracked = false, inventoryQuantity = 0 } = shop.catalog.variant(variantId) ?? {};
    if (isTracked) shop.catalog.changeVariant(variantId, { inventoryQuantity: inventoryQuantity - quantity });
  }
  world.tell(orderPaid(shop, order));
  return order;
}
