import type { RowsAsked } from './rows-address.ts';

/** Where the rows of a number stand; without a span those of the page's whole range. */
export type RowsLink = (asked: RowsAsked) => string;
