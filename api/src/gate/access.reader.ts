import type { AccessPassService } from '../access-pass/access-pass.service.ts';
import type { GoodPlace } from '../access-pass/place.store.ts';
import type { RevokedPasses } from '../access-pass/revoked-passes.ts';
import type { CampaignReader } from '../campaign/campaign.reader.ts';
import { CampaignStatus, campaignStatus } from '../campaign/campaign-status.ts';
import { type Access, accessTo } from './access.type.ts';

/** What the reader asks. */
export interface AccessReaderParts {
  readonly campaigns: CampaignReader;
  readonly passes: AccessPassService;
  readonly revoked: Pick<RevokedPasses, 'has'>;
  /** The place of a pass, unless it was revoked. */
  readonly goodPlace: (shop: string, id: string) => Promise<GoodPlace | null>;
}

/** Who is in stays in while the campaign runs, also when no place is left for others. */
const OPEN_TO_PASSES: readonly CampaignStatus[] = [CampaignStatus.LIVE, CampaignStatus.FULL];

/**
 * Says what a pass opens, each time anew: passes are verified on every use. The database is asked for what is not in memory, and for
 * whose a pass is where checkout wants it tied to them: addresses are not kept in memory.
 */
export class AccessReader {
  readonly #parts: AccessReaderParts;

  constructor(parts: AccessReaderParts) {
    this.#parts = parts;
  }

  /** Null when the pass opens nothing: forged, expired, revoked, or its campaign does not run now. */
  async byPass(pass: string): Promise<Access | null> {
    const verified = await this.#parts.passes.verify(pass);
    if (verified === null) return null;
    const campaign = await this.#parts.campaigns.byId(verified.campaignId);
    if (campaign === null || campaign.shop !== verified.shop || campaign.passEpoch !== verified.epoch) return null;
    if (!OPEN_TO_PASSES.includes(campaignStatus(campaign, new Date()))) return null;
    if (await this.#parts.revoked.has(campaign, verified)) return null;
    const { id, person, expiresAt } = verified;
    const isTied = campaign.enforcesAtCheckout && person.startsWith('signup:');
    const place = isTied ? await this.#parts.goodPlace(campaign.shop, id) : { emailKey: null };
    return place && accessTo(campaign, pass, { id, person, expiresAt, emailKey: place.emailKey });
  }
}
