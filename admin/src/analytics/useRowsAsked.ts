import { useSearchParams } from 'react-router';
import { type CursorPages, useCursorPages } from '../ui/cursor-pages.ts';
import { pageLength } from './happening-rows.ts';
import { type RowsAsked, readRowsAddress } from './rows-address.ts';

/** Which rows the address asks for. */
export interface RowsQuestion {
  asked: RowsAsked;
  /** What the page of the numbers had chosen, as the end of its address. */
  range: string;
}

/** Reads the address of a rows page; null where it asks for nothing that there is. */
export function useRowsAsked(): RowsQuestion | null {
  const [params] = useSearchParams();
  const [asked, range] = [readRowsAddress(params), params.get('range')];
  return asked && { asked, range: range ? `?${new URLSearchParams({ range })}` : '' };
}

/** The pages of the rows that were asked for; other rows begin at their first page. */
export function useRowPages(asked: RowsAsked): CursorPages {
  return useCursorPages(JSON.stringify(asked));
}

/** What the API is asked for. */
export function variablesOf({ kind, from, to, share, isSuspected = false }: RowsAsked, { after }: CursorPages) {
  return { kind, from: from ?? null, to: to ?? null, share: share ?? null, isSuspected, first: pageLength, after };
}
