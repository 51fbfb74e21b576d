import { campaignListTexts } from '../texts/campaign-list-texts.ts';
import { keepText, keptText } from '../ui/kept-text.ts';
import { firstSort } from './campaign-sort.ts';
import { type ListPlace, placeOf, searchOf } from './list-place.ts';

/** A search, filters and an order under a name. */
export interface ListView {
  readonly name: string;
  /** The address's query of its first page. */
  readonly search: string;
  /** Whether the merchant made it. */
  readonly isOwn: boolean;
}

/** The most characters of a view's name. */
export const longestViewName = 40;

const words = campaignListTexts.views;
const everything: ListPlace = {
  query: '',
  statuses: [],
  accessTypes: [],
  isArchived: false,
  sort: firstSort,
  walked: [],
};
const ofStatus = (name: string, statuses: ListPlace['statuses']): ListView => {
  return { name, search: searchOf({ ...everything, statuses }), isOwn: false };
};

/** The views that every shop has. A full campaign is live for those who are in. */
export const givenViews: readonly ListView[] = [
  ofStatus(words.all, []),
  ofStatus(words.live, ['LIVE', 'FULL']),
  ofStatus(words.scheduled, ['SCHEDULED']),
  ofStatus(words.draft, ['DRAFT']),
  ofStatus(words.ended, ['ENDED']),
  { name: words.archived, search: searchOf({ ...everything, isArchived: true }), isOwn: false },
];

/** The view that shows exactly what stands at a place, whichever page of it. */
export function viewAt(place: ListPlace, views: readonly ListView[]): ListView | undefined {
  const search = viewSearchOf(place);
  return views.find((view) => view.search === search);
}

/** The same, or else the view that shows these campaigns in another order: the merchant is still in it. */
export function viewAround(place: ListPlace, views: readonly ListView[]): ListView | undefined {
  const unordered = ({ search }: ListView) =>
    viewSearchOf({ ...placeOf(new URLSearchParams(search)), sort: firstSort });
  const search = viewSearchOf({ ...place, sort: firstSort });
  return viewAt(place, views) ?? views.find((view) => unordered(view) === search);
}

/** The query of a place's first page. */
export function viewSearchOf(place: ListPlace): string {
  return searchOf({ ...place, walked: [] });
}

/** Views are kept by this browser, for each shop apart: one person's habits are nobody else's. */
const keyOf = (shop: string): string => `vip:campaign-views:${shop}`;

/** The merchant's own views in this browser. */
export function keptViews(shop: string): readonly ListView[] {
  return viewsIn(keptText(keyOf(shop))).map(({ name, search }) => {
    // What an older admin kept says what it still can.
    return { name, search: viewSearchOf(placeOf(new URLSearchParams(search))), isOwn: true };
  });
}

/** Keeps the merchant's own views; false where the browser keeps nothing. */
export function keepViews(shop: string, views: readonly ListView[]): boolean {
  return keepText(keyOf(shop), JSON.stringify(views.map(({ name, search }) => ({ name, search }))));
}

function viewsIn(text: string | null): { name: string; search: string }[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKeptView) : [];
  } catch {
    // Another program's text under our key: as if nothing were kept.
    return [];
  }
}

function isKeptView(kept: unknown): kept is { name: string; search: string } {
  if (typeof kept !== 'object' || kept === null) return false;
  return 'name' in kept && typeof kept.name === 'string' && 'search' in kept && typeof kept.search === 'string';
}
