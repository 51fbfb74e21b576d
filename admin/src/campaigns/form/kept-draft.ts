import * as kept from '../../ui/kept-draft.ts';
import { typedOver } from '../../ui/typed-over.ts';
import type { CampaignDraft } from './campaign-draft.ts';

/** What was typed of a campaign's draft and is not saved: the other fields, and the other texts, are whatever is saved. */
export type TypedCampaign = Partial<CampaignDraft>;

const nameOf = (campaignId: string): string => `campaign ${campaignId}`;

/** What was typed about one campaign, undefined when nothing is unsaved. */
export function useKeptDraft(campaignId: string) {
  return kept.useKeptDraft<TypedCampaign>(nameOf(campaignId));
}

/** The campaign is no more, and what was typed about it with it. */
export function forgetDraftOf(campaignId: string): void {
  kept.forgetDraft(nameOf(campaignId));
}

/** What is saved, with what was typed over it. */
export function withTyped(saved: CampaignDraft, typed: TypedCampaign | undefined): CampaignDraft {
  return { ...saved, ...typed, texts: { ...saved.texts, ...typed?.texts } };
}

/** What a draft says otherwise than what is saved. */
export function typedIn(draft: CampaignDraft, saved: CampaignDraft): TypedCampaign {
  const { texts, ...typed } = typedOver(draft, saved);
  return texts ? { ...typed, texts: typedOver(draft.texts, saved.texts) as CampaignDraft['texts'] } : typed;
}
