import { useQuery } from '@apollo/client/react';
import { formatCount } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import type { CampaignLossQuery as CampaignLoss } from '../../gql/graphql.ts';
import { detailsTexts } from '../../texts/details-texts.ts';
import { BlockStack, SkeletonBodyText, Text } from '../../ui/polaris.ts';

const CampaignLossQuery = graphql(/* GraphQL */ `
  query CampaignLoss($id: ID!) {
    campaign(id: $id) {
      id
      totalSignups
      totalPasses
      guestsCount
      accessCodes {
        id
        revokedAt
      }
      secretLinks {
        id
        revokedAt
      }
      waitingList(first: 1) {
        totalCount
      }
      sync {
        destination
        audience
        connection {
          id
        }
      }
    }
  }
`);

const words = detailsTexts.loss;

const notRevoked = (all: readonly { revokedAt?: string | null }[]): number =>
  all.filter(({ revokedAt }) => !revokedAt).length;

/** Whether sign-ups may have been sent on: also where the list is no longer chosen, or the shop no longer connected. */
const mayBeElsewhere = ({ totalSignups, sync }: NonNullable<CampaignLoss['campaign']>): boolean =>
  totalSignups > 0 && sync.some(({ audience, connection }) => audience || connection);

/** What is lost with a campaign, counted now; without an answer what is always lost. */
export function DeletionLoss({ campaignId }: { campaignId: string }) {
  const { data, loading } = useQuery(CampaignLossQuery, {
    variables: { id: campaignId },
    // Not kept: these lists belong to other cards, which know more of what is in them.
    fetchPolicy: 'no-cache',
  });
  const campaign = data?.campaign;
  if (loading && !campaign) return <Counting />;
  const counted = campaign
    ? ([
        [words.signups, campaign.totalSignups],
        [words.passes, campaign.totalPasses],
        [words.codes, notRevoked(campaign.accessCodes)],
        [words.links, notRevoked(campaign.secretLinks)],
        [words.guests, campaign.guestsCount],
        [words.waiting, campaign.waitingList.totalCount],
      ] as const)
    : [];
  const lost = counted.flatMap(([say, count]) => (count > 0 ? [say(count, formatCount(count))] : []));
  return (
    <BlockStack gap="200">
      <Text as="p">{words.intro}</Text>
      <ul className="plain-list">
        {[...lost, words.always].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {campaign && mayBeElsewhere(campaign) && <Text as="p">{words.sent}</Text>}
      <Text as="p">{words.end}</Text>
    </BlockStack>
  );
}

function Counting() {
  return (
    <BlockStack gap="200">
      <Text as="p">{words.counting}</Text>
      <SkeletonBodyText lines={3} />
    </BlockStack>
  );
}
