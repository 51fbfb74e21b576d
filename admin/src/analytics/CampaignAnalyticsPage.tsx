import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { graphql } from '../gql/gql.ts';
import { problemOf } from '../problem.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { texts } from '../texts/texts.ts';
import { MissingPage } from '../ui/MissingPage.tsx';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { Page } from '../ui/polaris.ts';
import { CampaignRange } from './CampaignRange.tsx';

const words = analyticsTexts.analytics;

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
      <CampaignRange campaignId={id} name={data.campaign.name} zone={data.shop.timeZone} />
    </Page>
  );
}
