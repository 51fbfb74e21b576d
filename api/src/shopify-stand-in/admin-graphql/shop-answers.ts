import { gid } from '../world/gid.ts';
import type { ShopPlan } from '../world/shop-plan.ts';
import type { Installation, StandInShop } from '../world/stand-in-shop.ts';
import { answers } from './admin-call.ts';
import { metafieldAnswers } from './metafield-answers.ts';

/** `Shop` of the Admin API. */
export const shopAnswers = answers<StandInShop>({
  id: ({ id }) => gid('Shop', id),
  myshopifyDomain: ({ domain }) => domain,
  url: ({ domain }) => `https://${domain}`,
  primaryDomain: ({ domain }) => ({ host: domain, url: `https://${domain}`, sslEnabled: true }),
  email: ({ domain }) => `owner@${domain.replace('.myshopify.com', '.example')}`,
  contactEmail: ({ domain }) => `hello@${domain.replace('.myshopify.com', '.example')}`,
  enabledPresentmentCurrencies: ({ currencyCode }) => [currencyCode],
  setupRequired: () => false,
  ...metafieldAnswers('Shop'),
});

/** `ShopPlan` of the Admin API. */
export const planAnswers = answers<ShopPlan>({
  partnerDevelopment: ({ isForDevelopment }) => isForDevelopment,
  shopifyPlus: ({ isPlus }) => isPlus,
  displayName: ({ publicDisplayName }) => publicDisplayName,
});

/** `AppInstallation` of the Admin API. */
export const installationAnswers = answers<Installation>({
  id: ({ id }) => gid('AppInstallation', id),
  accessScopes: ({ scopes }) => scopes.map((handle) => ({ handle, description: handle.replaceAll('_', ' ') })),
  app: (_installation, _args, { world }) => world.app,
  launchUrl: (_installation, _args, { world, shop }) => `https://${shop.domain}/admin/apps/${world.app.handle}`,
  uninstallUrl: () => null,
  ...metafieldAnswers('AppInstallation'),
});
