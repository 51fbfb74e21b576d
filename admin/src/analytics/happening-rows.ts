import { graphql } from '../gql/gql.ts';
import type { HappeningRowsFragment } from '../gql/graphql.ts';

export const HappeningRows = graphql(/* GraphQL */ `
  fragment HappeningRows on HappeningConnection {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      at
      count
      campaignId
      campaignName
      source
      device
      country
      way
      credentialName
      outcome
      reason
    }
  }
`);

/** One row of what happened. */
export type HappeningRow = HappeningRowsFragment['nodes'][number];

/** How many rows a page shows. */
export const pageLength = 25;
