import type { AccessPassService } from '../access-pass/access-pass.service.ts';
import type { AccessPassPerson } from '../access-pass/access-pass.ts';
import { accessCodeDigest, matchAccessCode } from '../campaign/access-code.ts';
import { AccessType, opensWithEmail, opensWithPassword } from '../campaign/access-type.ts';
import type { CampaignReader, GuardedCampaign } from '../campaign/campaign.reader.ts';
import { CampaignStatus, campaignStatus } from '../campaign/campaign-status.ts';
import type { Seal } from '../platform/seal.ts';
import type { SignupRecorder } from '../signup/signup.recorder.ts';
import { accessTo } from './access.type.ts';
import type { GateEmailInput, GatePasswordInput, GateSecretLinkInput } from './gate.input.ts';
import { passwordProblem, readEmailInput } from './gate-input.check.ts';
import {
  CampaignNotOpen,
  GateDenied,
  GateOpened,
  type GateUnlock,
  InvalidInput,
  result,
  TooManyAttempts,
} from './gate-result.type.ts';
import { type GuessBudget, UNKNOWN_CAMPAIGN } from './guess-budget.ts';

export interface GateParts {
  readonly campaigns: CampaignReader;
  readonly passes: AccessPassService;
  readonly recordSignup: SignupRecorder;
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
    const { campaigns, budget, seal } = this.#parts;
    const campaign = await campaigns.byId(input.campaignId);
    const guesser = { campaignId: campaign?.id ?? UNKNOWN_CAMPAIGN, visitorAddress };
    await budget.refresh(guesser);

    const retryAt = budget.retryAt(guesser);
    if (retryAt) return tooManyAttempts(retryAt);
    const closed = campaign && notOpen(campaign);
    if (closed) return closed;
    const digest = accessCodeDigest(seal, guesser.campaignId, input.password);
    const code = matchAccessCode(campaign?.accessCodes ?? [], digest);
    if (campaign && code && isLive(campaign) && opensWithPassword(campaign.accessType)) {
      return this.#open(campaign, `code:${code.id}`);
    }
    await budget.countWrongGuess(guesser);
    return denied();
  }

  /** The sign-up is kept before the visitor is told; the same address gets the same sign-up, counted once. */
  async unlockWithEmail(input: GateEmailInput): Promise<GateUnlock> {
    const read = readEmailInput(input);
    if (read instanceof InvalidInput) return read;
    const campaign = await this.#parts.campaigns.byId(input.campaignId);
    const closed = campaign && notOpen(campaign);
    if (closed) return closed;
    if (!campaign || !isLive(campaign) || !opensWithEmail(campaign.accessType)) return denied();

    const { email, ...person } = read;
    const { shop, id: campaignId } = campaign;
    const signup = await this.#parts.recordSignup({
      ...{ shop, campaignId, email: email.address, emailKey: email.key },
      ...person,
    });
    return signup === null ? denied() : this.#open(campaign, `signup:${signup.id}`);
  }

  /** A secret has 144 random bits: there is nothing to guess, so no budget. */
  async unlockWithSecretLink({ secretLink }: GateSecretLinkInput): Promise<GateUnlock> {
    const linked = await this.#parts.campaigns.bySecretLink(secretLink);
    if (linked === null) return denied();
    const { campaign, link } = linked;
    const closed = notOpen(campaign);
    if (closed) return closed;
    if (!isLive(campaign) || campaign.accessType !== AccessType.SECRET_LINK) return denied();
    return this.#open(campaign, `link:${link.id}`);
  }

  async #open(campaign: GuardedCampaign, person: AccessPassPerson): Promise<GateOpened> {
    const { pass, expiresAt } = await this.#parts.passes.issue(campaign, person);
    return result(GateOpened, { pass, expiresAt, access: accessTo(campaign, expiresAt) });
  }
}

function isLive(campaign: GuardedCampaign): boolean {
  return campaignStatus(campaign, new Date()) === CampaignStatus.LIVE;
}

/** The window is no secret: the gate shows it. That a campaign is paused is answered as a wrong guess is. */
function notOpen(campaign: GuardedCampaign): CampaignNotOpen | null {
  const serverTime = new Date();
  const status = campaignStatus(campaign, serverTime);
  const { startsAt, endsAt } = campaign;
  if (status === CampaignStatus.SCHEDULED) {
    return result(CampaignNotOpen, { message: 'This is not open yet.', status, startsAt, endsAt, serverTime });
  }
  if (status === CampaignStatus.ENDED) {
    return result(CampaignNotOpen, { message: 'This has ended.', status, startsAt, endsAt, serverTime });
  }
  return null;
}

function denied(): GateDenied {
  return result(GateDenied, { message: 'That didn’t open it. Check the spelling and try again.' });
}

function tooManyAttempts(retryAt: Date): TooManyAttempts {
  return result(TooManyAttempts, { message: 'Too many tries. Please try again later.', retryAt });
}
