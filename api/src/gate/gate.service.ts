import { randomUUID } from 'node:crypto';
import type { AccessPassService } from '../access-pass/access-pass.service.ts';
import type { AccessPassPerson } from '../access-pass/access-pass.ts';
import type { TakenPlace } from '../access-pass/place.store.ts';
import { accessCodeDigest, matchAccessCode } from '../campaign/access-code.ts';
import type { CampaignReader } from '../campaign/campaign.reader.ts';
import { type Credential, decide } from '../campaign/decide.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import { TrustLevel } from '../campaign/trust-level.ts';
import type { Seal } from '../platform/seal.ts';
import type { SignupService } from '../signup/signup.service.ts';
import { accessTo } from './access.type.ts';
import { placeOfAttempt } from './attempt.ts';
import type { Claimed, ClaimRecorder } from './claim.recorder.ts';
import { type Claim, type EmailClaim, standingOf } from './claim.ts';
import type { Confirmations, ConfirmedSignup } from './confirmations.ts';
import { inEvenTime, inEvenTimeUnless } from './even-time.ts';
import type {
  GateConfirmationResendInput,
  GateConfirmCodeInput,
  GateConfirmLinkInput,
  GateEmailInput,
  GatePasswordInput,
  GateSecretLinkInput,
} from './gate.input.ts';
import { confirmationRequired, denied, refusal, tooManyAttempts } from './gate-answer.ts';
import { passwordProblem, readEmailInput, secretLinkProblem, signupOf } from './gate-input.check.ts';
import { GateDenied, GateOpened, type GateUnlock, InvalidInput, result } from './gate-result.type.ts';
import { type GuessBudget, UNKNOWN_CAMPAIGN } from './guess-budget.ts';

export interface GateParts {
  readonly campaigns: CampaignReader;
  readonly passes: AccessPassService;
  readonly claim: ClaimRecorder;
  /** The place of this id when it is taken. */
  readonly takenPlace: (shop: string, id: string) => Promise<TakenPlace | null>;
  readonly signups: SignupService;
  readonly confirmations: Confirmations;
  /** Whether an address is on the campaign's guest list. */
  readonly isGuest: (campaign: GuardedCampaign, emailKey: string) => Promise<boolean>;
  readonly budget: GuessBudget;
  readonly seal: Seal;
}

/** Lets visitors through a campaign's gate, or says why not in words that teach a guesser nothing. */
export class GateService {
  readonly #parts: GateParts;

  constructor(parts: GateParts) {
    this.#parts = parts;
  }

  /**
   * The answer is found the same way for a wrong password, an unknown and a paused campaign, and each of them spends
   * the guesser's budget alike.
   */
  async unlockWithPassword(input: GatePasswordInput, visitorAddress: string): Promise<GateUnlock> {
    const problem = passwordProblem(input);
    if (problem) return problem;
    return inEvenTimeUnless(isNoRefusal, () => this.#byPassword(input, visitorAddress));
  }

  async #byPassword(input: GatePasswordInput, visitorAddress: string): Promise<GateUnlock> {
    const { campaigns, budget, seal } = this.#parts;
    const campaign = await campaigns.byId(input.campaignId);
    const guesser = { campaignId: campaign?.id ?? UNKNOWN_CAMPAIGN, visitorAddress };
    await budget.refresh(guesser);

    const retryAt = budget.retryAt(guesser);
    if (retryAt) return tooManyAttempts(retryAt);
    const digest = accessCodeDigest(seal, guesser.campaignId, input.password);
    const code = matchAccessCode(campaign?.accessCodes ?? [], digest);
    const isWrong = code === null && isDeniedWithoutCode(campaign);
    // A wrong guess counts before anything is waited for: of those that come side by side each must find the ones before it.
    const [answer] = await Promise.all([
      this.#byCredential(campaign, { by: 'code', credential: code }, input.attempt),
      isWrong ? budget.countWrongGuess(guesser) : null,
    ]);
    if (answer instanceof GateDenied && !isWrong) await budget.countWrongGuess(guesser);
    return answer;
  }

  /**
   * The sign-up is kept before the visitor is told; the same address gets the same sign-up, counted once. A robot that fills
   * the trap is told what a wrong visitor is told. Neither the answer nor its time says who is known, or a guest.
   */
  async unlockWithEmail(input: GateEmailInput, visitorAddress: string): Promise<GateUnlock> {
    const read = readEmailInput(input);
    if (read instanceof InvalidInput) return read;
    return inEvenTime(async () => {
      const campaign = input.website ? null : await this.#parts.campaigns.byId(input.campaignId);
      if (!campaign) return denied();
      const isGuest = await this.#isGuest(campaign, read.email.key);
      const signup = signupOf(read, input, campaign);
      const claim = { ...newClaim(campaign), by: 'email', isGuest, isConfirmed: false, signup } as const;
      return this.#byEmail(campaign, claim, { language: input.language ?? null, visitorAddress });
    });
  }

  /** A secret has 144 random bits: there is nothing to guess, so no budget. */
  async unlockWithSecretLink(input: GateSecretLinkInput): Promise<GateUnlock> {
    const problem = secretLinkProblem(input);
    if (problem) return problem;
    const linked = await this.#parts.campaigns.bySecretLink(input.secretLink);
    if (!linked) return denied();
    return this.#byCredential(linked.campaign, { by: 'link', credential: linked.link }, input.attempt);
  }

  /** The code from the mail. Too many wrong ones end it until the mail is sent again. */
  async confirmWithCode({ confirmation, code }: GateConfirmCodeInput): Promise<GateUnlock> {
    const confirmed = await this.#parts.confirmations.confirmWithCode(confirmation, code);
    if (confirmed && 'retryAt' in confirmed) return tooManyAttempts(confirmed.retryAt);
    return confirmed ? this.#byConfirmed(confirmed) : denied();
  }

