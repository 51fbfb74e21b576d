import * as kept from '../../ui/kept-draft.ts';
import type { CampaignDraft } from './campaign-draft.ts';

/** The unsaved draft of one campaign, undefined when nothing is unsaved. */
export function useKeptDraft(campaignId: string) {
  return kept.useKeptDraft<CampaignDraft>(`campaign ${campaignId}`);
}
