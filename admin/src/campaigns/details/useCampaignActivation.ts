import { useMutation } from '@apollo/client/react';
import { type Outcome, settle } from '../../outcome.ts';
import { texts } from '../../texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { refusalOf } from '../../ui/refusal.ts';
import { CampaignActivate, CampaignPause } from '../activation.operation.ts';

/** Opens and closes a campaign's gate by hand; each offers the other as its undo. */
export function useCampaignActivation(id: string) {
  const [runActivate, activating] = useMutation(CampaignActivate);
  const [runPause, pausing] = useMutation(CampaignPause);
  const showToast = useToast();

  const report = (outcome: Outcome<unknown>, content: string, undo: () => Promise<void>): void => {
    const refusal = refusalOf(outcome);
    if (refusal !== undefined) showToast({ content: refusal, isError: true });
    else showToast({ content, undo: { label: texts.common.undo, run: undo } });
  };
  const activate = async (): Promise<void> => {
    const outcome = await settle(async () => (await runActivate({ variables: { id } })).data?.campaignActivate);
    report(outcome, texts.campaign.activated, pause);
  };
  const pause = async (): Promise<void> => {
    const outcome = await settle(async () => (await runPause({ variables: { id } })).data?.campaignPause);
    report(outcome, texts.campaign.paused, activate);
  };
  return { activate, pause, isChanging: activating.loading || pausing.loading };
}
