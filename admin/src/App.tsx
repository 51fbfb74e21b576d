import { Suspense, useEffect } from 'react';
import { useLocation } from 'react-router';
import { Pages } from './routes.tsx';
import { AppFrame } from './ui/bridge/AppFrame.tsx';
import { askBeforeClosing } from './ui/bridge/leaving.ts';
import { SessionTokenProvider } from './ui/bridge/SessionToken.tsx';
import type { GetSessionToken } from './ui/bridge/session.ts';
import { ToastProvider } from './ui/bridge/Toasts.tsx';
import { FailedPageBoundary } from './ui/FailedPage.tsx';
import { hasUnsaved } from './ui/kept-draft.ts';
import { FocusOnNewPage } from './ui/PageTitle.tsx';
import { PageWaiting } from './ui/PageWaiting.tsx';
import { ReachBanner } from './ui/ReachBanner.tsx';

/** The frame, and in it the page that the address names. */
export function App({ getSessionToken }: { getSessionToken: GetSessionToken }) {
  const { pathname } = useLocation();
  useEffect(() => askBeforeClosing(hasUnsaved), []);
  return (
    <AppFrame>
      <ToastProvider>
        <SessionTokenProvider getSessionToken={getSessionToken}>
          <ReachBanner />
          <FocusOnNewPage>
            {/* Inside the frame and new for each page, so that the other sections stay reachable when one fails. */}
            <FailedPageBoundary key={pathname}>
              <Suspense fallback={<PageWaiting />}>
                <Pages />
              </Suspense>
            </FailedPageBoundary>
          </FocusOnNewPage>
        </SessionTokenProvider>
      </ToastProvider>
    </AppFrame>
  );
}
