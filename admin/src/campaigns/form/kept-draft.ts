import { useEffect, useState } from 'react';
import { askBeforeClosing, leavingGivesUp } from '../../ui/bridge/leaving.ts';
import type { CampaignDraft } from './campaign-draft.ts';

/** What is typed and not saved, by campaign. In standalone mode it outlives the page: coming back finds it again. */
const keptDrafts = new Map<string, CampaignDraft>();

/**
 * The unsaved draft of one campaign, undefined when nothing is unsaved. It is kept for as long as the tab is open, or as the page
 * is where leaving gives it up.
 */
export function useKeptDraft(campaignId: string) {
  const [edited, setEdited] = useState(() => keptDrafts.get(campaignId));

  useEffect(() => askBeforeClosing(() => keptDrafts.size > 0), []);
  useEffect(
    () => () => {
      if (leavingGivesUp()) keptDrafts.delete(campaignId);
    },
    [campaignId],
  );

  const edit = (draft: CampaignDraft | undefined): void => {
    if (draft === undefined) keptDrafts.delete(campaignId);
    else keptDrafts.set(campaignId, draft);
    setEdited(draft);
  };
  return [edited, edit] as const;
}
