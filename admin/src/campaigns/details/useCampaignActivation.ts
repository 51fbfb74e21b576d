import { useApolloClient, useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';
import type { CampaignStatus } from '../../gql/graphql.ts';
import { type Outcome, settle } from '../../outcome.ts';
import { texts } from '../../texts/texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { refusalOf } from '../../ui/refusal.ts';
import { CampaignActivate, CampaignPause } from '../activation.operation.ts';
import { statusOnceActive } from '../expected-status.ts';

const CampaignActivation_campaign = graphql(/* GraphQL */ `
  fragment CampaignActivation_campaign on EarlyAccessCampaign {
    id
    startsAt
    endsAt
    capacity
    totalPasses
  }
`);

/** Opens and closes a campaign's gate by hand, shown at once and taken back where the API refuses; each offers the other as its undo. */
export function useCampaignActivation(id: string) {
  const { cache } = useApolloClient();
  const [runActivate, activating] = useMutation(CampaignActivate);
  const [runPause, pausing] = useMutation(CampaignPause);
  const showToast = useToast();

  const report = (outcome: Outcome<unknown>, content: string, undo: () => Promise<void>): void => {
    const refusal = refusalOf(outcome);
    if (refusal !== undefined) showToast({ content: refusal, isError: true });
    else showToast({ content, undo: { label: texts.common.undo, run: undo } });
  };
  const expected = (isActive: boolean, status: CampaignStatus) => ({
    campaign: { __typename: 'EarlyAccessCampaign' as const, id, isActive, status, archivedAt: null },
    userErrors: [],
  });
  const activate = async (): Promise<void> => {
    const facts = cache.readFragment({
      id: cache.identify({ __typename: 'EarlyAccessCampaign', id }) ?? id,
      fragment: CampaignActivation_campaign,
    });
    const campaignActivate = {
      __typename: 'CampaignActivatePayload' as const,
      ...expected(true, statusOnceActive(facts, Date.now())),
    };
    const options = { variables: { id }, optimisticResponse: { campaignActivate } };
    report(
      await settle(async () => (await runActivate(options)).data?.campaignActivate),
      texts.campaign.activated,
      pause,
    );
  };
  const pause = async (): Promise<void> => {
    const campaignPause = { __typename: 'CampaignPausePayload' as const, ...expected(false, 'PAUSED') };
    const options = { variables: { id }, optimisticResponse: { campaignPause } };
    report(await settle(async () => (await runPause(options)).data?.campaignPause), texts.campaign.paused, activate);
  };
  return { activate, pause, isChanging: activating.loading || pausing.loading };
}
