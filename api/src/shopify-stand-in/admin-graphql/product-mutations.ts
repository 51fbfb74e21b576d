import { digitsOf } from '../world/gid.ts';
import type { ProductWish } from '../world/product-wish.ts';
import type { ShopifyWorld } from '../world/shopify-world.ts';
import type { StandInProductStatus } from '../world/stand-in-product.ts';
import { answers } from './admin-call.ts';

interface ProductInput {
  readonly id?: string | null;
  readonly title?: string | null;
  readonly handle?: string | null;
  readonly descriptionHtml?: string | null;
  readonly vendor?: string | null;
  readonly productType?: string | null;
  readonly tags?: readonly string[] | null;
  readonly status?: StandInProductStatus | null;
}

/** What `productUpdate` may say here: anything else is a gap, not a silent yes. */
const CHANGEABLE = ['title', 'handle', 'descriptionHtml', 'vendor', 'productType', 'tags', 'status'];

/** The mutations about products. */
export const productMutations = answers<unknown>({
  productUpdate: (_root, args: { product?: ProductInput | null; input?: ProductInput | null }, { shop, world }) => {
    const { id, ...change } = args.product ?? args.input ?? {};
    demandKnown(change, world);
    const known = shop.catalog.products.get(digitsOf('Product', id ?? '') ?? '');
    if (known === undefined) return refused(['id'], 'Product does not exist');
    if (change.title === '') return refused(['title'], "Title can't be blank");
    return { product: shop.catalog.changeProduct(known.id, said(change)), userErrors: [] };
  },
  productCreate: (_root, args: { product?: ProductInput | null; input?: ProductInput | null }, { shop }) => {
    const wish = said(args.product ?? args.input ?? {});
    if (!wish.title) return refused(['title'], "Title can't be blank");
    return { product: shop.catalog.addProduct(wish as ProductWish), userErrors: [] };
  },
  productDelete: (_root, { input: { id } }: { input: { id: string } }, { shop }) => {
    const known = shop.catalog.products.get(digitsOf('Product', id) ?? '');
    if (known === undefined)
      return { deletedProductId: null, userErrors: [{ field: ['id'], message: 'Product does not exist' }] };
    shop.catalog.deleteProduct(known.id);
    return { deletedProductId: id, userErrors: [] };
  },
});

function refused(field: readonly string[], message: string) {
  return { product: null, userErrors: [{ field, message }] };
}

/** Inputs that nobody looks at must not pass as done. Those that Shopify's schema fills in by itself say false. */
function demandKnown(change: object, { seen }: ShopifyWorld): void {
  for (const [name, value] of Object.entries(change)) {
    if (CHANGEABLE.includes(name) || value === null || value === false) continue;
    seen.gaps.add(`ProductUpdateInput.${name}`);
    throw new Error(`The stand-in's productUpdate does not know ${name}.`);
  }
}

/** What of an input was said: null and absent are both "as it is" for these fields. */
function said(input: ProductInput): { [Name in keyof ProductInput]?: NonNullable<ProductInput[Name]> } {
  const entries = Object.entries(input);
  return Object.fromEntries(entries.filter(([name, value]) => CHANGEABLE.includes(name) && value !== null));
}
