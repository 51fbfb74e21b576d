import type { Ear } from '../platform/database/notices.ts';

/** The channel on which triggers in the database tell of every change of what visitors are shown; its counters are none. */
export const CHANGE_CHANNEL = 'change';

/** What a process does that keeps something of a shop in memory. */
export interface ChangeListener {
  /** A campaign changed, or its codes, links or revoked passes. */
  readonly onCampaign: (campaignId: string) => void;
  /** Something changed that may concern each of the shop's campaigns: the shop itself, or its catalog. */
  readonly onShop: (shop: string) => void;
  /** Anything may have changed. */
  readonly onGap: () => void;
}

/** An ear for `CHANGE_CHANNEL`: a notice is the shop's domain, and after a space the campaign's id where it concerns that one alone. */
export function changeEar({ onCampaign, onShop, onGap }: ChangeListener): Ear {
  return {
    onGap,
    onNotice(payload) {
      const [shop = '', campaignId] = payload.split(' ');
      if (campaignId === undefined) onShop(shop);
      else onCampaign(campaignId);
    },
  };
}
