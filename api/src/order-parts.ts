import type { AccessPassService } from './access-pass/access-pass.service.ts';
import { PASS_IN_CART } from './catalog/storefront.ts';
import { CampaignOrderStore } from './order/campaign-order.store.ts';
import { CampaignOrdersReader } from './order/campaign-orders.reader.ts';
import { PaidOrderHandler, type PassCarrier } from './order/paid-order.handler.ts';
import { RevenueReader } from './order/revenue.reader.ts';
import type { Database } from './platform/database/database.ts';
import type { ShopService } from './shop/shop.service.ts';
import type { WebhookHandlers } from './webhook/webhook-event.ts';

/** What the room `order` is made from. */
export interface OrderParts {
  readonly database: Pick<Database, 'prisma'>;
  readonly passes: AccessPassService;
  readonly shops: Pick<ShopService, 'hasGranted'>;
}

/** The part of `app.ts` that builds the room `order`. */
export function createOrders({ database: { prisma }, passes, shops }: OrderParts) {
  const store = new CampaignOrderStore(prisma);
  const carriers: PassCarrier[] = [{ name: PASS_IN_CART, passIdOf: (text) => passes.idOf(text) }];
  const handler = new PaidOrderHandler(store, carriers);
  const handlers: WebhookHandlers = { 'orders/paid': [(event) => handler.handle(event)] };
  const canReadOrders = (shop: string) => shops.hasGranted(shop, 'read_orders');
  const readers = {
    revenue: new RevenueReader(prisma, canReadOrders),
    list: new CampaignOrdersReader(prisma, canReadOrders),
  };
  return { store, handlers, ...readers };
}
