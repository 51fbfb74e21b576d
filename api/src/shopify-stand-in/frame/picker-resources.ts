import { gid } from '../world/gid.ts';
import type { StandInPicture, StandInProduct } from '../world/stand-in-product.ts';
import type { StandInShop } from '../world/stand-in-shop.ts';

const SHOWN = 50;

/** Products or collections of a shop whose title holds the search, as App Bridge's resource picker gives them to the app. */
export function findResources(
  { catalog }: StandInShop,
  { type, query = '' }: { readonly type?: string; readonly query?: string },
): readonly object[] {
  const all = type === 'collection' ? catalog.collections : catalog.products;
  const wanted = query.toLowerCase();
  const found = [...all.values()].filter(({ title }) => title.toLowerCase().includes(wanted)).slice(0, SHOWN);
  return found.map((thing) =>
    thing.kind === 'Product'
      ? productOf(thing)
      : {
          id: gid('Collection', thing.id),
          title: thing.title,
          handle: thing.handle,
          images: [],
          image: null,
          variants: [],
        },
  );
}

function productOf({ id, title, handle, status, pictures, variants, vendor, productType }: StandInProduct) {
  const images = pictures.map(imageOf);
  return {
    ...{ id: gid('Product', id), title, handle, status, vendor, productType, images, image: images[0] ?? null },
    variants: variants.map((variant) => ({
      ...{ id: gid('ProductVariant', variant.id), title: variant.title, price: variant.price },
    })),
  };
}

function imageOf({ id, url, alt }: StandInPicture) {
  return { id: gid('ImageSource', id), originalSrc: url, altText: alt };
}
