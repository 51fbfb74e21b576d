import { asksForEmail, type CampaignDraft } from '../form/campaign-draft.ts';
import { GuestList } from './GuestList.tsx';
import { WaitingList } from './WaitingList.tsx';

interface CampaignGuestsProps {
  campaignId: string;
  zone: string;
  draft: CampaignDraft;
  onChange(part: Partial<CampaignDraft>): void;
}

/** Who may come in by e-mail, and who waits for a place. */
export function CampaignGuests({ campaignId, zone, draft, onChange }: CampaignGuestsProps) {
  const hasGuests = asksForEmail(draft.accessType);
  return (
    <>
      {hasGuests && <GuestList {...{ campaignId, zone }} isAsked={draft.isGuestListOnly} />}
      <WaitingList
        {...{ campaignId, zone, hasGuests }}
        isListAsked={draft.isGuestListOnly}
        isOffered={draft.hasWaitingList}
        onOffer={(hasWaitingList) => onChange({ hasWaitingList })}
      />
    </>
  );
}
