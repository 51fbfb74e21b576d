/** A page of a collection, and Klaviyo's links to those around it. */
export interface KlaviyoPage<Item> {
  readonly items: readonly Item[];
  readonly links: { readonly self: string; readonly prev?: string; readonly next?: string };
}

/** Where a page stands: the collection's address and the query that was asked. */
export interface PageRequest {
  readonly address: string;
  /** The query as it was asked: a link keeps all of it but the cursor. */
  readonly search: string;
  readonly query: { readonly 'page[cursor]'?: string | undefined; readonly 'page[size]': number };
}

/** Cuts the page that a cursor names. An unknown cursor is the first page. */
export function pageOf<Item>(all: readonly Item[], { address, search, query }: PageRequest): KlaviyoPage<Item> {
  const size = query['page[size]'];
  const start = startOf(query['page[cursor]']);
  const at = (offset: number) => {
    const asked = new URLSearchParams(search);
    asked.set('page[cursor]', cursorOf(offset));
    return `${address}?${asked}`;
  };
  return {
    items: all.slice(start, start + size),
    links: {
      self: at(start),
      ...(start > 0 ? { prev: at(Math.max(0, start - size)) } : {}),
      ...(start + size < all.length ? { next: at(start + size) } : {}),
    },
  };
}

function cursorOf(offset: number): string {
  return Buffer.from(`next::${offset}`).toString('base64url');
}

function startOf(cursor: string | undefined): number {
  const [, offset] = Buffer.from(cursor ?? '', 'base64url')
    .toString()
    .split('::');
  return /^\d+$/.test(offset ?? '') ? Number(offset) : 0;
}
