import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../gql/gql.ts';
import { problemOf } from '../problem.ts';
import { texts } from '../texts.ts';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { Page } from '../ui/polaris.ts';
import { AnalyticsView } from './AnalyticsView.tsx';
import { type Preset, rangeOf } from './range.ts';

const words = texts.analytics;

const AnalyticsShopQuery = graphql(/* GraphQL */ `
  query AnalyticsShop {
    shop {
      domain
      timeZone
    }
  }
`);

const ShopAnalyticsQuery = graphql(/* GraphQL */ `
  query ShopAnalytics($interval: AnalyticsInterval!, $from: DateTime) {
    shop {
      domain
      analytics(interval: $interval, from: $from) {
        ...AnalyticsParts
      }
    }
  }
`);

/** The numbers of all campaigns together. */
export function ShopAnalyticsPage() {
  usePageTitle(words.title);
  const { data, error, refetch } = useQuery(AnalyticsShopQuery);
  if (!data && !error) return <PageSkeleton />;
  return (
    <Page title={words.title}>
      {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
      {data && <ShopRange zone={data.shop.timeZone} />}
    </Page>
  );
}

function ShopRange({ zone }: { zone: string }) {
  const [chosen, choose] = useState(() => ({ preset: 'week' as Preset, at: new Date() }));
  const { preset, at } = chosen;
  const { data, error, refetch } = useQuery(ShopAnalyticsQuery, {
    variables: rangeOf(preset, zone, at),
    fetchPolicy: 'cache-and-network',
  });
  return (
    <AnalyticsView
      {...{ preset, zone }}
      onPreset={(next) => choose({ preset: next, at: new Date() })}
      all={words.allOfShop}
      analytics={data?.shop.analytics}
      problem={error && problemOf(error)}
      onRetry={() => void refetch()}
    />
  );
}
