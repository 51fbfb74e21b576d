import { texts } from '../../texts/texts.ts';
import { asksForEmail, asksForPassword, type CampaignDraft } from './campaign-draft.ts';

/** The gate's replaceable texts, by the names that the API gives them. */
export type GateTextName = keyof typeof texts.gateTexts;

/** All of them, in the order in which a visitor meets them. */
export const gateTextNames = Object.keys(texts.gateTexts) as GateTextName[];

/** The texts that this campaign's gate can ever show. */
export function shownGateTexts(draft: CampaignDraft): readonly GateTextName[] {
  return gateTextNames.filter((name) => {
    if (name.startsWith('password')) return asksForPassword(draft.accessType);
    if (name.startsWith('email')) return asksForEmail(draft.accessType);
    return !name.startsWith('waiting') || draft.hasWaitingList;
  });
}
