import type { CampaignService } from '../campaign/campaign.service.ts';
import type { Page, PageRequest } from '../platform/graphql/connection.ts';
import type { CampaignCounts, UnlistingReader } from './unlisting.reader.ts';
import type { ShopUnlisting, UnlistingEntry, UnlistingUndoAllPayload, UnlistingUndoPayload } from './unlisting.type.ts';

export interface UnlistingServiceParts {
  readonly reader: UnlistingReader;
  readonly campaigns: CampaignService;
  /** Whether there is a Shopify in which anything could be hidden. */
  readonly hasShopify: boolean;
}

/** What a shop's campaigns have hidden, for its merchant, and the way to undo it. */
export class UnlistingService {
  readonly #reader: UnlistingReader;
  readonly #campaigns: CampaignService;
  readonly #hasShopify: boolean;

  constructor({ reader, campaigns, hasShopify }: UnlistingServiceParts) {
    this.#reader = reader;
    this.#campaigns = campaigns;
    this.#hasShopify = hasShopify;
  }

  /** For each of the campaigns, in their order; null without Shopify. */
  async ofCampaigns(shop: string, ids: readonly string[]): Promise<(CampaignCounts | null)[]> {
    return this.#hasShopify ? this.#reader.ofCampaigns(shop, ids) : ids.map(() => null);
  }

  /** For the whole shop; null without Shopify. */
  async ofShop(shop: string): Promise<ShopUnlisting | null> {
    return this.#hasShopify ? this.#reader.ofShop(shop) : null;
  }

  journal(shop: string, campaignId: string, request: PageRequest): Promise<Page<UnlistingEntry>> {
    return this.#reader.journal(shop, campaignId, request);
  }

  /** Withdraws the wish: within seconds the worker puts back what no other campaign wants hidden. */
  undo(shop: string, campaignId: string): Promise<UnlistingUndoPayload> {
    return this.#campaigns.stopHiding(shop, campaignId);
  }

  /** Withdraws all wishes of the shop. */
  async undoAll(shop: string): Promise<UnlistingUndoAllPayload> {
    await this.#campaigns.stopHidingAny(shop);
    return { unlisting: await this.ofShop(shop), userErrors: [] };
  }
}
