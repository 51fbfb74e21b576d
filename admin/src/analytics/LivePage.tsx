import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { CampaignStatusBadge } from '../campaigns/CampaignStatusBadge.tsx';
import { graphql } from '../gql/gql.ts';
import { problemOf } from '../problem.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { texts } from '../texts/texts.ts';
import { MissingPage } from '../ui/MissingPage.tsx';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { Banner, BlockStack, Page, SkeletonBodyText } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { ActionRecord } from './ActionRecord.tsx';
import { Levers } from './Levers.tsx';
import { NumbersNow } from './NumbersNow.tsx';
import { useLive } from './useLive.ts';

const words = analyticsTexts.live;

const LiveCampaignQuery = graphql(/* GraphQL */ `
  query LiveCampaign($id: ID!) {
    shop {
      domain
      timeZone
    }
    campaign(id: $id) {
      id
      name
      status
      isActive
      isOpenToAll
      endsAt
      totalPasses
      accessType
    }
  }
`);

/** A campaign on its day: its numbers by the second, and the levers at hand. */
export function LivePage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(LiveCampaignQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  usePageTitle(data?.campaign ? words.ofCampaign(data.campaign.name) : words.title);
  const backAction = { content: data?.campaign?.name ?? texts.campaigns.title, url: `/campaigns/${id}` };

  if (error && !data) {
    return (
      <Page title={words.title} backAction={backAction}>
        <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />
      </Page>
    );
  }
  if (!data) return <PageSkeleton />;
  const { campaign, shop } = data;
  if (!campaign) return <MissingPage title={texts.campaign.notFoundTitle} body={texts.campaign.notFound} />;
  return (
    <Page
      title={words.ofCampaign(campaign.name)}
      titleMetadata={<CampaignStatusBadge status={campaign.status} />}
      backAction={backAction}
      secondaryActions={[{ content: texts.analytics.action, url: `/campaigns/${id}/analytics` }]}
    >
      <BlockStack gap="400">
        <LiveSection campaignId={id} zone={shop.timeZone} onStanding={refetch} />
        <Levers campaign={campaign} zone={shop.timeZone} />
        <ActionRecord campaignId={id} zone={shop.timeZone} />
      </BlockStack>
    </Page>
  );
}

interface LiveSectionProps {
  campaignId: string;
  zone: string;
  /** The campaign stands otherwise than before, perhaps by somebody else's hand. */
  onStanding(): unknown;
}

function LiveSection({ campaignId, zone, onStanding }: LiveSectionProps) {
  const { state, now } = useLive(campaignId);
  const standing = now && JSON.stringify([now.status, now.isActive, now.isOpenToAll, now.endsAt]);
  useEffect(() => {
    if (standing) onStanding();
  }, [standing, onStanding]);
  const hasProblem = state === 'lost' || state === 'refused' || state === 'gone';
  return (
    <>
      <div aria-live="polite">{hasProblem && <Banner tone="warning">{words[state]}</Banner>}</div>
      {!now && state === 'connecting' && (
        <TopicCard title={words.connecting}>
          <SkeletonBodyText lines={3} />
        </TopicCard>
      )}
      {now && <NumbersNow {...{ campaignId, now, zone }} />}
    </>
  );
}
