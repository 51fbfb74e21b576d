import { graphql } from '../gql/gql.ts';
import type { AnalyticsPartsFragment } from '../gql/graphql.ts';

/** What the pages show of one range. */
export type Numbers = AnalyticsPartsFragment;

/** Something that is counted. */
export type Measure = Exclude<
  keyof Numbers['totals'],
  'conversionRate' | 'suspected' | '__typename' | ' $fragmentName' | ' $fragmentRefs'
>;

export const AnalyticsParts = graphql(/* GraphQL */ `
  fragment AnalyticsParts on Analytics {
    interval
    timeZone
    totals {
      views
      uniqueVisitors
      gateShown
      attempts
      denied
      passes
      signups
      productsOpened
      sentToCart
      conversionRate
      suspected {
        views
        attempts
      }
    }
    series {
      startsAt
      views
      uniqueVisitors
      attempts
      passes
      signups
    }
    sources {
      ...AnalyticsShareParts
    }
    codes {
      ...AnalyticsShareParts
    }
    links {
      ...AnalyticsShareParts
    }
    devices {
      ...AnalyticsShareParts
    }
    countries {
      ...AnalyticsShareParts
    }
    denials {
      reason
      count
      suspected
    }
  }
`);

export const AnalyticsShareParts = graphql(/* GraphQL */ `
  fragment AnalyticsShareParts on AnalyticsShare {
    value
    name
    views
    uniqueVisitors
    passes
    signups
    suspected {
      views
    }
  }
`);
