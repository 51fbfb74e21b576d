import { quoted } from '../../platform/csv/import-problems.ts';
import type { ImageDraft, ProductDraft, VariantDraft } from './product-draft.ts';
import { describesVariant, readImage, readProduct, readVariant } from './product-parts.ts';
import type { ProductRow } from './product-row.ts';

/** Shopify's own limits; they also bound what one product holds in memory. */
const MOST_VARIANTS = 2048;
const MOST_IMAGES = 250;

/** A product whose rows are being read. */
export class ProductInFile {
  readonly handle: string;
  readonly #product: ReturnType<typeof readProduct>;
  readonly #variants = new Map<string, VariantDraft>();
  readonly #images: ImageDraft[] = [];
  readonly #collections = new Set<string>();
  readonly #speaksOfCollections: boolean;

  constructor(handle: string, row: ProductRow) {
    this.handle = handle;
    this.#speaksOfCollections = row.hasColumn('collection');
    this.#product = readProduct(row, handle);
    if (this.#product === null) return;
    this.#addVariant(row);
    this.#addPictureAndCollection(row);
  }

  /** Takes one more row of the product in; of a product that was left out, nothing more is said. */
  add(row: ProductRow): void {
    if (this.#product === null) return;
    if (describesVariant(row)) this.#addVariant(row);
    this.#addPictureAndCollection(row);
  }

  /** The whole product; null where it was left out, or where no variant of it could be read. */
  finish(): ProductDraft | null {
    if (this.#product === null || this.#variants.size === 0) return null;
    const images = this.#images.toSorted((one, other) => one.position - other.position);
    const collections = this.#speaksOfCollections ? [...this.#collections] : null;
    return { ...this.#product, images, variants: [...this.#variants.values()], collections };
  }

  #addVariant(row: ProductRow): void {
    const variant = readVariant(row);
    if (variant === null) return;
    const key = JSON.stringify(variant.options);
    if (this.#variants.has(key)) {
      const name = variant.options.length === 0 ? 'without options' : quoted(variant.options.join(' / '));
      row.report('option1', `The product has the variant ${name} already; the row was left out.`);
      return;
    }
    if (this.#variants.size === MOST_VARIANTS) {
      row.report(null, `A product has at most ${MOST_VARIANTS} variants; the row was left out.`);
      return;
    }
    this.#variants.set(key, variant);
  }

  #addPictureAndCollection(row: ProductRow): void {
    const collection = row.name('collection');
    if (collection) this.#collections.add(collection);
    const image = readImage(row, this.#images.length + 1);
    if (image === null || this.#images.length === MOST_IMAGES) return;
    if (!this.#images.some(({ url }) => url === image.url)) this.#images.push(image);
  }
}
