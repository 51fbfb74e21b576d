/** What a product's page and lists may do with it. */
export const PRODUCT_STATUSES = ['ACTIVE', 'DRAFT', 'UNLISTED', 'ARCHIVED'] as const;

/** One of `PRODUCT_STATUSES`. */
export type StandInProductStatus = (typeof PRODUCT_STATUSES)[number];

/** A picture of a product. */
export interface StandInPicture {
  readonly kind: 'MediaImage';
  readonly id: string;
  readonly url: string;
  readonly alt: string | null;
}

/** One buyable form of a product. */
export interface StandInVariant {
  readonly kind: 'ProductVariant';
  readonly id: string;
  readonly productId: string;
  title: string;
  options: readonly string[];
  sku: string | null;
  /** In the shop's currency, with two places, such as `34.00`. */
  price: string;
  compareAtPrice: string | null;
  inventoryQuantity: number;
  /** Whether the shop counts this variant's stock. */
  isTracked: boolean;
  /** CONTINUE: sold on when the stock is used up. */
  inventoryPolicy: 'DENY' | 'CONTINUE';
  picture: StandInPicture | null;
  readonly createdAt: number;
  updatedAt: number;
}

/** A product of a shop. Times are milliseconds since 1970, by the stand-in's clock. */
export interface StandInProduct {
  readonly kind: 'Product';
  readonly id: string;
  handle: string;
  title: string;
  descriptionHtml: string;
  vendor: string;
  productType: string;
  tags: readonly string[];
  status: StandInProductStatus;
  /** When it was published on the online store; null: it is not. */
  publishedAt: number | null;
  optionNames: readonly string[];
  variants: StandInVariant[];
  pictures: StandInPicture[];
  readonly createdAt: number;
  updatedAt: number;
}

/** A collection of a shop, with the ids of its products in their order. */
export interface StandInCollection {
  readonly kind: 'Collection';
  readonly id: string;
  handle: string;
  title: string;
  productIds: string[];
  readonly createdAt: number;
  updatedAt: number;
}

/** Whether somebody could put the variant into a cart. */
export function isAvailable({ isTracked, inventoryPolicy, inventoryQuantity }: StandInVariant): boolean {
  return !isTracked || inventoryPolicy === 'CONTINUE' || inventoryQuantity > 0;
}
