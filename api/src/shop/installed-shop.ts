import type { Shop } from './shop.type.ts';

/** What Shopify tells about a shop that installed the app. */
export interface InstalledShop extends Shop {
  /** How Shopify names the shop's plan, such as `Basic`. */
  readonly planName: string;
  readonly isPlus: boolean;
  /** A development store of an agency or a developer. */
  readonly isDevelopment: boolean;
  /** Scopes of the Admin API that the merchant granted. */
  readonly grantedScopes: string[];
}

/** How a shop stands to the app. */
export interface ShopStanding extends Omit<InstalledShop, keyof Shop | 'planName'> {
  /** Null in standalone mode. */
  readonly planName: string | null;
  /** When Shopify last gave a token for it, by Shopify's clock; null in standalone mode. */
  readonly installedAt: Date | null;
  /** When a merchant's ID token last proved that the app is installed, to a minute, by Shopify's clock; null: none did since it was installed. */
  readonly seenInstalledAt: Date | null;
  /** By Shopify's clock; null while the app is installed. */
  readonly uninstalledAt: Date | null;
}