  /** The link from the mail, on whatever device. */
  async confirmWithLink({ token }: GateConfirmLinkInput): Promise<GateUnlock> {
    const confirmed = await this.#parts.confirmations.confirmWithLink(token);
    return confirmed ? this.#byConfirmed(confirmed) : denied();
  }

  /** Lets in whose address was proved just now; null when the campaign lets nobody in. */
  async openConfirmed(confirmed: ConfirmedSignup): Promise<GateOpened | null> {
    const answer = await this.#byConfirmed(confirmed);
    return answer instanceof GateOpened ? answer : null;
  }

  /** Sends the mail once more. */
  async resendConfirmation({ confirmation }: GateConfirmationResendInput, visitorAddress: string): Promise<GateUnlock> {
    const sent = await this.#parts.confirmations.resend(confirmation, visitorAddress);
    if (sent === null) return denied();
    return 'retryAt' in sent ? tooManyAttempts(sent.retryAt) : confirmationRequired(sent);
  }

  /**
   * Whoever is not let in may have a place from the same act before. It is looked for whether or not anything matched: the time
   * that it takes must not tell a right password from a wrong one.
   */
  async #byCredential(
    campaign: GuardedCampaign | null,
    { by, credential }: CredentialVisitor,
    attempt?: string | null,
  ): Promise<GateUnlock> {
    const { shop = '', id: campaignId = UNKNOWN_CAMPAIGN } = campaign ?? {};
    const credentialId = credential?.id ?? null;
    const act = attempt ? { shop, campaignId, by, credentialId, attempt } : null;
    const placeId = act ? placeOfAttempt(this.#parts.seal, act) : randomUUID();
    const now = new Date();
    const isOpen = campaign !== null && decide(campaign, { by, credential }, now).verdict === 'OPEN';
    const taken = act && !isOpen ? await this.#parts.takenPlace(shop, placeId) : null;
    if (campaign === null) return denied();
    const place = standingOf(taken, { now, passEpoch: campaign.passEpoch });
    const decision = decide(campaign, { by, credential, place }, now);
    if (decision.verdict !== 'OPEN' || credentialId === null) return refusal(decision, campaign);
    const claim = { shop, campaignId, placeId, by, credentialId };
    return this.#settled(campaign, claim, await this.#parts.claim(claim));
  }

  async #byEmail(campaign: GuardedCampaign, claim: EmailClaim, asker: Asker): Promise<GateUnlock> {
    const claimed = await this.#parts.claim(claim);
    const answer = await this.#settled(campaign, claim, claimed);
    if (!claimed?.signupId || campaign.trustLevel === TrustLevel.INSTANT) return answer;
    const signup = { id: claimed.signupId, email: claim.signup.email };
    const sent = await this.#parts.confirmations.start(campaign, signup, asker);
    if (!(answer instanceof GateOpened)) return confirmationRequired(sent);
    return result(GateOpened, { ...answer, confirmBy: answer.expiresAt, confirmation: sent.confirmation });
  }

  async #byConfirmed({ shop, campaignId, signupId }: ConfirmedSignup): Promise<GateUnlock> {
    const [campaign, known] = await Promise.all([
      this.#parts.campaigns.byId(campaignId),
      this.#parts.signups.findForClaim(shop, signupId),
    ]);
    if (!campaign || !known) return denied();
    const isGuest = await this.#isGuest(campaign, known.emailKey);
    const signup = { ...known, confirmedAt: new Date() };
    const claim = { ...newClaim(campaign), by: 'email', isGuest, isConfirmed: true, signup } as const;
    return this.#settled(campaign, claim, await this.#parts.claim(claim));
  }

  async #isGuest(campaign: GuardedCampaign, emailKey: string): Promise<boolean> {
    return campaign.isGuestListOnly && this.#parts.isGuest(campaign, emailKey);
  }

  async #settled(campaign: GuardedCampaign, claim: Claim, claimed: Claimed): Promise<GateUnlock> {
    if (claimed === null) return denied();
    if (claimed.place === null) return refusal(claimed.decision, campaign);
    const { id, expiresAt } = claimed.place;
    const { shop, campaignId } = claim;
    const person = personOf(claim, claimed.signupId);
    const pass = await this.#parts.passes.sign({ shop, campaignId, id, epoch: claimed.passEpoch, person, expiresAt });
    const emailKey = claim.by === 'email' ? claim.signup.emailKey : null;
    const access = accessTo(campaign, pass, { id, person, emailKey, expiresAt });
    return result(GateOpened, { pass, expiresAt, access, confirmBy: null, confirmation: null });
  }
}

/** Where all are told that it is full or has ended, a wrong password is told the same. */
function isDeniedWithoutCode(campaign: GuardedCampaign | null): boolean {
  return campaign === null || decide(campaign, { by: 'code', credential: null }, new Date()).verdict === 'DENIED';
}

function isNoRefusal(answer: GateUnlock): boolean {
  return !(answer instanceof GateDenied);
}

type Asker = Parameters<Confirmations['start']>[2];

interface CredentialVisitor {
  readonly by: 'code' | 'link';
  readonly credential: (Credential & { readonly id: string }) | null;
}

function newClaim({ shop, id }: GuardedCampaign) {
  return { shop, campaignId: id, placeId: randomUUID() };
}

function personOf(claim: Claim, signupId: string | null): AccessPassPerson {
  return claim.by === 'email' ? `signup:${signupId}` : `${claim.by}:${claim.credentialId}`;
}
