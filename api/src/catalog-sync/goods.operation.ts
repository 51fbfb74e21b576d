import { adminOperation } from '../shopify/admin-operation.ts';
import type { CollectionAnswer, MemberPage, ProductAnswer, VariantPage } from './goods-answer.ts';

/** What is kept of a variant. One object more for the stock: whether it is tracked stands nowhere else. */
const VARIANT = `id title position sku price compareAtPrice inventoryQuantity inventoryPolicy
  selectedOptions { name value } inventoryItem { tracked }`;
const MEDIA = 'id alt mediaContentType preview { image { url } }';
const PRODUCT = 'id handle title descriptionHtml vendor productType tags status publishedAt updatedAt';

/** For `bulkOperationRunQuery`: every product. Two levels of connections, five of them at most, are allowed there. */
export const PRODUCTS_EXPORT = adminOperation(`query CatalogProducts {
  products { edges { node { ${PRODUCT}
    media { edges { node { ${MEDIA} } } }
    variants { edges { node { ${VARIANT} } } }
  } } }
}`);

/** For `bulkOperationRunQuery`: every collection with its members in its order. */
export const COLLECTIONS_EXPORT = adminOperation(`query CatalogCollections {
  collections { edges { node { id handle title updatedAt
    products(sortKey: COLLECTION_DEFAULT) { edges { node { id } } }
  } } }
}`);

/**
 * Products that changed. The sizes keep five of them below the thousand points that one operation may ask for, even where inner
 * connections are counted in full; `VARIANTS_PAGE` reads on.
 */
export const CHANGED_PRODUCTS = adminOperation<
  { nodes: readonly (ProductAnswer | null)[] },
  { ids: readonly string[] }
>(
  `query ChangedProducts($ids: [ID!]!) {
    nodes(ids: $ids) { ... on Product { ${PRODUCT}
      media(first: 10) { nodes { ${MEDIA} } }
      variants(first: 25) { nodes { ${VARIANT} } pageInfo { hasNextPage endCursor } }
      collections(first: 40) { nodes { id } pageInfo { hasNextPage } }
    } }
  }`,
);

/** Further variants of a product. */
export const VARIANTS_PAGE = adminOperation<
  { product: { variants: VariantPage } | null },
  { id: string; after: string }
>(
  `query ProductVariants($id: ID!, $after: String!) {
    product(id: $id) { variants(first: 100, after: $after) { nodes { ${VARIANT} } pageInfo { hasNextPage endCursor } } }
  }`,
);

/** A collection that changed, with a page of its members in its order. */
export const CHANGED_COLLECTION = adminOperation<
  { collection: (CollectionAnswer & { products: MemberPage }) | null },
  { id: string; after: string | null }
>(
  `query ChangedCollection($id: ID!, $after: String) {
    collection(id: $id) { id handle title updatedAt
      products(first: 250, after: $after, sortKey: COLLECTION_DEFAULT) { nodes { id } pageInfo { hasNextPage endCursor } }
    }
  }`,
);
