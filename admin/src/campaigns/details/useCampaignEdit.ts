import { useState } from 'react';
import type { Outcome } from '../../outcome.ts';
import { texts } from '../../texts/texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { focusFirstFault } from '../../ui/first-fault.ts';
import type { CampaignDraft } from '../form/campaign-draft.ts';
import { changesOf, saysTheSame } from '../form/campaign-input.ts';
import { draftProblems } from '../form/draft-problems.ts';
import { typedIn, useKeptDraft, withTyped } from '../form/kept-draft.ts';
import { useCampaignSave } from './useCampaignSave.ts';

/** What the merchant types about one campaign, from the first key to the save. `bar` is there while something is unsaved. */
export function useCampaignEdit(id: string, saved: CampaignDraft, zone: string) {
  const { edited, edit, settle } = useKeptDraft(id);
  const [outcome, setOutcome] = useState<Outcome<unknown>>();
  const { save, isSaving } = useCampaignSave(id);
  const showToast = useToast();

  // What was not typed follows what is saved: a code that was revoked beside the form is not sent again with it.
  const draft = withTyped(saved, edited);
  const problems = draftProblems(draft, zone);
  const change = (part: Partial<CampaignDraft>): void => {
    const next = { ...draft, ...part };
    // Typing something back to what is saved leaves nothing to save.
    edit(saysTheSame(next, saved) ? undefined : typedIn(next, saved));
  };
  const onDiscard = (): void => {
    edit(undefined);
    setOutcome(undefined);
  };
  const sayWhatToMend = (): void => {
    showToast({ content: texts.problem.mendFirst, isError: true });
    focusFirstFault();
  };
  const onSave = async (): Promise<void> => {
    if (Object.keys(problems).length > 0) return sayWhatToMend();
    const ended = await save(changesOf(draft, saved, zone));
    setOutcome(ended);
    if (ended.kind === 'refused' && Object.keys(ended.errors.byField).length > 0) return sayWhatToMend();
    if (ended.kind !== 'done') return window.scrollTo({ top: 0 });
    settle(edited);
    showToast({ content: texts.campaign.saved });
  };
  return { draft, change, problems, outcome, bar: edited && { isSaving, onSave, onDiscard } };
}
