import { useQuery } from '@apollo/client/react';
import { graphql } from '../gql/gql.ts';
import { problemOf } from '../problem.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { BlockStack, Card, Page, SkeletonBodyText } from '../ui/polaris.ts';
import { AnalyticsView } from './AnalyticsView.tsx';
import { NumbersSkeleton } from './NumbersSkeleton.tsx';
import { ShopRevenue } from './ShopRevenue.tsx';
import { useChosenRange } from './useChosenRange.ts';

const words = analyticsTexts.analytics;

const AnalyticsShopQuery = graphql(/* GraphQL */ `
  query AnalyticsShop {
    shop {
      domain
      timeZone
    }
  }
`);

const ShopAnalyticsQuery = graphql(/* GraphQL */ `
  query ShopAnalytics($interval: AnalyticsInterval!, $from: DateTime, $to: DateTime) {
    shop {
      domain
      analytics(interval: $interval, from: $from, to: $to) {
        ...AnalyticsParts
      }
    }
  }
`);

/** The numbers of all campaigns together. */
export function ShopAnalyticsPage() {
  usePageTitle(words.title);
  const { data, error, refetch } = useQuery(AnalyticsShopQuery);
  return (
    <Page title={words.title}>
      {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
      {!data && !error && <Waiting />}
      {data && <ShopRange zone={data.shop.timeZone} />}
    </Page>
  );
}

function Waiting() {
  return (
    <BlockStack gap="400">
      <Card>
        <SkeletonBodyText lines={3} />
      </Card>
      <NumbersSkeleton />
    </BlockStack>
  );
}

function ShopRange({ zone }: { zone: string }) {
  const range = useChosenRange(zone);
  const { data, error, refetch } = useQuery(ShopAnalyticsQuery, {
    variables: range.range,
    fetchPolicy: 'cache-and-network',
  });
  return (
    <BlockStack gap="400">
      <AnalyticsView
        {...{ range, zone }}
        page="/analytics"
        all={words.allOfShop}
        analytics={data?.shop.analytics}
        problem={error && problemOf(error)}
        onRetry={() => void refetch()}
      />
      <ShopRevenue />
    </BlockStack>
  );
}
