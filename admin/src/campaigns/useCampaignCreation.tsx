import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import type { CampaignDraft } from './form/campaign-draft.ts';

// Most visits create nothing; the form and its pickers come when they are asked for.
const CreateCampaignDialog = lazy(async () => ({
  default: (await import('./CreateCampaignDialog.tsx')).CreateCampaignDialog,
}));

/** The create-campaign modal of a page. What was typed is there again when it was closed by mistake; the page is not drawn anew for it. */
export function useCampaignCreation(): { open(): void; dialog: ReactNode } {
  const [isOpen, setOpen] = useState(false);
  const kept = useRef<CampaignDraft>();
  return {
    open: () => setOpen(true),
    dialog: <Suspense>{isOpen && <CreateCampaignDialog kept={kept} onClose={() => setOpen(false)} />}</Suspense>,
  };
}
