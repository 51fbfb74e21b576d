import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { graphql } from '../../gql/gql.ts';
import { problemOf } from '../../problem.ts';
import { texts } from '../../texts/texts.ts';
import { MissingPage } from '../../ui/MissingPage.tsx';
import { usePageTitle } from '../../ui/PageTitle.tsx';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { Page } from '../../ui/polaris.ts';
import { CampaignDetails } from './CampaignDetails.tsx';
import { CampaignSkeleton } from './CampaignSkeleton.tsx';

const CampaignPageQuery = graphql(/* GraphQL */ `
  query CampaignPage($id: ID!) {
    shop {
      domain
      timeZone
    }
    campaign(id: $id) {
      id
      name
      ...CampaignDetails_campaign
    }
  }
`);

/** One campaign: its numbers, how to share it, all of its fields, and who signed up. */
export function CampaignPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(CampaignPageQuery, { variables: { id }, fetchPolicy: 'cache-and-network' });
  usePageTitle(data?.campaign?.name ?? texts.campaigns.title);

  if (error && !data) {
    return (
      <Page title={texts.campaigns.title} backAction={{ content: texts.campaigns.title, url: '/campaigns' }}>
        <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />
      </Page>
    );
  }
  if (!data) return <CampaignSkeleton />;
  if (!data.campaign) return <MissingPage title={texts.campaign.notFoundTitle} body={texts.campaign.notFound} />;
  // A key of its own for each campaign, so that nothing typed at one ever stands at another.
  const { campaign, shop } = data;
  return <CampaignDetails key={campaign.id} campaign={campaign} zone={shop.timeZone} />;
}
