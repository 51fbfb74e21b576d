import { useMutation } from '@apollo/client/react';
import { CampaignActivate, CampaignPause } from '../campaigns/activation.operation.ts';
import { graphql } from '../gql/gql.ts';
import type { CampaignUpdateInput } from '../gql/graphql.ts';
import { type Outcome, settle } from '../outcome.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { refusalOf } from '../ui/refusal.ts';

const LeverOpenToAll = graphql(/* GraphQL */ `
  mutation LeverOpenToAll($id: ID!, $isOpenToAll: Boolean!) {
    campaignOpenToAll(campaignId: $id, isOpenToAll: $isOpenToAll) {
      campaign {
        id
        isOpenToAll
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const LeverUpdate = graphql(/* GraphQL */ `
  mutation LeverUpdate($id: ID!, $input: CampaignUpdateInput!) {
    campaignUpdate(id: $id, input: $input) {
      campaign {
        id
        status
        endsAt
        password
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const recorded = { refetchQueries: ['CampaignActions'] };

/** The levers of one campaign. Each says how it ended, and calls `onDone` when it is done. */
export function useLevers(id: string, onDone: () => void) {
  const [runActivate] = useMutation(CampaignActivate, recorded);
  const [runPause] = useMutation(CampaignPause, recorded);
  const [runOpenToAll] = useMutation(LeverOpenToAll, recorded);
  const [runUpdate] = useMutation(LeverUpdate, recorded);
  const showToast = useToast();

  const report = (outcome: Outcome<unknown>): void => {
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? analyticsTexts.live.done, isError: refusal !== undefined });
    if (refusal === undefined) onDone();
  };
  return {
    activate: async () =>
      report(await settle(async () => (await runActivate({ variables: { id } })).data?.campaignActivate)),
    pause: async () => report(await settle(async () => (await runPause({ variables: { id } })).data?.campaignPause)),
    setOpenToAll: async (isOpenToAll: boolean) =>
      report(
        await settle(async () => (await runOpenToAll({ variables: { id, isOpenToAll } })).data?.campaignOpenToAll),
      ),
    change: async (input: CampaignUpdateInput) =>
      report(await settle(async () => (await runUpdate({ variables: { id, input } })).data?.campaignUpdate)),
  };
}
