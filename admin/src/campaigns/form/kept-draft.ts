import { useEffect, useState } from 'react';
import type { CampaignDraft } from './campaign-draft.ts';

/** What is typed and not saved, by campaign. It outlives the page: coming back finds it again. */
const keptDrafts = new Map<string, CampaignDraft>();

function askBeforeClosing(event: BeforeUnloadEvent): void {
  if (keptDrafts.size > 0) event.preventDefault();
}

/** The unsaved draft of one campaign, kept for as long as the tab is open; undefined when nothing is unsaved. */
export function useKeptDraft(campaignId: string) {
  const [edited, setEdited] = useState(() => keptDrafts.get(campaignId));

  useEffect(() => {
    window.addEventListener('beforeunload', askBeforeClosing);
  }, []);

  const edit = (draft: CampaignDraft | undefined): void => {
    if (draft === undefined) keptDrafts.delete(campaignId);
    else keptDrafts.set(campaignId, draft);
    setEdited(draft);
  };
  return [edited, edit] as const;
}
