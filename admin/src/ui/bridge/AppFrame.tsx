import { AppProvider } from '@shopify/polaris';
import english from '@shopify/polaris/locales/en.json' with { type: 'json' };
import type { ReactNode } from 'react';
import { isEmbedded } from './app-bridge.ts';
import { OwnFrame } from './OwnFrame.tsx';
import { RouterLink } from './RouterLink.tsx';
import { ShopifyFrame } from './ShopifyFrame.tsx';

/** What stands around every page: nothing of ours inside Shopify's admin, our own frame otherwise. */
export function AppFrame({ children }: { children: ReactNode }) {
  const Around = isEmbedded() ? ShopifyFrame : OwnFrame;
  return (
    <AppProvider i18n={english} linkComponent={RouterLink}>
      <Around>{children}</Around>
    </AppProvider>
  );
}
