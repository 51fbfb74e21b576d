import type { IdSequence } from './id-sequence.ts';
import type { StandInPicture, StandInProduct, StandInProductStatus, StandInVariant } from './stand-in-product.ts';

/** A variant to make: what is absent is ordinary. */
export interface VariantWish {
  readonly options?: readonly string[];
  readonly sku?: string;
  readonly price: string;
  readonly compareAtPrice?: string;
  /** Null: the shop does not count it. */
  readonly inventoryQuantity?: number | null;
  readonly sellsWhenSoldOut?: boolean;
}

/** A product to make: what is absent is ordinary. */
export interface ProductWish {
  readonly title: string;
  readonly handle?: string;
  readonly descriptionHtml?: string;
  readonly vendor?: string;
  readonly productType?: string;
  readonly tags?: readonly string[];
  readonly status?: StandInProductStatus;
  readonly optionNames?: readonly string[];
  /** Absent: one variant for 10.00, of which there are ten. */
  readonly variants?: readonly VariantWish[];
  readonly pictures?: readonly { readonly url: string; readonly alt?: string }[];
}

/** Makes a product as it is wished for. */
export function makeProduct(wish: ProductWish, ids: IdSequence, now: number): StandInProduct {
  const id = ids.next();
  const pictures = (wish.pictures ?? []).map((picture) => makePicture(picture, ids));
  const optionNames = wish.optionNames ?? ['Title'];
  const variants = wish.variants ?? [{ price: '10.00' }];
  return {
    ...{ kind: 'Product', id, title: wish.title, handle: wish.handle ?? handleOf(wish.title), optionNames, pictures },
    ...{ descriptionHtml: wish.descriptionHtml ?? '', vendor: wish.vendor ?? '', productType: wish.productType ?? '' },
    ...{ tags: wish.tags ?? [], status: wish.status ?? 'ACTIVE', publishedAt: now, createdAt: now, updatedAt: now },
    variants: variants.map((variant) => makeVariant(variant, { productId: id, ids, now })),
  };
}

function makeVariant(
  wish: VariantWish,
  { productId, ids, now }: { productId: string; ids: IdSequence; now: number },
): StandInVariant {
  const options = wish.options ?? ['Default Title'];
  const { inventoryQuantity = 10 } = wish;
  return {
    ...{ kind: 'ProductVariant', id: ids.next(), productId, title: options.join(' / '), options },
    ...{ sku: wish.sku ?? null, price: wish.price, compareAtPrice: wish.compareAtPrice ?? null, picture: null },
    ...{ inventoryQuantity: inventoryQuantity ?? 0, isTracked: inventoryQuantity !== null },
    ...{ inventoryPolicy: wish.sellsWhenSoldOut ? 'CONTINUE' : 'DENY', createdAt: now, updatedAt: now },
  };
}

function makePicture({ url, alt }: { url: string; alt?: string }, ids: IdSequence): StandInPicture {
  return { kind: 'MediaImage', id: ids.next(), url, alt: alt ?? null };
}

/** A title as Shopify makes a handle of it. */
export function handleOf(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
