import { Suspense } from 'react';
import { useLocation } from 'react-router';
import { Pages } from './routes.tsx';
import type { GetSessionToken } from './session.ts';
import { FailedPageBoundary } from './ui/FailedPage.tsx';
import { PageSkeleton } from './ui/PageSkeleton.tsx';
import { FocusOnNewPage } from './ui/PageTitle.tsx';
import { PolarisShell } from './ui/PolarisShell.tsx';
import { ToastProvider } from './ui/Toasts.tsx';

/** The frame, and in it the page that the address names. */
export function App({ getSessionToken }: { getSessionToken: GetSessionToken }) {
  const { pathname } = useLocation();
  return (
    <PolarisShell>
      <ToastProvider>
        <FocusOnNewPage>
          {/* Inside the frame and new for each page, so that the other sections stay reachable when one fails. */}
          <FailedPageBoundary key={pathname}>
            <Suspense fallback={<PageSkeleton />}>
              <Pages getSessionToken={getSessionToken} />
            </Suspense>
          </FailedPageBoundary>
        </FocusOnNewPage>
      </ToastProvider>
    </PolarisShell>
  );
}
