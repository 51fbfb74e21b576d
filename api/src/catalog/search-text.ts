/** What the search of the catalog reads of a product: folded once at writing, so that a search folds only its query. */
export function searchTextOf(product: {
  title: string;
  handle: string;
  vendor: string;
  tags: readonly string[];
}): string {
  return foldForSearch([product.title, product.handle, product.vendor, ...product.tags].join('\n'));
}

/** Text without the differences that somebody who searches does not mean: case, accents, Unicode form. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFC');
}

/** The words of a search; each must be found. At most eight, so that nobody makes a query of a thousand conditions. */
export function searchWords(query: string | null | undefined): string[] {
  return foldForSearch(query ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
}
