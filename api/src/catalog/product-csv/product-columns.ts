/** Each column we read, under the name that it has in older exports and the one of newer ones. */
const NAMES = {
  handle: ['Handle', 'URL handle'],
  title: ['Title'],
  description: ['Body (HTML)', 'Description'],
  vendor: ['Vendor'],
  productType: ['Type', 'Product type', 'Custom product type'],
  tags: ['Tags'],
  published: ['Published', 'Published on online store'],
  status: ['Status'],
  option1: ['Option1 Value'],
  option2: ['Option2 Value'],
  option3: ['Option3 Value'],
  sku: ['Variant SKU', 'SKU'],
  price: ['Variant Price', 'Price'],
  compareAtPrice: ['Variant Compare At Price', 'Compare-at price'],
  inventoryTracker: ['Variant Inventory Tracker', 'Inventory tracker'],
  inventoryQuantity: ['Variant Inventory Qty', 'Variant Inventory Quantity', 'Inventory quantity'],
  sellsWhenSoldOut: ['Variant Inventory Policy', 'Continue selling when out of stock'],
  imageUrl: ['Image Src', 'Product image URL'],
  imagePosition: ['Image Position'],
  imageAlt: ['Image Alt Text'],
  variantImageUrl: ['Variant Image', 'Variant image URL'],
  collection: ['Collection', 'Collections'],
} as const;

/** A column of the product export, by our name for it. */
export type ProductColumn = keyof typeof NAMES;

/** The file is a CSV, but not of products. The message is a sentence for the merchant. */
export class NotAProductCsv extends Error {}

/** Where each column stands in one particular file. */
export class ProductColumns {
  readonly width: number;
  readonly #header: readonly string[];
  readonly #places = new Map<ProductColumn, number>();

  /** Throws `NotAProductCsv` where the header lacks a column without which no product can be read. */
  constructor(header: readonly string[]) {
    this.width = header.length;
    this.#header = header;
    const folded = header.map(fold);
    for (const column of Object.keys(NAMES) as ProductColumn[]) {
      const known = NAMES[column].map(fold);
      const place = folded.findIndex((name) => known.includes(name));
      if (place !== -1) this.#places.set(column, place);
    }
    const missing = (['handle', 'title'] as const).find((column) => !this.has(column));
    if (missing === undefined) return;
    const names = NAMES[missing].map((name) => `“${name}”`).join(' or ');
    throw new NotAProductCsv(`This is not Shopify’s product CSV: its first line has no column ${names}.`);
  }

  has(column: ProductColumn): boolean {
    return this.#places.has(column);
  }

  /** The trimmed cell of a row; empty where the file has no such column. */
  cell(cells: readonly string[], column: ProductColumn): string {
    const place = this.#places.get(column);
    return place === undefined ? '' : (cells[place] ?? '').trim();
  }

  /** The column's name as this file writes it. */
  nameOf(column: ProductColumn): string {
    return this.nameAt(this.#places.get(column) ?? -1) ?? NAMES[column][0];
  }

  /** The name of the column at a place, from 0; null beyond the header. */
  nameAt(place: number): string | null {
    return this.#header[place]?.trim() ?? null;
  }
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
