import type { VisitorTraits } from '../analytics/visitor-traits.ts';
import type { CampaignReader } from '../campaign/campaign.reader.ts';
import type { SignupService } from '../signup/signup.service.ts';
import type { Admission } from './admission.ts';
import type { Confirmations, ConfirmedSignup } from './confirmations.ts';
import type { GateConfirmationResendInput, GateConfirmCodeInput, GateConfirmLinkInput } from './gate.input.ts';
import { confirmationRequired, denied, tooManyAttempts } from './gate-answer.ts';
import type { GateUnlock } from './gate-result.type.ts';

/** What the way on from a mail is made from. */
export interface ConfirmationWayParts {
  readonly campaigns: CampaignReader;
  readonly signups: SignupService;
  readonly confirmations: Confirmations;
}

/** The way on from the mail that proves an address. */
export class ConfirmationWay {
  readonly #parts: ConfirmationWayParts;
  readonly #admission: Admission;

  constructor(parts: ConfirmationWayParts, admission: Admission) {
    this.#parts = parts;
    this.#admission = admission;
  }

  /** The code from the mail. Too many wrong ones end it until the mail is sent again. */
  async byCode({ confirmation, code }: GateConfirmCodeInput, traits: VisitorTraits): Promise<GateUnlock> {
    const confirmed = await this.#parts.confirmations.confirmWithCode(confirmation, code);
    if (confirmed && 'retryAt' in confirmed) return tooManyAttempts(confirmed.retryAt);
    return confirmed ? this.byConfirmed(confirmed, traits) : denied();
  }

  /** The link from the mail, on whatever device. */
  async byLink({ token }: GateConfirmLinkInput, traits: VisitorTraits): Promise<GateUnlock> {
    const confirmed = await this.#parts.confirmations.confirmWithLink(token);
    return confirmed ? this.byConfirmed(confirmed, traits) : denied();
  }

  /** Asks for a place for whoever proved their address just now. */
  async byConfirmed({ shop, campaignId, signupId }: ConfirmedSignup, traits: VisitorTraits): Promise<GateUnlock> {
    const [campaign, signup] = await Promise.all([
      this.#parts.campaigns.byId(campaignId),
      this.#parts.signups.findForClaim(shop, signupId),
    ]);
    if (!campaign || !signup) return denied();
    const claim = await this.#admission.emailClaim(campaign, { signup, isConfirmed: true, traits });
    return (await this.#admission.ask(campaign, claim)).answer;
  }

  /** Sends the mail once more. */
  async resend({ confirmation }: GateConfirmationResendInput, visitorAddress: string): Promise<GateUnlock> {
    const sent = await this.#parts.confirmations.resend(confirmation, visitorAddress);
    if (sent === null) return denied();
    return 'retryAt' in sent ? tooManyAttempts(sent.retryAt) : confirmationRequired(sent);
  }
}
