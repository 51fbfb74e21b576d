import type { CampaignSortKey } from '../gql/graphql.ts';
import { campaignListTexts } from '../texts/campaign-list-texts.ts';

/** The orders that the list can be read in, by the name that each has in the address. */
const orders = {
  newest: { sortKey: 'CREATED_AT', reverse: false },
  oldest: { sortKey: 'CREATED_AT', reverse: true },
  name: { sortKey: 'NAME', reverse: false },
  'name-down': { sortKey: 'NAME', reverse: true },
  opens: { sortKey: 'STARTS_AT', reverse: false },
  'opens-last': { sortKey: 'STARTS_AT', reverse: true },
  changed: { sortKey: 'UPDATED_AT', reverse: false },
  'changed-last': { sortKey: 'UPDATED_AT', reverse: true },
} satisfies Record<string, { sortKey: CampaignSortKey; reverse: boolean }>;

/** An order's name in the address. */
export type CampaignSort = keyof typeof orders;

/** The order of a list for which nobody has chosen one. */
export const firstSort: CampaignSort = 'newest';

const names = Object.keys(orders) as CampaignSort[];

/** The orders to choose from. */
export const campaignSorts = names.map((value) => ({ value, label: campaignListTexts.sort[value] }));

/** The order that an address asks for; newest first for anything unknown. */
export function sortOf(text: string | null): CampaignSort {
  return names.find((name) => name === text) ?? firstSort;
}

/** The order as the API is asked for it. */
export function sortArguments(sort: CampaignSort): { sortKey: CampaignSortKey; reverse: boolean } {
  return orders[sort];
}
