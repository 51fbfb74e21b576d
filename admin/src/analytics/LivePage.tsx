import { useQuery } from '@apollo/client/react';
import { type ReactNode, useEffect } from 'react';
import { useParams } from 'react-router';
import { CampaignStatusBadge } from '../campaigns/CampaignStatusBadge.tsx';
import { formatCount, formatMoment } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import { problemOf } from '../problem.ts';
import { analyticsTexts } from '../analytics-texts.ts';
import { texts } from '../texts.ts';
import { BigNumber } from '../ui/BigNumber.tsx';
import { MissingPage } from '../ui/MissingPage.tsx';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { Banner, BlockStack, Page, SkeletonBodyText, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { ActionRecord } from './ActionRecord.tsx';
import { Levers } from './Levers.tsx';
import type { LiveNumbers, SpanNumbers } from './live-stream.ts';
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
      {now && <NumbersNow {...{ now, zone }} />}
    </>
  );
}

function NumbersNow({ now, zone }: { now: LiveNumbers; zone: string }) {
  const { inAll, lastMinute, lastDay, placesLeft } = now;
  return (
    <TopicCard title={words.now(formatMoment(now.at, zone))}>
      {now.isOpenToAll && <Banner tone="warning">{words.isOpenToAll}</Banner>}
      <Numbers title={words.total} numbers={inAll} counts={['views', 'passes', 'signups']}>
        <BigNumber name={words.placesLeft} value={placesLeft === null ? words.unlimited : formatCount(placesLeft)} />
      </Numbers>
      <Numbers title={words.lastMinute} numbers={lastMinute} counts={['views', 'passes', 'signups']} />
      <Numbers
        title={words.lastDay}
        numbers={lastDay}
        counts={['uniqueVisitors', 'attempts', 'denied', 'sentToCart']}
      />
    </TopicCard>
  );
}

interface NumbersProps {
  title: string;
  numbers: SpanNumbers;
  counts: readonly Exclude<keyof SpanNumbers, 'suspected'>[];
  /** What stands beside them and is no count. */
  children?: ReactNode;
}

/** The numbers of one span, and what was left out of them. */
function Numbers({ title, numbers, counts, children }: NumbersProps) {
  const { views, passes } = numbers.suspected;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <dl className="numbers">
        {counts.map((count) => (
          <BigNumber key={count} name={analyticsTexts.analytics.names[count]} value={formatCount(numbers[count])} />
        ))}
        {children}
      </dl>
      {views + passes > 0 && (
        <Text as="p" tone="subdued">
          {words.suspected(formatCount(views), formatCount(passes))}
        </Text>
      )}
    </BlockStack>
  );
}
