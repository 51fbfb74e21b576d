import { gid } from '../world/gid.ts';
import type { StandInCollection, StandInPicture, StandInProduct, StandInVariant } from '../world/stand-in-product.ts';
import { bare, dateOf } from './webhook-body.ts';

/** The body of `products/create` and `products/update`. */
export function productBody(product: StandInProduct): object {
  const { id, variants, pictures } = product;
  const images = pictures.map((picture, index) => imageBody(picture, { productId: id, position: index + 1 }));
  return {
    ...{ admin_graphql_api_id: gid('Product', id), body_html: product.descriptionHtml },
    ...{ created_at: dateOf(product.createdAt), handle: product.handle, id: bare(id) },
    ...{ product_type: product.productType, template_suffix: null, title: product.title, vendor: product.vendor },
    published_at: product.publishedAt === null ? null : dateOf(product.publishedAt),
    ...{ updated_at: dateOf(product.updatedAt), status: product.status.toLowerCase(), published_scope: 'global' },
    tags: product.tags.join(', '),
    variants: variants.map((variant, index) => variantBody(variant, index + 1)),
    options: product.optionNames.map((name, index) => ({
      ...{ name, product_id: bare(id), position: index + 1 },
      values: [...new Set(variants.map(({ options }) => options[index]))],
    })),
    ...{ images, image: images[0] ?? null, media: pictures.map((picture, index) => mediaBody(picture, index + 1)) },
    variant_gids: variants.map((variant) => ({
      admin_graphql_api_id: gid('ProductVariant', variant.id),
      updated_at: new Date(variant.updatedAt).toISOString(),
    })),
    ...{ has_variants_that_requires_components: false, category: null },
  };
}

function variantBody(variant: StandInVariant, position: number): object {
  const { id, options, inventoryQuantity } = variant;
  return {
    ...{ admin_graphql_api_id: gid('ProductVariant', id), barcode: null, compare_at_price: variant.compareAtPrice },
    ...{ created_at: dateOf(variant.createdAt), id: bare(id), inventory_policy: variant.inventoryPolicy.toLowerCase() },
    ...{ position, price: variant.price, product_id: bare(variant.productId), sku: variant.sku, taxable: true },
    ...{ title: variant.title, updated_at: dateOf(variant.updatedAt) },
    ...{ option1: options[0] ?? null, option2: options[1] ?? null, option3: options[2] ?? null },
    image_id: variant.picture === null ? null : bare(variant.picture.id),
    ...{
      inventory_item_id: bare(id),
      inventory_quantity: inventoryQuantity,
      old_inventory_quantity: inventoryQuantity,
    },
  };
}

function imageBody({ id, alt, url }: StandInPicture, { productId, position }: { productId: string; position: number }) {
  const names = { admin_graphql_api_id: gid('ImageSource', id), id: bare(id), product_id: bare(productId) };
  return { ...names, position, alt, width: 1200, height: 1200, src: url, variant_ids: [] };
}

function mediaBody({ id, alt, url }: StandInPicture, position: number): object {
  const preview_image = { width: 1200, height: 1200, src: url, status: 'READY', aspect_ratio: 1 };
  const names = { id: bare(id), admin_graphql_api_id: gid('MediaImage', id) };
  return { ...names, position, preview_image, alt, media_content_type: 'IMAGE', status: 'READY' };
}

/** The body of `collections/create` and `collections/update`. */
export function collectionBody({ id, handle, title, updatedAt, createdAt }: StandInCollection): object {
  return {
    ...{ id: bare(id), handle, title, updated_at: dateOf(updatedAt), body_html: '', published_at: dateOf(createdAt) },
    ...{ sort_order: 'manual', template_suffix: null, published_scope: 'global' },
    admin_graphql_api_id: gid('Collection', id),
  };
}

/** The body of `collections/delete`. */
export function deletedCollectionBody({ id }: StandInCollection): object {
  return { id: bare(id), published_scope: 'global', admin_graphql_api_id: gid('Collection', id) };
}
