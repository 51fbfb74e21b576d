import { quoted } from '../../platform/csv/import-problems.ts';
import { htmlToText } from './html-text.ts';
import type { ImageDraft, ProductDraft, VariantDraft } from './product-draft.ts';
import type { ProductRow } from './product-row.ts';

const LONGEST_DESCRIPTION = 20_000;
const LONGEST_ALT = 512;
const MOST_TAGS = 250;
const STATUS = { active: 'ACTIVE', draft: 'DRAFT', archived: 'ARCHIVED', unlisted: 'UNLISTED' } as const;
const OPTIONS = ['option1', 'option2', 'option3'] as const;
/** How Shopify writes the only value of a product without options. */
const NO_OPTION = 'Default Title';

/** What the first row of a product says of the product itself; null, and reported, where it cannot be used. */
export function readProduct(
  row: ProductRow,
  handle: string,
): Omit<ProductDraft, 'images' | 'variants' | 'collections'> | null {
  if (row.isEmpty('title')) {
    row.report('title', `The first row of the product ${quoted(handle)} has no title; the product was left out.`);
    return null;
  }
  const [title, vendor, productType] = [row.name('title'), row.name('vendor'), row.name('productType')];
  const status = readStatus(row);
  if (title === null || vendor === null || productType === null || status === null) return null;
  const description = cut(htmlToText(row.raw('description')), LONGEST_DESCRIPTION);
  return { handle, title, description, vendor, productType, tags: readTags(row), status, line: row.line };
}

/** A product that is active but not published in the online store cannot be bought there: for the gate it is a draft. */
function readStatus(row: ProductRow): ProductDraft['status'] | null {
  const published = row.raw('published').toLowerCase();
  const status = row.raw('status').toLowerCase();
  const isHidden = ['false', 'no', '0'].includes(published);
  if (status === '' || status === 'active') return isHidden ? 'DRAFT' : 'ACTIVE';
  if (status in STATUS) return STATUS[status as keyof typeof STATUS];
  row.report(
    'status',
    `${quoted(row.raw('status'))} is no status; use active, draft, unlisted or archived. The product was left out.`,
  );
  return null;
}

function readTags(row: ProductRow): string[] {
  const tags = row
    .raw('tags')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '' && tag.length <= 255);
  return [...new Set(tags)].slice(0, MOST_TAGS);
}

/** Whether a later row of a product is one of its variants, not only one more picture. */
export function describesVariant(row: ProductRow): boolean {
  return [...OPTIONS, 'price', 'sku'].some(
    (column) => !row.isEmpty(column as (typeof OPTIONS)[number] | 'price' | 'sku'),
  );
}

/** The variant that a row describes; null, and reported, where it cannot be used. */
export function readVariant(row: ProductRow): VariantDraft | null {
  const price = readPrice(row);
  const compareAtPrice = row.amount('compareAtPrice');
  const stock = row.quantity('inventoryQuantity');
  const sku = row.name('sku');
  const options = OPTIONS.map((column) => row.name(column));
  if (price === null || compareAtPrice === undefined || stock === undefined || sku === null) return null;
  if (!options.every((option) => option !== null)) return null;
  const isTracked = row.hasColumn('inventoryTracker') ? !row.isEmpty('inventoryTracker') : stock !== null;
  return {
    options: optionValues(options),
    sku: sku === '' ? null : sku,
    price,
    compareAtPrice: Number(compareAtPrice) > 0 ? compareAtPrice : null,
    inventoryQuantity: isTracked ? (stock ?? 0) : null,
    sellsWhenSoldOut: ['continue', 'true', 'yes'].includes(row.raw('sellsWhenSoldOut').toLowerCase()),
    imageUrl: row.address('variantImageUrl'),
  };
}

function readPrice(row: ProductRow): string | null {
  const price = row.amount('price');
  if (price !== null) return price ?? null;
  if (!row.hasColumn('price')) return '0';
  row.report('price', 'The price is missing; the row was left out.');
  return null;
}

function optionValues(cells: string[]): string[] {
  const values = cells.slice(0, cells.findLastIndex((value) => value !== '') + 1);
  return values.length === 1 && values[0] === NO_OPTION ? [] : values;
}

/** The picture on a row, with the place that the file gives it, or else the next one. */
export function readImage(row: ProductRow, next: number): ImageDraft | null {
  const url = row.address('imageUrl');
  if (url === null) return null;
  const position = /^\d{1,6}$/.test(row.raw('imagePosition')) ? Number(row.raw('imagePosition')) : next;
  const alt = cut(row.raw('imageAlt'), LONGEST_ALT);
  return { url, alt: alt === '' ? null : alt, position };
}

/** The beginning of a text; a character that two code units make is not cut in two. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
