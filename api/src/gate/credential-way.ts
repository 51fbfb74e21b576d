import { randomUUID } from 'node:crypto';
import type { TakenPlace } from '../access-pass/place.store.ts';
import { DenialReason } from '../analytics/denial-reason.ts';
import type { Happening } from '../analytics/happening.ts';
import type { HappeningRecorder } from '../analytics/happening-book.ts';
import type { VisitorTraits } from '../analytics/visitor-traits.ts';
import { accessCodeDigest, matchAccessCode } from '../campaign/access-code.ts';
import type { CampaignReader } from '../campaign/campaign.reader.ts';
import { type Credential, decide } from '../campaign/decide.ts';
import type { GuardedCampaign, GuardedCode } from '../campaign/guarded-campaign.ts';
import type { Seal } from '../platform/seal.ts';
import type { Admission } from './admission.ts';
import { placeOfAttempt } from './attempt.ts';
import { standingOf } from './claim.ts';
import { denialReason, refusedAttempt } from './claim-happenings.ts';
import type { GatePasswordInput, GateSecretLinkInput } from './gate.input.ts';
import { denied, refusal, tooManyAttempts } from './gate-answer.ts';
import { GateDenied, type GateUnlock } from './gate-result.type.ts';
import { type GuessBudget, UNKNOWN_CAMPAIGN } from './guess-budget.ts';

/** What the way in by a password or a secret link is made from. */
export interface CredentialWayParts {
  readonly campaigns: CampaignReader;
  /** The place of this id when it is taken. */
  readonly takenPlace: (shop: string, id: string) => Promise<TakenPlace | null>;
  readonly budget: GuessBudget;
  /** Counts what ends before it becomes a claim. */
  readonly record: HappeningRecorder;
  readonly seal: Seal;
}

/** The way in by something that the visitor knows: a password, or the secret of a link. */
export class CredentialWay {
  readonly #parts: CredentialWayParts;
  readonly #admission: Admission;

  constructor(parts: CredentialWayParts, admission: Admission) {
    this.#parts = parts;
    this.#admission = admission;
  }

  /**
   * The answer is found the same way for a wrong password, an unknown and a paused campaign, and each of them spends
   * the guesser's budget alike.
   */
  async byPassword(input: GatePasswordInput, visitorAddress: string, traits: VisitorTraits): Promise<GateUnlock> {
    const { campaigns, budget, seal } = this.#parts;
    const campaign = await campaigns.byId(input.campaignId);
    const guesser = { campaignId: campaign?.id ?? UNKNOWN_CAMPAIGN, visitorAddress };
    await budget.refresh(guesser);

    const retryAt = budget.retryAt(guesser);
    if (retryAt) {
      await this.#parts.record(refusedAttempt({ campaign, traits, by: 'code' }, DenialReason.TOO_MANY_ATTEMPTS));
      return tooManyAttempts(retryAt);
    }
    const digest = accessCodeDigest(seal, guesser.campaignId, input.password);
    const codes = campaign?.accessCodes ?? [];
    const code = matchAccessCode(codes, digest) ?? (campaign?.isOpenToAll ? firstGood(codes) : null);
    const isWrong = code === null && isDeniedWithoutCode(campaign);
    // A wrong guess counts before anything is waited for: of those that come side by side each must find the ones before it.
    const [tried] = await Promise.all([
      this.#try(campaign, { by: 'code', credential: code, traits }, input.attempt),
      isWrong ? budget.countWrongGuess(guesser) : null,
    ]);
    const { answer } = tried;
    const isUncounted = answer instanceof GateDenied && !isWrong;
    await Promise.all([isUncounted ? budget.countWrongGuess(guesser) : null, this.#count(tried)]);
    return answer;
  }

  /** A secret has 144 random bits: there is nothing to guess, so no budget. */
  async bySecretLink({ secretLink, attempt }: GateSecretLinkInput, traits: VisitorTraits): Promise<GateUnlock> {
    const linked = await this.#parts.campaigns.bySecretLink(secretLink);
    if (!linked) return denied();
    const tried = await this.#try(linked.campaign, { by: 'link', credential: linked.link, traits }, attempt);
    await this.#count(tried);
    return tried.answer;
  }

  /**
   * Whoever is not let in may have a place from the same act before. It is looked for whether or not anything matched: the time
   * that it takes must not tell a right password from a wrong one.
   */
  async #try(campaign: GuardedCampaign | null, tryer: Tryer, attempt?: string | null): Promise<Tried> {
    const { by, credential, traits } = tryer;
    const { shop = '', id: campaignId = UNKNOWN_CAMPAIGN } = campaign ?? {};
    const credentialId = credential?.id ?? null;
    const act = attempt ? { shop, campaignId, by, credentialId, attempt } : null;
    const placeId = act ? placeOfAttempt(this.#parts.seal, act) : randomUUID();
    const now = new Date();
    const isOpen = campaign !== null && decide(campaign, { by, credential }, now).verdict === 'OPEN';
    const taken = act && !isOpen ? await this.#parts.takenPlace(shop, placeId) : null;
    if (campaign === null) {
      return { answer: denied(), refused: refusedAttempt({ campaign, traits, by }, DenialReason.WRONG_CODE) };
    }
    const place = standingOf(taken, { now, passEpoch: campaign.passEpoch });
    const decision = decide(campaign, { by, credential, place }, now);
    if (decision.verdict !== 'OPEN' || credentialId === null) {
      const refused = refusedAttempt({ campaign, traits, by, credentialId }, denialReason(decision));
      return { answer: refusal(decision, campaign), refused };
    }
    const { answer } = await this.#admission.ask(campaign, { shop, campaignId, placeId, by, credentialId, traits });
    return { answer, refused: [] };
  }

  async #count({ refused }: Tried): Promise<void> {
    if (refused.length > 0) await this.#parts.record(refused);
  }
}

/** What came of a try, and what is to be counted of it where it was no claim. */
interface Tried {
  readonly answer: GateUnlock;
  readonly refused: readonly Happening[];
}

/** Somebody who tries a code or a link; null where nothing matched. */
interface Tryer {
  readonly by: 'code' | 'link';
  readonly credential: (Credential & { readonly id: string }) | null;
  readonly traits: VisitorTraits;
}

/** Where all are told that it is full or has ended, a wrong password is told the same. */
function isDeniedWithoutCode(campaign: GuardedCampaign | null): boolean {
  return campaign === null || decide(campaign, { by: 'code', credential: null }, new Date()).verdict === 'DENIED';
}

/** The code that stands for whatever is typed, where the gate is open to all. */
function firstGood(codes: readonly GuardedCode[]): GuardedCode | null {
  return codes.toSorted((a, b) => (a.id < b.id ? -1 : 1)).find(({ revokedAt }) => revokedAt === null) ?? null;
}
