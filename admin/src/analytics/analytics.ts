import { graphql } from '../gql/gql.ts';
import type { AnalyticsPartsFragment } from '../gql/graphql.ts';

/** What the pages show of one range. */
export type Numbers = AnalyticsPartsFragment;

/** Another campaign's numbers in the same range. */
export interface Compared {
  readonly name: string;
  readonly numbers: Numbers;
}

/** Something that is counted. */
export type Count = Exclude<
  keyof Numbers['totals'],
  'conversionRate' | 'suspected' | '__typename' | ' $fragmentName' | ' $fragmentRefs'
>;

/** Something that has a number. */
export type Measure = Count | 'conversionRate';

export const AnalyticsParts = graphql(/* GraphQL */ `
  fragment AnalyticsParts on Analytics {
    interval
    timeZone
    from
    to
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
      endsAt
      views
      uniqueVisitors
      attempts
      denied
      passes
      signups
      conversionRate
    }
    campaigns {
      ...AnalyticsShareParts
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
    campaignName
    views
    uniqueVisitors
    attempts
    denied
    passes
    signups
    conversionRate
    suspected {
      views
      attempts
    }
  }
`);
