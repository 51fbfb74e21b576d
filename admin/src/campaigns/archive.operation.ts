import { graphql } from '../gql/gql.ts';

/** Puts a campaign into the archive. */
export const CampaignArchive = graphql(/* GraphQL */ `
  mutation CampaignArchive($id: ID!) {
    campaignArchive(id: $id) {
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

/** Takes a campaign out of the archive. */
export const CampaignUnarchive = graphql(/* GraphQL */ `
  mutation CampaignUnarchive($id: ID!) {
    campaignUnarchive(id: $id) {
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
