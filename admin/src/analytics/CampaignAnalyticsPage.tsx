import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { graphql } from '../gql/gql.ts';
import { problemOf } from '../problem.ts';
import { texts } from '../texts.ts';
import { MissingPage } from '../ui/MissingPage.tsx';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { Page } from '../ui/polaris.ts';
import { AnalyticsView } from './AnalyticsView.tsx';
import { type Preset, rangeOf } from './range.ts';

const words = texts.analytics;

const AnalyticsCampaignQuery = graphql(/* GraphQL */ `
  query AnalyticsCampaign($id: ID!) {
    shop {
      domain
      timeZone
    }
    campaign(id: $id) {
      id
      name
    }
  }
`);

const CampaignAnalyticsQuery = graphql(/* GraphQL */ `
  query CampaignAnalytics($id: ID!, $interval: AnalyticsInterval!, $from: DateTime) {
    campaign(id: $id) {
      id
      analytics(interval: $interval, from: $from) {
        ...AnalyticsParts
      }
    }
  }
`);

/** One campaign's numbers. */
export function CampaignAnalyticsPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AnalyticsCampaignQuery, { variables: { id } });
  usePageTitle(data?.campaign ? words.ofCampaign(data.campaign.name) : words.title);
  const backAction = { content: data?.campaign?.name ?? texts.campaigns.title, url: `/campaigns/${id}` };

  if (error) {
    return (
      <Page title={words.title} backAction={backAction}>
        <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />
      </Page>
    );
  }
  if (!data) return <PageSkeleton />;
  if (!data.campaign) return <MissingPage title={texts.campaign.notFoundTitle} body={texts.campaign.notFound} />;
  return (
    <Page
      title={words.ofCampaign(data.campaign.name)}
      backAction={backAction}
      secondaryActions={[{ content: texts.live.action, url: `/campaigns/${id}/live-view` }]}
    >
      <CampaignRange campaignId={id} zone={data.shop.timeZone} />
    </Page>
  );
}

function CampaignRange({ campaignId, zone }: { campaignId: string; zone: string }) {
  const [chosen, choose] = useState(() => ({ preset: 'week' as Preset, at: new Date() }));
  const { preset, at } = chosen;
  const { data, error, refetch } = useQuery(CampaignAnalyticsQuery, {
    variables: { id: campaignId, ...rangeOf(preset, zone, at) },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <AnalyticsView
      {...{ preset, zone }}
      onPreset={(next) => choose({ preset: next, at: new Date() })}
      all={words.ranges.all}
      analytics={data?.campaign?.analytics}
      problem={error && problemOf(error)}
      onRetry={() => void refetch()}
    />
  );
}
