import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { CampaignSyncQuery as CampaignSyncAnswer } from '../../gql/graphql.ts';
import { type SyncSummary, SyncSummary_summary } from '../../sync/sync-summary.ts';

const CampaignSyncQuery = graphql(/* GraphQL */ `
  query CampaignSync($id: ID!) {
    campaign(id: $id) {
      id
      sync {
        destination
        audience
        audienceName
        audienceExists
        optIn
        connection {
          ...Connection_connection
        }
        summary {
          ...SyncSummary_summary
        }
      }
    }
  }
`);

type MaskedSync = NonNullable<CampaignSyncAnswer['campaign']>['sync'][number];

/** How a campaign's sign-ups do at one destination. */
export type DestinationSync = Omit<MaskedSync, 'summary'> & { summary: SyncSummary };

function unmasked(sync: readonly MaskedSync[] | undefined): readonly DestinationSync[] | undefined {
  return sync?.map((one) => ({ ...one, summary: readFragment(SyncSummary_summary, one.summary) }));
}

/** What is asked anew when the merchant has people sent. */
export const campaignQuestions = ['CampaignSync', 'CampaignSignups'];

/** How often is looked: while something moves, and while nothing does. */
const movingMs = 2_000;
const restingMs = 15_000;

/** How a campaign's sign-ups do at each destination, as it was last read; asks only when nobody else has. */
export function useCampaignSync(campaignId: string) {
  const { data, error, refetch } = useQuery(CampaignSyncQuery, { variables: { id: campaignId } });
  return { sync: unmasked(data?.campaign?.sync), error, refetch };
}

/** The same, kept up to date as long as the page is in sight. */
export function useLiveCampaignSync(campaignId: string) {
  const [isMoving, setMoving] = useState(false);
  const { data, error, refetch } = useQuery(CampaignSyncQuery, {
    variables: { id: campaignId },
    fetchPolicy: 'cache-and-network',
    pollInterval: isMoving ? movingMs : restingMs,
    skipPollAttempt: () => document.hidden,
  });
  const answered = data?.campaign?.sync;
  const sync = useMemo(() => unmasked(answered), [answered]);
  useEffect(() => setMoving(sync?.some(({ summary }) => isOnTheMove(summary)) ?? false), [sync]);
  useSignupsInStep(sync);
  return { sync, error, refetch };
}

/** Whether a summary is about to change by itself. */
function isOnTheMove({ waiting, sending, accepted }: SyncSummary): boolean {
  return waiting + sending + accepted > 0;
}

/** Reads the sign-ups and the page's own numbers anew whenever these change, so that they never disagree for long. */
function useSignupsInStep(sync: readonly DestinationSync[] | undefined): void {
  const client = useApolloClient();
  const numbers = sync && JSON.stringify(sync.map(({ summary }) => ({ ...summary, lastAnswer: 0, lastAnswerAt: 0 })));
  const seen = useRef(numbers);
  useEffect(() => {
    const isFirst = seen.current === undefined;
    if (numbers === seen.current) return;
    seen.current = numbers;
    if (!isFirst) void client.refetchQueries({ include: ['CampaignSignups', 'CampaignPage'] });
  }, [numbers, client]);
}
