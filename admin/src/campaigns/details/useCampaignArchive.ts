import { useMutation } from '@apollo/client/react';
import { type Outcome, settle } from '../../outcome.ts';
import { detailsTexts } from '../../texts/details-texts.ts';
import { texts } from '../../texts/texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { refusalOf } from '../../ui/refusal.ts';
import { CampaignArchive, CampaignUnarchive } from '../archive.operation.ts';

const words = detailsTexts.archive;

/** Puts a campaign into the archive and takes it out; each offers the other as its undo. */
export function useCampaignArchive(id: string) {
  const [runArchive, archiving] = useMutation(CampaignArchive);
  const [runUnarchive, unarchiving] = useMutation(CampaignUnarchive);
  const showToast = useToast();

  const report = (outcome: Outcome<unknown>, content: string, undo: () => Promise<void>): void => {
    const refusal = refusalOf(outcome);
    if (refusal !== undefined) showToast({ content: refusal, isError: true });
    else showToast({ content, undo: { label: texts.common.undo, run: undo } });
  };
  const putAway = async (): Promise<void> => {
    const outcome = await settle(async () => (await runArchive({ variables: { id } })).data?.campaignArchive);
    report(outcome, words.done, takeOut);
  };
  const takeOut = async (): Promise<void> => {
    const outcome = await settle(async () => (await runUnarchive({ variables: { id } })).data?.campaignUnarchive);
    report(outcome, words.takenOut, putAway);
  };
  return { putAway, takeOut, isChanging: archiving.loading || unarchiving.loading };
}
