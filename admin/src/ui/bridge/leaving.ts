import { useCallback } from 'react';
import { type NavigateOptions, type To, useNavigate } from 'react-router';
import { appBridge, isEmbedded } from './app-bridge.ts';

/**
 * Whether leaving a page gives up what is unsaved there. Shopify's question says so ("Leave page?"), so that it must be true;
 * our own admin keeps what was typed and asks only before the tab closes.
 */
export const leavingGivesUp = isEmbedded;

/** In standalone mode asks before the tab closes while `hasUnsaved`; embedded, the save bar does that. Returns the end of it. */
export function askBeforeClosing(hasUnsaved: () => boolean): () => void {
  if (isEmbedded()) return () => undefined;
  const ask = (event: BeforeUnloadEvent): void => {
    if (hasUnsaved()) event.preventDefault();
  };
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}

/** Goes to another page, having asked where Shopify's save bar is shown; who wants to stay stays. */
export function useLeave(): (to: To, options?: NavigateOptions) => void {
  const navigate = useNavigate();
  return useCallback(
    (to, options) => {
      const go = (): void => void navigate(to, options);
      const bridge = appBridge();
      if (bridge === null) return go();
      // App Bridge answers when the merchant wants to go; a refusal is the wish to stay.
      bridge.saveBar.leaveConfirmation().then(go, () => undefined);
    },
    [navigate],
  );
}
