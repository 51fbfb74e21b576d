import { htmlToText } from '../catalog/product-csv/html-text.ts';
import type { SyncedCollection, SyncedProduct, SyncedVariant } from '../catalog/synced/synced-goods.ts';
import type { CollectionAnswer, MediaAnswer, ProductFacts, VariantAnswer } from './goods-answer.ts';

/** A product as the Admin API tells it, taken together. */
export interface WholeProduct {
  readonly facts: ProductFacts;
  readonly media: readonly MediaAnswer[];
  readonly variants: readonly VariantAnswer[];
}

/** What is kept of a product. `readAt` is when Shopify was asked: one that the online store shows later than that is not shown yet. */
export function readProduct({ facts, media, variants }: WholeProduct, readAt: Date): SyncedProduct {
  const { id, handle, status, publishedAt, updatedAt } = facts;
  return {
    ...{ id, handle, status, title: textOf(facts.title), description: htmlToText(textOf(facts.descriptionHtml)) },
    ...{ vendor: textOf(facts.vendor), productType: textOf(facts.productType), tags: facts.tags.map(textOf) },
    isPublished: publishedAt !== null && new Date(publishedAt) <= readAt,
    images: media.flatMap(pictureOf),
    variants: variants.toSorted((one, other) => one.position - other.position).map(readVariant),
    changedAt: new Date(updatedAt),
  };
}

/** What is kept of a collection. */
export function readCollection(facts: CollectionAnswer, productIds: readonly string[]): SyncedCollection {
  const { id, handle, title, updatedAt } = facts;
  return { id, handle, title: textOf(title), changedAt: new Date(updatedAt), productIds: [...new Set(productIds)] };
}

function readVariant(variant: VariantAnswer): SyncedVariant {
  const { id, title, sku, price, compareAtPrice, inventoryQuantity, inventoryPolicy, inventoryItem } = variant;
  return {
    ...{
      id,
      title: textOf(title),
      options: optionsOf(variant),
      sku: sku === null ? null : textOf(sku),
      price,
      compareAtPrice,
    },
    inventoryQuantity: inventoryItem.tracked ? (inventoryQuantity ?? 0) : null,
    sellsWhenSoldOut: inventoryPolicy === 'CONTINUE',
  };
}

/** A product without options has in Shopify one option `Title` with the value `Default Title`. */
function optionsOf({ selectedOptions }: VariantAnswer): string[] {
  const [only, ...others] = selectedOptions;
  if (only?.name === 'Title' && only.value === 'Default Title' && others.length === 0) return [];
  return selectedOptions.map(({ value }) => textOf(value));
}

function pictureOf({ mediaContentType, alt, preview }: MediaAnswer): SyncedProduct['images'] {
  if (mediaContentType !== 'IMAGE' || !preview?.image) return [];
  return [{ url: preview.image.url, alt: alt ? textOf(alt) : null }];
}

/** Text that PostgreSQL takes: one wrong character must not keep a whole catalog out. */
function textOf(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '');
}
