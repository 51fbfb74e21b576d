import { DenialReason } from '../analytics/denial-reason.ts';
import type { HappeningRecorder } from '../analytics/happening-book.ts';
import type { VisitorTraits } from '../analytics/visitor-traits.ts';
import type { CampaignReader } from '../campaign/campaign.reader.ts';
import { decide } from '../campaign/decide.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import { TrustLevel } from '../campaign/trust-level.ts';
import type { Admission } from './admission.ts';
import type { EmailClaim } from './claim.ts';
import { refusedAttempt } from './claim-happenings.ts';
import type { Confirmations } from './confirmations.ts';
import type { GateEmailInput } from './gate.input.ts';
import { confirmationRequired, denied, tooManyAttempts } from './gate-answer.ts';
import { type GateEmail, signupOf } from './gate-input.check.ts';
import { GateOpened, type GateUnlock, result } from './gate-result.type.ts';
import type { GuessBudget } from './guess-budget.ts';

/** What the way in by an e-mail address is made from. */
export interface EmailWayParts {
  readonly campaigns: CampaignReader;
  readonly confirmations: Confirmations;
  /** Of addresses that are on no guest list. */
  readonly guestBudget: GuessBudget;
  /** Counts what ends before it becomes a claim. */
  readonly record: HappeningRecorder;
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
    const isGuess = tellsWhoIsGuest(campaign);
    const [claim] = await Promise.all([
      this.#admission.emailClaim(campaign, { signup, isConfirmed: false, traits }),
      isGuess ? this.#parts.guestBudget.refresh({ campaignId: campaign.id, visitorAddress }) : null,
    ]);
    const asker = { language: input.language ?? null, visitorAddress };
    return isGuess ? this.#guess(campaign, claim, asker) : this.#claim(campaign, claim, asker);
  }

  /**
   * Who may try as many addresses as they like learns the guest list. From the look at the budget to the count nothing is waited for: of
   * addresses that come side by side each must find the ones before it.
   */
  async #guess(campaign: GuardedCampaign, claim: EmailClaim, asker: Asker): Promise<GateUnlock> {
    const { guestBudget, record } = this.#parts;
    const guesser = { campaignId: campaign.id, visitorAddress: asker.visitorAddress };
    const retryAt = guestBudget.retryAt(guesser);
    if (retryAt) {
      const { by, traits } = claim;
      await record(refusedAttempt({ campaign, traits, by }, DenialReason.TOO_MANY_ATTEMPTS));
      return tooManyAttempts(retryAt);
    }
    const [answer] = await Promise.all([
      this.#claim(campaign, claim, asker),
      claim.isGuest ? null : guestBudget.countWrongGuess(guesser),
    ]);
    return answer;
  }

  async #claim(campaign: GuardedCampaign, claim: EmailClaim, asker: Asker): Promise<GateUnlock> {
    const { answer, signupId } = await this.#admission.ask(campaign, claim);
    if (!signupId || campaign.trustLevel === TrustLevel.INSTANT) return answer;
    const sent = await this.#parts.confirmations.start(campaign, { id: signupId, email: claim.signup.email }, asker);
    if (!(answer instanceof GateOpened)) return confirmationRequired(sent);
    return result(GateOpened, { ...answer, confirmBy: answer.expiresAt, confirmation: sent.confirmation });
  }
}

/**
 * Whether the answer to an address tells if it is on the guest list: for nothing else is it turned away. An address may have a place
 * already, with which it is let in where no other is left.
 */
function tellsWhoIsGuest(campaign: GuardedCampaign): boolean {
  const stranger = {
    by: 'email',
    isGuest: false,
    isConfirmed: false,
    place: { revokedAt: null, unprovedSince: null },
  } as const;
  const { trace } = decide(campaign, stranger, new Date());
  return trace.find(({ holds }) => !holds)?.rule === 'ON_GUEST_LIST';
}

type Asker = Parameters<Confirmations['start']>[2];
