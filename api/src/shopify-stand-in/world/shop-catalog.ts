import type { IdSequence } from './id-sequence.ts';
import { handleOf, makeProduct, type ProductWish } from './product-wish.ts';
import type { StandInCollection, StandInProduct, StandInVariant } from './stand-in-product.ts';

/** What happened to a catalog. */
export type CatalogEvent =
  | { readonly topic: 'products/create' | 'products/update' | 'products/delete'; readonly product: StandInProduct }
  | {
      readonly topic: 'collections/create' | 'collections/update' | 'collections/delete';
      readonly collection: StandInCollection;
    };

/** What of a product may be changed. */
export type ProductChange = Partial<
  Pick<
    StandInProduct,
    'title' | 'handle' | 'descriptionHtml' | 'vendor' | 'productType' | 'tags' | 'status' | 'publishedAt'
  >
>;

/** What of a variant may be changed. */
export type VariantChange = Partial<
  Pick<StandInVariant, 'price' | 'compareAtPrice' | 'inventoryQuantity' | 'inventoryPolicy' | 'isTracked' | 'sku'>
>;

/** What a catalog works with. */
interface CatalogSetting {
  readonly ids: IdSequence;
  readonly now: () => number;
  /** Hears of every change. */
  readonly happened: (event: CatalogEvent) => void;
}

/** A shop's products and collections. Every change tells its event, as Shopify's does, unless it is the first filling. */
export class ShopCatalog {
  readonly products = new Map<string, StandInProduct>();
  readonly collections = new Map<string, StandInCollection>();
  private readonly variants = new Map<string, StandInVariant>();
  private readonly setting: CatalogSetting;

  constructor(setting: CatalogSetting) {
    this.setting = setting;
  }

  /** Makes a product. Told as `products/create`. */
  addProduct(wish: ProductWish): StandInProduct {
    const product = this.stockProduct(wish);
    this.setting.happened({ topic: 'products/create', product });
    return product;
  }

  /** Makes a product that was there before anybody listened: nothing is told. */
  stockProduct(wish: ProductWish): StandInProduct {
    const product = makeProduct(wish, this.setting.ids, this.setting.now());
    this.products.set(product.id, product);
    for (const variant of product.variants) this.variants.set(variant.id, variant);
    return product;
  }

  /** Changes a product, by its digits. Told as `products/update`, also when nothing differs, as Shopify does. */
  changeProduct(id: string, change: ProductChange): StandInProduct {
    const product = this.product(id);
    Object.assign(product, change);
    return this.touched(product);
  }

  /** Changes a variant, by its digits. Told as `products/update`. */
  changeVariant(id: string, change: VariantChange): StandInProduct {
    const variant = this.variants.get(id);
    if (variant === undefined) throw new Error(`There is no variant ${id}.`);
    Object.assign(variant, change, { updatedAt: this.setting.now() });
    return this.touched(this.product(variant.productId));
  }

  /** Takes a product away, and out of its collections. Told as `products/delete`. */
  deleteProduct(id: string): void {
    const product = this.product(id);
    this.products.delete(id);
    for (const variant of product.variants) this.variants.delete(variant.id);
    for (const collection of this.collections.values())
      collection.productIds = collection.productIds.filter((member) => member !== id);
    this.setting.happened({ topic: 'products/delete', product });
  }

  /** Makes a collection of these products. Told as `collections/create`, of which the app does not hear. */
  addCollection(title: string, productIds: readonly string[]): StandInCollection {
    const now = this.setting.now();
    const dates = { createdAt: now, updatedAt: now };
    const id = this.setting.ids.next();
    const collection: StandInCollection = {
      ...{ kind: 'Collection', id, title, handle: handleOf(title), productIds: [...productIds], ...dates },
    };
    this.collections.set(collection.id, collection);
    this.setting.happened({ topic: 'collections/create', collection });
    return collection;
  }

  /** Changes a collection. Told as `collections/update`. */
  changeCollection(
    id: string,
    change: Partial<Pick<StandInCollection, 'title' | 'handle' | 'productIds'>>,
  ): StandInCollection {
    const collection = this.collection(id);
    Object.assign(collection, change, { updatedAt: this.setting.now() });
    this.setting.happened({ topic: 'collections/update', collection });
    return collection;
  }

  /** Takes a collection away; its products stay. Told as `collections/delete`. */
  deleteCollection(id: string): void {
    const collection = this.collection(id);
    this.collections.delete(id);
    this.setting.happened({ topic: 'collections/delete', collection });
  }

  /** The product with these digits. */
  product(id: string): StandInProduct {
    const product = this.products.get(id);
    if (product === undefined) throw new Error(`There is no product ${id}.`);
    return product;
  }

  /** The collection with these digits. */
  collection(id: string): StandInCollection {
    const collection = this.collections.get(id);
    if (collection === undefined) throw new Error(`There is no collection ${id}.`);
    return collection;
  }

  /** The variant with these digits; null: there is none. */
  variant(id: string): StandInVariant | null {
    return this.variants.get(id) ?? null;
  }

  /** The product with this handle; null: there is none. */
  byHandle(handle: string): StandInProduct | null {
    return [...this.products.values()].find((product) => product.handle === handle) ?? null;
  }

  private touched(product: StandInProduct): StandInProduct {
    product.updatedAt = this.setting.now();
    this.setting.happened({ topic: 'products/update', product });
    return product;
  }
}
