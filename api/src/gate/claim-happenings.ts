import { DenialReason } from '../analytics/denial-reason.ts';
import type { Happening } from '../analytics/happening.ts';
import type { VisitorTraits } from '../analytics/visitor-traits.ts';
import { AttemptOutcome, WayIn } from '../analytics/way-in.ts';
import type { Decision, Rule } from '../campaign/decide.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import type { Claim } from './claim.ts';
import { UNKNOWN_CAMPAIGN } from './guess-budget.ts';

const REASONS: Record<Exclude<Rule, 'ADDRESS_CONFIRMED' | 'OPEN_TO_ALL'>, DenialReason> = {
  ACTIVATED: DenialReason.NOT_ACTIVATED,
  NOT_ENDED: DenialReason.ENDED,
  NOT_PAUSED: DenialReason.PAUSED,
  BEGUN: DenialReason.NOT_BEGUN,
  PLACE_LEFT: DenialReason.FULL,
  WAY_FITS: DenialReason.WRONG_WAY,
  CREDENTIAL_KNOWN: DenialReason.WRONG_CODE,
  CREDENTIAL_NOT_REVOKED: DenialReason.REVOKED,
  CREDENTIAL_NOT_EXPIRED: DenialReason.EXPIRED,
  CREDENTIAL_NOT_USED_UP: DenialReason.USED_UP,
  ON_GUEST_LIST: DenialReason.NOT_ON_GUEST_LIST,
  PLACE_NOT_REVOKED: DenialReason.PASS_REVOKED,
};

const WAYS = { code: WayIn.CODE, link: WayIn.LINK, email: WayIn.EMAIL };

const OUTCOMES: Record<Decision['verdict'], AttemptOutcome> = {
  OPEN: AttemptOutcome.LET_IN,
  CONFIRM: AttemptOutcome.ASKED_TO_CONFIRM,
  DENIED: AttemptOutcome.REFUSED,
  FULL: AttemptOutcome.REFUSED,
  NOT_OPEN: AttemptOutcome.REFUSED,
};

/** Why a decision lets nobody in: the first rule that did not hold. */
export function denialReason({ trace }: Decision): DenialReason {
  const broken = trace.find(({ holds }) => !holds)?.rule ?? 'CREDENTIAL_KNOWN';
  // These two let in or ask for a confirmation, and deny nobody.
  if (broken === 'ADDRESS_CONFIRMED' || broken === 'OPEN_TO_ALL') return DenialReason.WRONG_CODE;
  return REASONS[broken];
}

/** A try that came to its end before it was a claim. */
interface Refused {
  readonly campaign: Pick<GuardedCampaign, 'shop' | 'id'> | null;
  readonly traits: VisitorTraits;
  readonly by: Claim['by'];
  readonly credentialId?: string | null;
}

/**
 * What is counted of a refusal. At a campaign that does not exist it is counted nowhere, but by the same work: the time of the answer
 * must not tell which campaigns there are.
 */
export function refusedAttempt(
  { campaign, traits, by, credentialId = null }: Refused,
  reason: DenialReason,
): Happening[] {
  const { shop, id: campaignId } = campaign ?? { shop: '', id: UNKNOWN_CAMPAIGN };
  const credential = {
    accessCodeId: by === 'code' ? credentialId : null,
    secretLinkId: by === 'link' ? credentialId : null,
  };
  const happening = { shop, campaignId, traits, at: new Date(), reason, way: WAYS[by], ...credential };
  return [
    { ...happening, kind: 'ATTEMPT', outcome: AttemptOutcome.REFUSED },
    { ...happening, kind: 'DENIED' },
  ];
}

/** A claim that was judged. */
export interface JudgedClaim {
  readonly claim: Claim;
  readonly decision: Decision;
  /** Whether it took a place that nobody had. */
  readonly isNew: boolean;
}

/** What is counted of claims; a confirmation goes on with an attempt that was counted already. `known`: who signed up before. */
export function claimHappenings(judged: readonly JudgedClaim[], known: ReadonlyMap<string, unknown>): Happening[] {
  const at = new Date();
  const signedUp = new Set(known.keys());
  return judged.flatMap(({ claim, decision, isNew }): Happening[] => {
    const { shop, campaignId, traits } = claim;
    const accessCodeId = claim.by === 'code' ? claim.credentialId : null;
    const secretLinkId = claim.by === 'link' ? claim.credentialId : null;
    const happening = { shop, campaignId, at, traits, accessCodeId, secretLinkId, way: WAYS[claim.by] };
    const outcome = OUTCOMES[decision.verdict];
    const isIn = outcome !== AttemptOutcome.REFUSED;
    const why = isIn ? {} : { reason: denialReason(decision) };
    const isSignup = claim.by === 'email' && isIn && !signedUp.has(claim.signup.emailKey);
    if (isSignup) signedUp.add(claim.signup.emailKey);
    const isAttempt = claim.by !== 'email' || !claim.isConfirmed;
    return [
      ...(isAttempt ? [{ ...happening, ...why, kind: 'ATTEMPT', outcome } as const] : []),
      ...(isIn ? [] : [{ ...happening, ...why, kind: 'DENIED' } as const]),
      ...(isNew ? [{ ...happening, kind: 'PASS' } as const] : []),
      ...(isSignup ? [{ ...happening, kind: 'SIGNUP' } as const] : []),
    ];
  });
}
