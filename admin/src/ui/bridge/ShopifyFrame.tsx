import { type ReactNode, useEffect } from 'react';
import { useHref } from 'react-router';
import { useLeave } from './leaving.ts';
import { sections } from './sections.ts';

/** Inside Shopify's admin: the sections stand in Shopify's own navigation, so that only the page is ours. */
export function ShopifyFrame({ children }: { children: ReactNode }) {
  useShopifyNavigation();
  return (
    <>
      <s-app-nav>
        {sections.map(({ url, label }) => (
          <SectionLink key={url} url={url} label={label} />
        ))}
      </s-app-nav>
      <main>{children}</main>
    </>
  );
}

/** Read by App Bridge and never seen here. Shopify leads to the home by the app's own name, and shows no second link to it. */
function SectionLink({ url, label }: { url: string; label: string }) {
  return (
    <a href={useHref(url)} {...(url === '/' && { rel: 'home' })}>
      {label}
    </a>
  );
}

/** App Bridge tells of a press in Shopify's navigation by an event at the link; without an ear for it the page would load anew. */
function useShopifyNavigation(): void {
  const leave = useLeave();
  const root = useHref('/');
  useEffect(() => {
    const follow = (event: Event): void => {
      const address = event.target instanceof Element ? event.target.getAttribute('href') : null;
      if (address === null) return;
      event.preventDefault();
      leave(address.startsWith(root) ? `/${address.slice(root.length).replace(/^\//, '')}` : address);
    };
    document.addEventListener('shopify:navigate', follow);
    return () => document.removeEventListener('shopify:navigate', follow);
  }, [leave, root]);
}
