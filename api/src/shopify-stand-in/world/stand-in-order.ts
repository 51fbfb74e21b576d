/** Something a buyer wrote into the cart, or an app into its address. */
export interface OrderAttribute {
  readonly name: string;
  readonly value: string;
}

/** A line of an order. */
export interface OrderLine {
  readonly id: string;
  readonly variantId: string;
  readonly productId: string;
  readonly title: string;
  readonly variantTitle: string;
  readonly sku: string | null;
  readonly price: string;
  readonly quantity: number;
  /** Properties of the line, as its cart link named them. */
  readonly properties: readonly OrderAttribute[];
}

/** An order that was paid. */
export interface StandInOrder {
  readonly kind: 'Order';
  readonly id: string;
  /** Counts from 1001, as Shopify's do. */
  readonly number: number;
  readonly email: string | null;
  readonly customerId: string;
  readonly currency: string;
  readonly lines: readonly OrderLine[];
  readonly attributes: readonly OrderAttribute[];
  readonly discountCodes: readonly string[];
  readonly createdAt: number;
}

/** What the lines come to, such as `68.00`. */
export function totalOf({ lines }: Pick<StandInOrder, 'lines'>): string {
  return lines.reduce((sum, { price, quantity }) => sum + Number(price) * quantity, 0).toFixed(2);
}
