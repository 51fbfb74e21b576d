import type { CampaignSortKey } from '../gql/graphql.ts';
import { texts } from '../texts.ts';

/** The orders that the list can be read in. */
export const campaignSorts = (Object.keys(texts.sort) as CampaignSortKey[]).map((value) => ({
  value,
  label: texts.sort[value],
}));

/** The order that an address asks for; newest first for anything unknown. */
export function sortKeyOf(text: string | null): CampaignSortKey {
  return campaignSorts.find(({ value }) => value === text)?.value ?? 'CREATED_AT';
}
