import type { AccessType, CampaignStatus } from '../gql/graphql.ts';
import { texts } from '../texts/texts.ts';
import { type CampaignSort, firstSort, sortArguments, sortOf } from './campaign-sort.ts';

/** Where a merchant stands in the list of campaigns: all of it is in the address, so that a link, a reload and the way back lead there. */
export interface ListPlace {
  readonly query: string;
  /** Empty: whichever. */
  readonly statuses: readonly CampaignStatus[];
  readonly accessTypes: readonly AccessType[];
  /** Those that were put away, instead of all others. */
  readonly isArchived: boolean;
  readonly sort: CampaignSort;
  /** The cursors of the pages walked through: the API pages forward only, so that the way back is in the address too. */
  readonly walked: readonly string[];
}

/** What can be filtered by, in the order of the choices. */
export const listStatuses = Object.keys(texts.status) as CampaignStatus[];
export const listAccessTypes = Object.keys(texts.accessType) as AccessType[];

/** How many campaigns a page of the list shows. */
export const pageLength = 25;

/** The place that an address names; what it says that is unknown here is left out. */
export function placeOf(params: URLSearchParams): ListPlace {
  const statuses = params.getAll('status');
  const accessTypes = params.getAll('access');
  return {
    query: params.get('q') ?? '',
    statuses: listStatuses.filter((status) => statuses.includes(status.toLowerCase())),
    accessTypes: listAccessTypes.filter((accessType) => accessTypes.includes(accessType.toLowerCase())),
    isArchived: params.has('archived'),
    sort: sortOf(params.get('sort')),
    walked: params.getAll('after'),
  };
}

/** The address's query of a place, one for each place, with nothing in it that goes without saying. */
export function searchOf({ query, statuses, accessTypes, isArchived, sort, walked }: ListPlace): string {
  const inOrder = <Value extends string>(all: readonly Value[], chosen: readonly Value[]): string[] =>
    all.filter((value) => chosen.includes(value)).map((value) => value.toLowerCase());
  return new URLSearchParams([
    ...(query === '' ? [] : [['q', query]]),
    ...inOrder(listStatuses, statuses).map((status) => ['status', status]),
    ...inOrder(listAccessTypes, accessTypes).map((accessType) => ['access', accessType]),
    ...(isArchived ? [['archived', 'yes']] : []),
    ...(sort === firstSort ? [] : [['sort', sort]]),
    ...walked.map((cursor) => ['after', cursor]),
  ]).toString();
}

/** Whether a search, a filter or the archive keeps campaigns out of the list. */
export function isNarrowed({ query, statuses, accessTypes, isArchived }: ListPlace): boolean {
  return isArchived || query !== '' || statuses.length > 0 || accessTypes.length > 0;
}

/** What the API is asked for at a place. */
export function listArguments({ query, statuses, accessTypes, isArchived, sort, walked }: ListPlace) {
  return {
    ...{ first: pageLength, after: walked.at(-1) ?? null, query: query || null },
    ...sortArguments(sort),
    isArchived,
    filter: { statuses: [...statuses], accessTypes: [...accessTypes] },
  };
}
