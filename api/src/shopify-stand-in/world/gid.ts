/** Kinds of things that have an id of Shopify's here. */
export type GidKind =
  | 'Product'
  | 'ProductVariant'
  | 'MediaImage'
  | 'ImageSource'
  | 'Collection'
  | 'InventoryItem'
  | 'Shop'
  | 'App'
  | 'AppInstallation'
  | 'BulkOperation'
  | 'Metafield'
  | 'MetafieldDefinition'
  | 'Validation'
  | 'Order'
  | 'LineItem'
  | 'Publication';

/** Shopify's global id of a thing, such as `gid://shopify/Product/788032119674292922`. */
export function gid(kind: GidKind, digits: string): string {
  return `gid://shopify/${kind}/${digits}`;
}

/** The digits of a global id of that kind; null: it is none. */
export function digitsOf(kind: GidKind, id: string): string | null {
  return new RegExp(`^gid://shopify/${kind}/([0-9]+)$`).exec(id)?.[1] ?? null;
}

/** The kind that a global id names; null: it is no global id. */
export function kindOf(id: string): string | null {
  return /^gid:\/\/shopify\/([A-Za-z]+)\/[^/]+$/.exec(id)?.[1] ?? null;
}
