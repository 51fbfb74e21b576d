import type { VisitorTraits } from '../analytics/visitor-traits.ts';
import type { CampaignReader } from '../campaign/campaign.reader.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import { TrustLevel } from '../campaign/trust-level.ts';
import type { Admission } from './admission.ts';
import type { EmailClaim } from './claim.ts';
import type { Confirmations } from './confirmations.ts';
import type { GateEmailInput } from './gate.input.ts';
import { confirmationRequired, denied } from './gate-answer.ts';
import { type GateEmail, signupOf } from './gate-input.check.ts';
import { GateOpened, type GateUnlock, result } from './gate-result.type.ts';

/** What the way in by an e-mail address is made from. */
export interface EmailWayParts {
  readonly campaigns: CampaignReader;
  readonly confirmations: Confirmations;
}

/** Who types their address into the form, and from where. */
export interface EmailVisitor {
  readonly read: GateEmail;
  readonly visitorAddress: string;
  readonly traits: VisitorTraits;
}

/** The way in by an e-mail address, which may have to be proved before the gate opens or within a time after it. */
export class EmailWay {
  readonly #parts: EmailWayParts;
  readonly #admission: Admission;

  constructor(parts: EmailWayParts, admission: Admission) {
    this.#parts = parts;
    this.#admission = admission;
  }

  /** A robot that fills the trap is told what a wrong visitor is told. */
  async byEmail(input: GateEmailInput, { read, visitorAddress, traits }: EmailVisitor): Promise<GateUnlock> {
    const campaign = input.website ? null : await this.#parts.campaigns.byId(input.campaignId);
    if (!campaign) return denied();
    const signup = signupOf(read, input, campaign);
    const claim = await this.#admission.emailClaim(campaign, { signup, isConfirmed: false, traits });
    return this.#claim(campaign, claim, { language: input.language ?? null, visitorAddress });
  }

  async #claim(campaign: GuardedCampaign, claim: EmailClaim, asker: Asker): Promise<GateUnlock> {
    const { answer, signupId } = await this.#admission.ask(campaign, claim);
    if (!signupId || campaign.trustLevel === TrustLevel.INSTANT) return answer;
    const sent = await this.#parts.confirmations.start(campaign, { id: signupId, email: claim.signup.email }, asker);
    if (!(answer instanceof GateOpened)) return confirmationRequired(sent);
    return result(GateOpened, { ...answer, confirmBy: answer.expiresAt, confirmation: sent.confirmation });
  }
}

type Asker = Parameters<Confirmations['start']>[2];
