/** One buyable form of a product, as Shopify has it. */
export interface SyncedVariant {
  /** Shopify's gid. */
  readonly id: string;
  readonly title: string;
  /** Values of the product's options in their order; empty for a product without options. */
  readonly options: readonly string[];
  readonly sku: string | null;
  /** Decimal as text, in the shop's currency. */
  readonly price: string;
  readonly compareAtPrice: string | null;
  /** Null where the stock is not tracked; below zero where more was sold than there was. */
  readonly inventoryQuantity: number | null;
  readonly sellsWhenSoldOut: boolean;
}

/** A product as Shopify has it. */
export interface SyncedProduct {
  /** Shopify's gid: the handle may change, and change hands. */
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  readonly vendor: string;
  readonly productType: string;
  readonly tags: readonly string[];
  readonly status: 'ACTIVE' | 'DRAFT' | 'UNLISTED' | 'ARCHIVED';
  /** Whether the online store shows it to who has its address. */
  readonly isPublished: boolean;
  readonly images: readonly { readonly url: string; readonly alt: string | null }[];
  /** In the shop's order. */
  readonly variants: readonly SyncedVariant[];
  /** Shopify's time of its last change. */
  readonly changedAt: Date;
}

/** A collection as Shopify has it. */
export interface SyncedCollection {
  /** Shopify's gid. */
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  /** Shopify's time of its last change, which a member that comes or goes need not move. */
  readonly changedAt: Date;
  /** Gids of its products, of every status, in its order, each once. */
  readonly productIds: readonly string[];
}

/** What came of writing. */
export interface Written {
  /** Ids of what was not as Shopify has it. */
  readonly differing: readonly string[];
  /** Ids of what lost its handle to another one: its own new handle is not known yet. */
  readonly displaced: readonly string[];
}
