import { graphql } from '../gql/gql.ts';

/** Opens a campaign's gate by hand. */
export const CampaignActivate = graphql(/* GraphQL */ `
  mutation CampaignActivate($id: ID!) {
    campaignActivate(id: $id) {
      campaign {
        id
        isActive
        status
        archivedAt
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

/** Closes it by hand. */
export const CampaignPause = graphql(/* GraphQL */ `
  mutation CampaignPause($id: ID!) {
    campaignPause(id: $id) {
      campaign {
        id
        isActive
        status
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);
