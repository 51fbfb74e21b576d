import { createHash } from 'node:crypto';

/** One buyable form of a product, as a file describes it. */
export interface VariantDraft {
  /** Values of the product's options in their order; empty for a product without options. */
  readonly options: string[];
  readonly sku: string | null;
  /** Decimal as text, in the shop's currency. */
  readonly price: string;
  readonly compareAtPrice: string | null;
  /** Null where the stock is not tracked. */
  readonly inventoryQuantity: number | null;
  readonly sellsWhenSoldOut: boolean;
  readonly imageUrl: string | null;
}

/** A product as a file describes it, all of its rows taken together. */
export interface ProductDraft {
  readonly handle: string;
  readonly title: string;
  readonly description: string;
  readonly vendor: string;
  readonly productType: string;
  readonly tags: string[];
  readonly status: 'ACTIVE' | 'DRAFT' | 'UNLISTED' | 'ARCHIVED';
  readonly images: ImageDraft[];
  readonly variants: VariantDraft[];
  /** Titles of the collections it belongs to; null where the file does not speak of collections. */
  readonly collections: string[] | null;
  /** The line on which it began: the order of the file. */
  readonly line: number;
}

/** A picture of a product. */
export interface ImageDraft {
  readonly url: string;
  readonly alt: string | null;
  readonly position: number;
}

/** The handle that a title gives: lower case, words joined by hyphens, in any script. */
export function handleOf(title: string): string {
  const handle = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return handle === '' ? `c-${createHash('sha256').update(title).digest('hex').slice(0, 12)}` : handle;
}
