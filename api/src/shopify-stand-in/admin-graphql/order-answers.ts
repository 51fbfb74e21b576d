import { gid } from '../world/gid.ts';
import { type OrderAttribute, type OrderLine, type StandInOrder, totalOf } from '../world/stand-in-order.ts';
import { answers } from './admin-call.ts';
import { dateTime } from './answer-parts.ts';
import { connectionOf, type PageArguments } from './connection.ts';

/** `Order` of the Admin API, as far as an app that counts revenue asks. */
export const orderAnswers = answers<StandInOrder>({
  id: ({ id }) => gid('Order', id),
  legacyResourceId: ({ id }) => id,
  name: ({ number }) => `#${number}`,
  createdAt: ({ createdAt }) => dateTime(createdAt),
  processedAt: ({ createdAt }) => dateTime(createdAt),
  currencyCode: ({ currency }) => currency,
  displayFinancialStatus: () => 'PAID',
  fullyPaid: () => true,
  test: () => true,
  totalPriceSet: (order) => bag(totalOf(order), order.currency),
  currentTotalPriceSet: (order) => bag(totalOf(order), order.currency),
  customAttributes: ({ attributes }) => attributes.map(attribute),
  lineItems: ({ lines }, args: PageArguments, call) =>
    connectionOf(
      lines.map((line) => ({ ...line, kind: 'LineItem' })),
      args,
      call,
    ),
});

/** `LineItem` of the Admin API. */
export const lineItemAnswers = answers<OrderLine>({
  id: ({ id }) => gid('LineItem', id),
  customAttributes: ({ properties }) => properties.map(attribute),
  product: ({ productId }, _args, { shop }) => shop.catalog.products.get(productId) ?? null,
  variant: ({ variantId }, _args, { shop }) => shop.catalog.variant(variantId),
  originalUnitPriceSet: ({ price }, _args, { shop }) => bag(price, shop.currencyCode),
  originalTotalSet: (line, _args, { shop }) => bag(totalOf({ lines: [line] }), shop.currencyCode),
  discountedTotalSet: (line, _args, { shop }) => bag(totalOf({ lines: [line] }), shop.currencyCode),
});

function attribute({ name, value }: OrderAttribute) {
  return { key: name, value };
}

function bag(amount: string, currencyCode: string) {
  return { shopMoney: { amount, currencyCode }, presentmentMoney: { amount, currencyCode } };
}
