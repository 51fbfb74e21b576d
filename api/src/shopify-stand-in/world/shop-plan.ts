/** A plan of Shopify's, as far as the stand-in behaves by it. */
export interface ShopPlan {
  readonly publicDisplayName: string;
  /** As webhooks name it. */
  readonly handle: string;
  readonly isPlus: boolean;
  /** A shop for building apps, which no buyer sees. */
  readonly isForDevelopment: boolean;
  /** Points of the Admin API's budget: how many there are at most, and how many come back in a second. */
  readonly budget: { readonly maximum: number; readonly perSecond: number };
}

/** The plans that a shop here may have. A full bucket holds what comes back in twenty seconds. */
export const SHOP_PLANS = {
  BASIC: plan('Basic', 'basic', 100),
  ADVANCED: plan('Advanced', 'unlimited', 200),
  PLUS: { ...plan('Plus', 'shopify_plus', 1000), isPlus: true },
  DEVELOPMENT: { ...plan('Development', 'partner_test', 100), isForDevelopment: true },
} satisfies Record<string, ShopPlan>;

/** One of `SHOP_PLANS`. */
export type ShopPlanName = keyof typeof SHOP_PLANS;

function plan(publicDisplayName: string, handle: string, perSecond: number): ShopPlan {
  const budget = { maximum: perSecond * 20, perSecond };
  return { publicDisplayName, handle, isPlus: false, isForDevelopment: false, budget };
}
