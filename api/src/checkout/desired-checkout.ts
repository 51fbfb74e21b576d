import { CampaignStatus, campaignStatus, type StatusFacts } from '../campaign/campaign-status.ts';
import type { CheckoutKeys } from './checkout-key.ts';
import { type GateConfig, packGateConfig, productGateText } from './gate-config.ts';

/** A campaign that asks checkout to enforce it. */
export interface EnforcedCampaign extends StatusFacts {
  readonly id: string;
  readonly passEpoch: number;
  readonly checkoutMessage: string | null;
  /** Its products, those of its collections included. */
  readonly goods: readonly string[];
}

/** What should hold in a shop's checkout. */
export interface DesiredCheckout {
  readonly config: GateConfig;
  /** The mark of each product that is sold to passes only, by the product's gid. */
  readonly marks: ReadonlyMap<string, string>;
  /** Whether our function has anything to do there. */
  readonly isNeeded: boolean;
}

/** So long before its start a campaign's key is at Shopify, which takes about a minute: the first pass must be good at once. */
export const LEAD_MS = 10 * 60_000;

const RUNNING: readonly CampaignStatus[] = [CampaignStatus.LIVE, CampaignStatus.FULL];
const SHOPIFY_PRODUCT = /^gid:\/\/shopify\/Product\/\d+$/;

/** Whether a campaign's passes are good now: while it runs. Before it, nothing is held back that is on sale; after it, nothing any more. */
export function isRunning(campaign: StatusFacts, instant: Date): boolean {
  return RUNNING.includes(campaignStatus(campaign, instant));
}

/** Whether its key belongs to Shopify already. */
export function isNear(campaign: StatusFacts, instant: Date): boolean {
  return isRunning(campaign, instant) || isRunning(campaign, new Date(instant.getTime() + LEAD_MS));
}

/** What should hold at an instant. */
export function desiredCheckout(
  { shop, campaigns, revoked }: { shop: string; campaigns: readonly EnforcedCampaign[]; revoked: readonly string[] },
  keys: CheckoutKeys,
  instant: Date,
): DesiredCheckout {
  const near = campaigns.filter((campaign) => isNear(campaign, instant));
  const open = near.map(({ id, passEpoch, checkoutMessage }) => ({
    ...{ campaignId: id, message: checkoutMessage },
    key: keys({ shop, campaignId: id, passEpoch }),
  }));
  const config = packGateConfig({ campaigns: open, revoked });
  const enforced = near.filter((campaign) => isRunning(campaign, instant) && !config.leftOut.includes(campaign.id));
  return { config, marks: marksOf(enforced), isNeeded: near.length > 0 };
}

function marksOf(campaigns: readonly EnforcedCampaign[]): Map<string, string> {
  const openers = new Map<string, string[]>();
  for (const { id, goods } of campaigns) {
    for (const product of goods.filter((good) => SHOPIFY_PRODUCT.test(good))) {
      openers.set(product, [...(openers.get(product) ?? []), id]);
    }
  }
  return new Map([...openers].map(([product, ids]) => [product, productGateText(ids)]));
}
