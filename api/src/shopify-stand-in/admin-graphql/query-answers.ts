import { digitsOf, gid, kindOf } from '../world/gid.ts';
import type { StandInCollection, StandInProduct, StandInVariant } from '../world/stand-in-product.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';
import { type AdminCall, answers } from './admin-call.ts';
import { exactly } from './answer-parts.ts';
import { connectionOf, type PageArguments, rootConnection } from './connection.ts';
import { fits, type Searchable } from './search-query.ts';

interface ListArguments extends PageArguments {
  readonly query?: string | null;
  readonly sortKey?: string | null;
}

interface ById {
  readonly id: string;
}

/** `QueryRoot` of the Admin API, as far as the stand-in answers it. */
export const queryAnswers = answers<unknown>({
  shop: (_root, _args, { shop }) => shop,
  product: (_root, { id }: ById, { shop }) => shop.catalog.products.get(digitsOf('Product', id) ?? '') ?? null,
  products: (_root, args: ListArguments, call) => rootConnection(foundProducts(call.shop, args), args, call),
  productsCount: (_root, args: ListArguments, { shop }) => exactly(foundProducts(shop, args).length),
  productByIdentifier: (_root, { identifier }: { identifier: { id?: string; handle?: string } }, { shop }) =>
    identifier.id
      ? (shop.catalog.products.get(digitsOf('Product', identifier.id) ?? '') ?? null)
      : shop.catalog.byHandle(identifier.handle ?? ''),
  productByHandle: (_root, { handle }: { handle: string }, { shop }) => shop.catalog.byHandle(handle),
  productVariant: (_root, { id }: ById, { shop }) => shop.catalog.variant(digitsOf('ProductVariant', id) ?? ''),
  productVariants: (_root, args: ListArguments, call) => rootConnection(foundVariants(call.shop, args), args, call),
  collection: (_root, { id }: ById, { shop }) => shop.catalog.collections.get(digitsOf('Collection', id) ?? '') ?? null,
  collections: (_root, args: ListArguments, call) => rootConnection(foundCollections(call.shop, args), args, call),
  collectionsCount: (_root, args: ListArguments, { shop }) => exactly(foundCollections(shop, args).length),
  node: (_root, { id }: ById, call) => nodeOf(id, call),
  nodes: (_root, { ids }: { ids: readonly string[] }, call) => ids.map((id) => nodeOf(id, call)),
  currentAppInstallation: (_root, _args, { shop }) => shop.installation,
  appInstallation: (_root, _args, { shop }) => shop.installation,
  validation: (_root, { id }: ById, { shop }) => shop.validations.get(digitsOf('Validation', id) ?? '') ?? null,
  validations: (_root, args: PageArguments, call) => rootConnection([...call.shop.validations.values()], args, call),
  bulkOperation: (_root, { id }: ById, call) => bulkOperationOf(id, call),
  bulkOperations: (_root, args: PageArguments, call) => connectionOf(call.shop.bulkOperations, args, call),
  currentBulkOperation: (_root, { type = 'QUERY' }: { type?: string }, { shop }) =>
    type === 'QUERY' ? (shop.bulkOperations.at(-1) ?? null) : null,
  order: (_root, { id }: ById, { shop }) => shop.orders.find((order) => gid('Order', order.id) === id) ?? null,
  orders: (_root, args: PageArguments, call) => rootConnection(call.shop.orders, args, call),
});

function foundProducts({ catalog }: StandInShop, { query, sortKey }: ListArguments): readonly StandInProduct[] {
  const all = [...catalog.products.values()];
  const found = query ? all.filter((product) => fits(query, searchableProduct(product, catalog))) : all;
  return sorted(found, sortKey);
}

function searchableProduct(product: StandInProduct, { collections }: StandInShop['catalog']): Searchable {
  const { id, title, handle, status, vendor, productType, tags, variants } = product;
  const at = {
    created_at: new Date(product.createdAt).toISOString(),
    updated_at: new Date(product.updatedAt).toISOString(),
  };
  const joined = [...collections.values()].filter(({ productIds }) => productIds.includes(id));
  return {
    ...{ id, title, handle, status, vendor, product_type: productType, tag: tags, ...at },
    ...{ sku: variants.map(({ sku }) => sku ?? ''), collection_id: joined.map((collection) => collection.id) },
  };
}

function foundVariants({ catalog }: StandInShop, { query }: ListArguments): readonly StandInVariant[] {
  const all = [...catalog.products.values()].flatMap(({ variants }) => variants);
  return all.filter(({ id, title, sku, productId, updatedAt }) =>
    fits(query, { id, title, sku: sku ?? '', product_id: productId, updated_at: new Date(updatedAt).toISOString() }),
  );
}

function foundCollections({ catalog }: StandInShop, { query, sortKey }: ListArguments): readonly StandInCollection[] {
  const found = [...catalog.collections.values()].filter(({ id, title, handle, updatedAt }) =>
    fits(query, { id, title, handle, updated_at: new Date(updatedAt).toISOString() }),
  );
  return sorted(found, sortKey);
}

/** By id, which is the order of making, unless a title or a date is asked for. */
function sorted<One extends { readonly title: string; readonly updatedAt: number; readonly createdAt: number }>(
  all: readonly One[],
  sortKey: string | null | undefined,
): readonly One[] {
  if (sortKey === 'TITLE') return all.toSorted((one, other) => one.title.localeCompare(other.title));
  if (sortKey === 'UPDATED_AT') return all.toSorted((one, other) => one.updatedAt - other.updatedAt);
  return sortKey === 'CREATED_AT' ? all.toSorted((one, other) => one.createdAt - other.createdAt) : all;
}

/** The thing with this global id; null: there is none, or none of a kind that the stand-in keeps. */
function nodeOf(id: string, call: AdminCall): unknown {
  const { shop } = call;
  const { catalog } = shop;
  switch (kindOf(id)) {
    case 'Product':
      return catalog.products.get(digitsOf('Product', id) ?? '') ?? null;
    case 'ProductVariant':
      return catalog.variant(digitsOf('ProductVariant', id) ?? '');
    case 'Collection':
      return catalog.collections.get(digitsOf('Collection', id) ?? '') ?? null;
    case 'Validation':
      return shop.validations.get(digitsOf('Validation', id) ?? '') ?? null;
    case 'BulkOperation':
      return bulkOperationOf(id, call);
    case 'Metafield':
      return shop.metafields.byId(id);
    case 'Order':
      return shop.orders.find((order) => gid('Order', order.id) === id) ?? null;
    default:
      return null;
  }
}

function bulkOperationOf(id: string, { shop }: AdminCall) {
  return shop.bulkOperations.find((operation) => gid('BulkOperation', operation.id) === id) ?? null;
}
