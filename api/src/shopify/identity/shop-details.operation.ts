import { adminOperation } from '../admin-operation.ts';

/** What Shopify tells about a shop and about our place in it. */
export interface ShopDetailsData {
  readonly shop: {
    readonly name: string;
    readonly currencyCode: string;
    readonly ianaTimezone: string;
    readonly plan: {
      readonly publicDisplayName: string;
      readonly shopifyPlus: boolean;
      readonly partnerDevelopment: boolean;
    };
  };
  readonly currentAppInstallation: { readonly accessScopes: readonly { readonly handle: string }[] };
}

/** Needs no scope. */
export const SHOP_DETAILS = adminOperation<ShopDetailsData>(`query ShopDetails {
  shop {
    name
    currencyCode
    ianaTimezone
    plan { publicDisplayName shopifyPlus partnerDevelopment }
  }
  currentAppInstallation { accessScopes { handle } }
}`);
