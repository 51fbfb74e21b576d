import type { AccessPassService } from '../access-pass/access-pass.service.ts';
import type { CampaignReader } from '../campaign/campaign.reader.ts';
import { CampaignStatus, campaignStatus } from '../campaign/campaign-status.ts';
import { type Access, accessTo } from './access.type.ts';

/** Says what a pass opens, each time anew: passes are verified on every use. */
export class AccessReader {
  readonly #campaigns: CampaignReader;
  readonly #passes: AccessPassService;

  constructor(campaigns: CampaignReader, passes: AccessPassService) {
    this.#campaigns = campaigns;
    this.#passes = passes;
  }

  /** Null when the pass opens nothing: forged, expired, of an earlier epoch, or its campaign is not live now. */
  async byPass(pass: string): Promise<Access | null> {
    const verified = await this.#passes.verify(pass);
    if (verified === null) return null;
    const campaign = await this.#campaigns.byId(verified.campaignId);
    if (campaign === null || campaign.shop !== verified.shop || campaign.passEpoch !== verified.epoch) return null;
    if (campaignStatus(campaign, new Date()) !== CampaignStatus.LIVE) return null;
    return accessTo(campaign, verified.expiresAt);
  }
}
