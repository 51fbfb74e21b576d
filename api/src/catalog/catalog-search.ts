import type { Prisma } from '../../../prisma/client/client.ts';
import { likeText } from '../platform/database/like-text.ts';

/** More words than anybody types, and no more conditions than a query plan likes. */
const MOST_WORDS = 8;

/** What the search of the catalog reads of a product: folded once at writing, so that a search folds only its query. */
export function searchTextOf(product: {
  title: string;
  handle: string;
  vendor: string;
  tags: readonly string[];
}): string {
  return foldForSearch([product.title, product.handle, product.vendor, ...product.tags].join('\n'));
}

/** The products in whose title, handle, vendor or tags each word of the query is found, whatever the case or accents. */
export function productsWith(query: string | null | undefined): Prisma.ProductWhereInput {
  return { AND: wordsOf(foldForSearch(query ?? '')).map((word) => ({ searchText: { contains: likeText(word) } })) };
}

/** The collections in whose title or handle each word of the query is found, whatever the case. */
export function collectionsWith(query: string | null | undefined): Prisma.CollectionWhereInput {
  return {
    AND: wordsOf(query ?? '').map((word) => {
      const contains = { contains: likeText(word), mode: 'insensitive' } as const;
      return { OR: [{ title: contains }, { handle: contains }] };
    }),
  };
}

function wordsOf(query: string): string[] {
  const words = query.replaceAll('\u0000', '').split(/\s+/);
  return words.filter((word) => word !== '').slice(0, MOST_WORDS);
}

function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFC');
}
