import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { texts } from '../texts/texts.ts';
import { useScrollPlace } from './scroll-place.ts';

/** Names the browser's tab after the page. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${texts.app.name}`;
  }, [title]);
}

/** Brings the focus to the top of each new page, so that keyboard and screen reader start where the eye does. */
export function FocusOnNewPage({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const page = useRef<HTMLDivElement>(null);
  const shownPath = useRef(pathname);
  useScrollPlace();

  useEffect(() => {
    if (shownPath.current === pathname) return;
    shownPath.current = pathname;
    page.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <div ref={page} tabIndex={-1} className="page-focus">
      {children}
    </div>
  );
}
