import { digitsOf, gid } from '../world/gid.ts';
import {
  isAvailable,
  type StandInPicture,
  type StandInProduct,
  type StandInVariant,
} from '../world/stand-in-product.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';
import { type AdminCall, answers } from './admin-call.ts';
import { datesOf, dateTime, exactly } from './answer-parts.ts';
import { connectionOf, type PageArguments } from './connection.ts';
import { metafieldAnswers } from './metafield-answers.ts';

/** `Product` of the Admin API. */
export const productAnswers = answers<StandInProduct>({
  id: ({ id }) => gid('Product', id),
  legacyResourceId: ({ id }) => id,
  description: ({ descriptionHtml }) => descriptionHtml.replaceAll(/<[^>]*>/g, ' ').trim(),
  ...datesOf(),
  publishedAt: ({ publishedAt }) => dateTime(publishedAt),
  hasOnlyDefaultVariant: ({ variants }) => variants.length === 1 && variants[0]?.title === 'Default Title',
  hasOutOfStockVariants: ({ variants }) => variants.some((variant) => !isAvailable(variant)),
  totalInventory: ({ variants }) => countedStock(variants),
  tracksInventory: ({ variants }) => variants.some(({ isTracked }) => isTracked),
  options: ({ optionNames, variants }) =>
    optionNames.map((name, index) => ({
      ...{ name, position: index + 1 },
      values: [...new Set(variants.map(({ options }) => options[index] ?? ''))],
    })),
  variants: ({ variants }, args: PageArguments, call) => connectionOf(variants, args, call),
  variantsCount: ({ variants }) => exactly(variants.length),
  media: ({ pictures }, args: PageArguments, call) => connectionOf(pictures, args, call),
  images: ({ pictures }, args: PageArguments, call) => connectionOf(pictures.map(imageOf), args, call),
  mediaCount: ({ pictures }) => exactly(pictures.length),
  featuredMedia: ({ pictures }) => pictures[0] ?? null,
  featuredImage: ({ pictures }) => (pictures[0] ? imageOf(pictures[0]) : null),
  collections: (product, args: PageArguments, call) => connectionOf(collectionsOf(product, call.shop), args, call),
  inCollection: (product, { id }: { id: string }, { shop }) =>
    shop.catalog.collections.get(digitsOf('Collection', id) ?? '')?.productIds.includes(product.id) ?? false,
  priceRangeV2: ({ variants }, _args, { shop }) =>
    rangeOf(
      variants.map(({ price }) => price),
      shop.currencyCode,
    ),
  onlineStoreUrl: (product, _args, call) => (isOnOnlineStore(product) ? onlineStoreAddress(product, call) : null),
  onlineStorePreviewUrl: (product, _args, call) => onlineStoreAddress(product, call),
  isGiftCard: () => false,
  ...metafieldAnswers('Product'),
});

/** `ProductVariant` of the Admin API. */
export const variantAnswers = answers<StandInVariant>({
  id: ({ id }) => gid('ProductVariant', id),
  legacyResourceId: ({ id }) => id,
  ...datesOf(),
  availableForSale: isAvailable,
  inventoryItem: (variant) => variant,
  sellableOnlineQuantity: ({ inventoryQuantity }) => Math.max(0, inventoryQuantity),
  product: ({ productId }, _args, { shop }) => shop.catalog.product(productId),
  displayName: ({ productId, title }, _args, { shop }) => `${shop.catalog.product(productId).title} - ${title}`,
  position: ({ id, productId }, _args, { shop }) =>
    shop.catalog.product(productId).variants.findIndex((variant) => variant.id === id) + 1,
  selectedOptions: ({ options, productId }, _args, { shop }) =>
    options.map((value, index) => ({ name: shop.catalog.product(productId).optionNames[index] ?? '', value })),
  image: ({ picture }) => (picture === null ? null : imageOf(picture)),
  media: ({ picture }, args: PageArguments, call) => connectionOf(picture === null ? [] : [picture], args, call),
  taxable: () => true,
  barcode: () => null,
  ...metafieldAnswers('ProductVariant'),
});

/** `InventoryItem` of the Admin API, which is told by its variant. */
export const inventoryItemAnswers = answers<StandInVariant>({
  id: ({ id }) => gid('InventoryItem', id),
  legacyResourceId: ({ id }) => id,
  tracked: ({ isTracked }) => isTracked,
  requiresShipping: () => true,
});

/** `MediaImage` of the Admin API. */
export const mediaImageAnswers = answers<StandInPicture>({
  id: ({ id }) => gid('MediaImage', id),
  image: imageOf,
  preview: (picture) => ({ image: imageOf(picture), status: 'READY' }),
  mediaContentType: () => 'IMAGE',
  status: () => 'READY',
  fileStatus: () => 'READY',
});

function imageOf({ id, url, alt }: StandInPicture) {
  const size = { width: 1200, height: 1200 };
  return { id: gid('ImageSource', id), url, src: url, originalSrc: url, altText: alt, ...size };
}

function countedStock(variants: readonly StandInVariant[]): number {
  return variants.reduce((sum, { isTracked, inventoryQuantity }) => sum + (isTracked ? inventoryQuantity : 0), 0);
}

function rangeOf(prices: readonly string[], currencyCode: string) {
  const ordered = prices.toSorted((one, other) => Number(one) - Number(other));
  const money = (amount = '0.0') => ({ amount, currencyCode });
  return { minVariantPrice: money(ordered[0]), maxVariantPrice: money(ordered.at(-1)) };
}

function collectionsOf({ id }: StandInProduct, { catalog }: StandInShop) {
  return [...catalog.collections.values()].filter(({ productIds }) => productIds.includes(id));
}

function isOnOnlineStore({ status, publishedAt }: StandInProduct): boolean {
  return publishedAt !== null && (status === 'ACTIVE' || status === 'UNLISTED');
}

function onlineStoreAddress({ handle }: StandInProduct, { shop }: AdminCall): string {
  return `https://${shop.domain}/products/${handle}`;
}
