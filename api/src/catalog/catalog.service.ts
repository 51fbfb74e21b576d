import type { Prisma, PrismaClient } from '../../../prisma/client/client.ts';
import { type Page, type PageRequest, readPage } from '../platform/graphql/connection.ts';
import { onceFor } from '../platform/once-for.ts';
import type { AccessProduct } from './access-product.type.ts';
import type { CatalogPictures } from './catalog-pictures.ts';
import { collectionsWith, productsWith } from './catalog-search.ts';
import type { Collection } from './collection.type.ts';
import {
  type GatedGoods,
  type GatedProduct,
  readGatedRows,
  toAccessProduct,
  toGatedProduct,
} from './gated-products.ts';
import type { Product, ProductStatus } from './product.type.ts';
import type { CartUrl, Storefront } from './storefront.ts';
import { sumVariants } from './variant-sums.ts';

const BY_TITLE = { column: 'title', direction: 'asc' } as const;
const PRODUCT = {
  id: true,
  title: true,
  handle: true,
  vendor: true,
  status: true,
  imageUrl: true,
  imageAlt: true,
} as const;
const COLLECTION = { id: true, title: true, handle: true } as const;

type ProductRow = Prisma.ProductGetPayload<{ select: typeof PRODUCT }>;
type CollectionRow = Prisma.CollectionGetPayload<{ select: typeof COLLECTION }>;

/** A list of the catalog: a page, and words that must all be found; empty or null finds everything. */
export interface CatalogSearch extends PageRequest {
  readonly query?: string | null | undefined;
}

/** What a campaign of a shop opens. */
export interface ShopGoods extends GatedGoods {
  readonly shop: string;
}

/** The pass that links into the cart carry, and the proof for each product that Shopify's checkout will ask for. */
export interface CartPass {
  readonly pass: string;
  readonly proofOf: (productId: string) => string | null;
}

/** What the catalog must be told of the world around it. */
export interface CatalogServiceParts {
  readonly prisma: PrismaClient;
  readonly pictures: CatalogPictures;
  readonly storefront: Storefront;
}

/** Reads a shop's catalog. Every method makes a fixed number of statements, however many rows it answers. */
export class CatalogService {
  readonly #prisma: PrismaClient;
  readonly #pictures: CatalogPictures;
  readonly #storefront: Storefront;
  readonly #gated = onceFor((goods: ShopGoods) => this.#readGated(goods));

  constructor({ prisma, pictures, storefront }: CatalogServiceParts) {
    this.#prisma = prisma;
    this.#pictures = pictures;
    this.#storefront = storefront;
  }

  /** Products by title. Each word of `query` is looked for in title, handle, vendor and tags, whatever the case. */
  async products(shop: string, { query, ...page }: CatalogSearch): Promise<Page<Product>> {
    const found = { shop, ...productsWith(query) };
    const read = async ({ where, ...order }: { where: object }) => {
      const rows = await this.#prisma.product.findMany({ where: { AND: [found, where] }, ...order, select: PRODUCT });
      return this.#describeProducts(shop, rows);
    };
    return readPage(page, BY_TITLE, read, () => this.#prisma.product.count({ where: found }));
  }

  /** Collections by title. Each word of `query` is looked for in title and handle, whatever the case. */
  async collections(shop: string, { query, ...page }: CatalogSearch): Promise<Page<Collection>> {
    const found = { shop, ...collectionsWith(query) };
    const read = async ({ where, ...order }: { where: object }) => {
      const rows = await this.#prisma.collection.findMany({
        where: { AND: [found, where] },
        ...order,
        select: COLLECTION,
      });
      return this.#describeCollections(shop, rows);
    };
    return readPage(page, BY_TITLE, read, () => this.#prisma.collection.count({ where: found }));
  }

  /** The products with these ids in the order of the ids; what the shop does not have is left out. */
  async productsByIds(shop: string, ids: readonly string[]): Promise<Product[]> {
    const rows = await this.#prisma.product.findMany({ where: { shop, id: { in: [...ids] } }, select: PRODUCT });
    return inOrder(ids, await this.#describeProducts(shop, rows));
  }

  /** The collections with these ids in the order of the ids; what the shop does not have is left out. */
  async collectionsByIds(shop: string, ids: readonly string[]): Promise<Collection[]> {
    const rows = await this.#prisma.collection.findMany({ where: { shop, id: { in: [...ids] } }, select: COLLECTION });
    return inOrder(ids, await this.#describeCollections(shop, rows));
  }

  /** Those of the ids that are products of the shop, in no order. */
  async existingProductIds(shop: string, ids: readonly string[]): Promise<string[]> {
    const rows = await this.#prisma.product.findMany({ where: { shop, id: { in: [...ids] } }, select: { id: true } });
    return rows.map(({ id }) => id);
  }

  /** Those of the ids that are collections of the shop, in no order. */
  async existingCollectionIds(shop: string, ids: readonly string[]): Promise<string[]> {
    const rows = await this.#prisma.collection.findMany({
      where: { shop, id: { in: [...ids] } },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }

  /**
   * What a gate shows: the products in the given order, then the members of the collections in theirs, each once, active
   * or unlisted ones only that the online store shows, at most 250. Read and built once for one object of goods.
   */
  async gatedProducts(goods: ShopGoods, { pass, proofOf }: CartPass): Promise<AccessProduct[]> {
    const cartUrls = new Map<string | null, CartUrl>();
    return (await this.#gated(goods)).map((product) => {
      const proof = proofOf(product.id);
      const cartUrl = cartUrls.get(proof) ?? this.#storefront.cartUrls(goods.shop, { pass, proof });
      cartUrls.set(proof, cartUrl);
      return toAccessProduct(product, cartUrl);
    });
  }

  async #readGated({ shop, ...goods }: ShopGoods): Promise<readonly GatedProduct[]> {
    const [rows, currencyCode] = await Promise.all([readGatedRows(this.#prisma, shop, goods), this.#currencyOf(shop)]);
    return rows.map((row) => {
      const url = this.#storefront.productUrl(shop, row.handle);
      return toGatedProduct(row, { currencyCode, url, imageUrl: this.#pictures.address(row.imageUrl) });
    });
  }

  async #describeProducts(shop: string, rows: ProductRow[]): Promise<Product[]> {
    if (rows.length === 0) return [];
    const [sums, currencyCode] = await Promise.all([sumVariants(this.#prisma, shop, rows), this.#currencyOf(shop)]);
    return rows.map((row) => {
      const imageUrl = this.#pictures.address(row.imageUrl);
      return { ...row, status: row.status as ProductStatus, imageUrl, ...sums(row.id, currencyCode) };
    });
  }

  async #describeCollections(shop: string, rows: CollectionRow[]): Promise<Collection[]> {
    if (rows.length === 0) return [];
    const described = await this.#pictures.ofCollections(
      shop,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({ ...row, productsCount: 0, imageUrl: null, ...described.get(row.id) }));
  }

  async #currencyOf(shop: string): Promise<string> {
    const { currencyCode } = await this.#prisma.shop.findUniqueOrThrow({ where: { domain: shop } });
    return currencyCode;
  }
}

function inOrder<Row extends { id: string }>(ids: readonly string[], rows: Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}
