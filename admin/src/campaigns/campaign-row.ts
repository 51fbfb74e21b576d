import { graphql } from '../gql/gql.ts';
import type { CampaignTable_CampaignFragment } from '../gql/graphql.ts';

export const CampaignTable_campaign = graphql(/* GraphQL */ `
  fragment CampaignTable_campaign on EarlyAccessCampaign {
    id
    name
    status
    isActive
    accessType
    startsAt
    totalViews
    totalSignups
    conversionRate
    createdAt
  }
`);

/** A campaign as the list shows it. */
export type CampaignRow = CampaignTable_CampaignFragment;
