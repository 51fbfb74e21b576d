import { opensWithEmail } from '../campaign/access-type.ts';
import type { EarlyAccessCampaign } from '../campaign/campaign.type.ts';
import { CampaignStatus } from '../campaign/campaign-status.ts';
import type { OutgoingMail } from '../platform/mail/outgoing-mail.ts';
import type { Shop } from '../shop/shop.type.ts';
import { admissionMail } from './admission-mail.ts';
import { AdmissionNotice } from './admission-notice.type.ts';

/** What writes to people who were admitted. */
export interface AdmissionNoticesParts {
  readonly canMail: boolean;
  readonly outgoing: Pick<OutgoingMail, 'post'>;
  /** Whether one more mail may go out; it is counted, by its recipient, its campaign, and who caused it. */
  readonly mayMail: (wanted: { to: string; campaignId: string; visitorAddress: string }) => Promise<boolean>;
  readonly shopOf: (domain: string) => Promise<Pick<Shop, 'name' | 'timeZone'>>;
}

/** Writes to who was admitted from a waiting list, where that leads them anywhere. */
export class AdmissionNotices {
  readonly #parts: AdmissionNoticesParts;

  constructor(parts: AdmissionNoticesParts) {
    this.#parts = parts;
  }

  /** What who is admitted at this campaign now would hear. */
  of(campaign: EarlyAccessCampaign): AdmissionNotice {
    if (!this.#parts.canMail) return AdmissionNotice.NO_MAIL_SERVER;
    if (!opensWithEmail(campaign.accessType) || pageOf(campaign) === null) return AdmissionNotice.NO_WAY_IN;
    return LETS_IN.includes(campaign.status) ? AdmissionNotice.MAIL : AdmissionNotice.NOT_OPEN;
  }

  /**
   * Posts the mails and answers how many; what is beyond the budgets of mails is withheld. A mail that does not get away is in
   * the log, without whose it is.
   */
  async send(campaign: EarlyAccessCampaign, addresses: readonly string[]): Promise<number> {
    const link = pageOf(campaign);
    if (link === null || addresses.length === 0 || this.of(campaign) !== AdmissionNotice.MAIL) return 0;
    const { id: campaignId, name: campaignName, startsAt, status } = campaign;
    const { name: shopName, timeZone } = await this.#parts.shopOf(campaign.shop);
    const opensAt = status === CampaignStatus.SCHEDULED ? startsAt : null;
    const posted = await Promise.all(
      addresses.map(async (to) => {
        if (!(await this.#parts.mayMail({ to, campaignId, visitorAddress: `merchant of ${campaign.shop}` })))
          return false;
        this.#parts.outgoing.post(admissionMail({ to, shopName, campaignName, link, opensAt, timeZone }), onlyLogged);
        return true;
      }),
    );
    return posted.filter(Boolean).length;
  }
}

/** A place is for them now, or will be. */
const LETS_IN: readonly CampaignStatus[] = [CampaignStatus.LIVE, CampaignStatus.SCHEDULED];

/** The page in the shop's own theme before ours; null where no secret link leads to either. */
function pageOf({ themePageUrl, hostedPageUrl }: EarlyAccessCampaign): string | null {
  return themePageUrl ?? hostedPageUrl;
}

/** They are on the guest list all the same, and the merchant may write to them. */
async function onlyLogged(): Promise<void> {
  // The mail room has reported it.
}
