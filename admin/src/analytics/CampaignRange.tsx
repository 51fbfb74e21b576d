import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { Revenue } from '../campaigns/shop/Revenue.tsx';
import { readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import { problemOf } from '../problem.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { Banner, BlockStack } from '../ui/polaris.ts';
import { AnalyticsView } from './AnalyticsView.tsx';
import { AnalyticsParts, type Compared } from './analytics.ts';
import { CompareField } from './CompareField.tsx';
import type { Range } from './range.ts';
import { useChosenRange } from './useChosenRange.ts';

const words = analyticsTexts.analytics;

const CampaignAnalyticsQuery = graphql(/* GraphQL */ `
  query CampaignAnalytics($id: ID!, $interval: AnalyticsInterval!, $from: DateTime, $to: DateTime) {
    campaign(id: $id) {
      id
      name
      analytics(interval: $interval, from: $from, to: $to) {
        ...AnalyticsParts
      }
    }
  }
`);

interface CampaignRangeProps {
  campaignId: string;
  name: string;
  zone: string;
}

/** A campaign's numbers in a range, beside another one's where the merchant wants that, and what it sold. */
export function CampaignRange({ campaignId, name, zone }: CampaignRangeProps) {
  const range = useChosenRange(zone);
  const [params, setParams] = useSearchParams();
  const asked = params.get('compare');
  const compareWith = asked === campaignId ? null : asked;
  const own = useCampaignNumbers(campaignId, range.range);
  const other = useCampaignNumbers(compareWith, range.range);
  const compareTo = (id: string | null): void =>
    setParams(
      (before) => {
        if (id === null) before.delete('compare');
        else before.set('compare', id);
        return before;
      },
      { replace: true },
    );
  const isGone = compareWith !== null && other.data?.campaign === null;
  const error = own.error ?? other.error;
  return (
    <BlockStack gap="400">
      <AnalyticsView
        {...{ range, zone, name }}
        page={`/campaigns/${campaignId}/analytics`}
        all={words.ranges.all}
        analytics={own.data?.campaign?.analytics}
        compared={compareWith === null ? undefined : comparedOf(other.data, name)}
        compareField={
          <>
            <CompareField
              {...{ campaignId, compareWith }}
              comparedName={other.data?.campaign?.name}
              onChoose={compareTo}
            />
            {isGone && <Banner tone="warning">{words.comparedGone}</Banner>}
          </>
        }
        problem={error && problemOf(error)}
        onRetry={() => {
          void own.refetch();
          if (compareWith !== null) void other.refetch();
        }}
      />
      <Revenue campaignId={campaignId} />
    </BlockStack>
  );
}

/** The numbers of a campaign; none are asked for where there is no campaign. */
function useCampaignNumbers(id: string | null, range: Range) {
  return useQuery(CampaignAnalyticsQuery, {
    variables: { id: id ?? '', ...range },
    fetchPolicy: 'cache-and-network',
    skip: id === null,
  });
}

type CampaignAnswer = ReturnType<typeof useCampaignNumbers>['data'];

/** Two campaigns of one name are told apart. */
function comparedOf(answer: CampaignAnswer, ownName: string): Compared | undefined {
  const campaign = answer?.campaign;
  const numbers = readFragment(AnalyticsParts, campaign?.analytics);
  if (!campaign || !numbers) return undefined;
  return { numbers, name: campaign.name === ownName ? words.namesake(campaign.name) : campaign.name };
}
