import { graphql } from '../gql/gql.ts';
import type { HomePageQuery } from '../gql/graphql.ts';

/** Everything that the first page shows, in one question. */
export const HomePageDocument = graphql(/* GraphQL */ `
  query HomePage($first: Int!) {
    shop {
      domain
      timeZone
    }
    setUp {
      hasCatalog
      hasCampaign
      hasProducts
      hasConnection
      hasActivated
      hasPeople
      campaignId
    }
    attention {
      kind
      campaignId
      campaignName
      accessType
      startsAt
      count
      names
      totalUses
      maxUses
    }
    connections {
      id
      destination
      status
      problem
      problemDetail
      retryAt
      trouble {
        waiting
        waitingSince
        failed
        parked
      }
    }
    live: campaigns(first: $first, filter: { statuses: [LIVE, FULL] }) {
      totalCount
      nodes {
        id
        ...CampaignOverview_campaign
      }
    }
    upcoming: campaigns(first: $first, sortKey: STARTS_AT, filter: { statuses: [SCHEDULED] }) {
      totalCount
      nodes {
        id
        ...CampaignOverview_campaign
      }
    }
    drafts: campaigns(first: 1, sortKey: UPDATED_AT, filter: { statuses: [DRAFT] }) {
      totalCount
      nodes {
        id
      }
    }
  }
`);

/** The first page's answer. */
export type Home = HomePageQuery;

/** How many campaigns each list of the first page shows. */
export const shownOfEach = 6;
