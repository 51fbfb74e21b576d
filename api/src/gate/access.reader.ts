import type { AccessPassService } from '../access-pass/access-pass.service.ts';
import type { GoodPlace } from '../access-pass/place.store.ts';
import type { CampaignReader } from '../campaign/campaign.reader.ts';
import { CampaignStatus, campaignStatus } from '../campaign/campaign-status.ts';
import { type Access, accessTo } from './access.type.ts';

/** What the reader asks. */
export interface AccessReaderParts {
  readonly campaigns: CampaignReader;
  readonly passes: AccessPassService;
  /** The place of a pass, unless it was revoked. */
  readonly goodPlace: (shop: string, id: string) => Promise<GoodPlace | null>;
}

/** Who is in stays in while the campaign runs, also when no place is left for others. */
const OPEN_TO_PASSES: readonly CampaignStatus[] = [CampaignStatus.LIVE, CampaignStatus.FULL];

/** Says what a pass opens, each time anew: passes are verified on every use. */
export class AccessReader {
  readonly #campaigns: CampaignReader;
  readonly #passes: AccessPassService;
  readonly #goodPlace: AccessReaderParts['goodPlace'];

  constructor({ campaigns, passes, goodPlace }: AccessReaderParts) {
    this.#campaigns = campaigns;
    this.#passes = passes;
    this.#goodPlace = goodPlace;
  }

  /** Null when the pass opens nothing: forged, expired, revoked, or its campaign does not run now. */
  async byPass(pass: string): Promise<Access | null> {
    const verified = await this.#passes.verify(pass);
    if (verified === null) return null;
    const campaign = await this.#campaigns.byId(verified.campaignId);
    if (campaign === null || campaign.shop !== verified.shop || campaign.passEpoch !== verified.epoch) return null;
    if (!OPEN_TO_PASSES.includes(campaignStatus(campaign, new Date()))) return null;
    const place = await this.#goodPlace(verified.shop, verified.id);
    if (place === null) return null;
    const { id, person, expiresAt } = verified;
    return accessTo(campaign, pass, { id, person, expiresAt, emailKey: place.emailKey });
  }
}
