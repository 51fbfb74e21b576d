import { randomUUID } from 'node:crypto';
import type { AccessPassService } from '../access-pass/access-pass.service.ts';
import type { AccessPassPerson } from '../access-pass/access-pass.ts';
import type { VisitorTraits } from '../analytics/visitor-traits.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import type { NewSignup } from '../signup/signup.store.ts';
import { accessTo } from './access.type.ts';
import type { Claimed, ClaimRecorder } from './claim.recorder.ts';
import type { Claim, EmailClaim } from './claim.ts';
import { denied, refusal } from './gate-answer.ts';
import { GateOpened, type GateUnlock, result } from './gate-result.type.ts';

/** What gives out places and passes. */
export interface AdmissionParts {
  readonly claim: ClaimRecorder;
  readonly passes: AccessPassService;
  /** Whether an address is on the campaign's guest list. */
  readonly isGuest: (campaign: GuardedCampaign, emailKey: string) => Promise<boolean>;
}

/** What a visitor is told, and the sign-up that was kept of them. */
export interface Admitted {
  readonly answer: GateUnlock;
  readonly signupId: string | null;
}

/** The last step of every way in: the claim is recorded, and who got a place gets its pass. */
export class Admission {
  readonly #parts: AdmissionParts;

  constructor(parts: AdmissionParts) {
    this.#parts = parts;
  }

  /** Claims a place; answers when all that the visitor is told has committed. */
  async ask(campaign: GuardedCampaign, claim: Claim): Promise<Admitted> {
    const claimed = await this.#parts.claim(claim);
    return { answer: await this.#answer(campaign, claim, claimed), signupId: claimed?.signupId ?? null };
  }

  /** A claim by an address. Its guest list is asked only where it decides. */
  async emailClaim(campaign: GuardedCampaign, { signup, isConfirmed, traits }: Arrival): Promise<EmailClaim> {
    const { shop, id: campaignId, isGuestListOnly } = campaign;
    const isGuest = isGuestListOnly && (await this.#parts.isGuest(campaign, signup.emailKey));
    return { shop, campaignId, placeId: randomUUID(), by: 'email', isGuest, isConfirmed, signup, traits };
  }

  async #answer(campaign: GuardedCampaign, claim: Claim, claimed: Claimed): Promise<GateUnlock> {
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

/** Somebody who comes by their address. */
interface Arrival {
  readonly signup: NewSignup;
  /** Whether the address was proved in this very visit. */
  readonly isConfirmed: boolean;
  readonly traits: VisitorTraits;
}

function personOf(claim: Claim, signupId: string | null): AccessPassPerson {
  return claim.by === 'email' ? `signup:${signupId}` : `${claim.by}:${claim.credentialId}`;
}
