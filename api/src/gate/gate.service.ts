import type { VisitorTraits } from '../analytics/visitor-traits.ts';
import { Admission, type AdmissionParts } from './admission.ts';
import { ConfirmationWay, type ConfirmationWayParts } from './confirmation-way.ts';
import type { ConfirmedSignup } from './confirmations.ts';
import { CredentialWay, type CredentialWayParts } from './credential-way.ts';
import { EmailWay, type EmailWayParts } from './email-way.ts';
import { inEvenTime, inEvenTimeUnless } from './even-time.ts';
import type {
  GateConfirmationResendInput,
  GateConfirmCodeInput,
  GateConfirmLinkInput,
  GateEmailInput,
  GatePasswordInput,
  GateSecretLinkInput,
} from './gate.input.ts';
import { passwordProblem, readEmailInput, secretLinkProblem } from './gate-input.check.ts';
import { GateDenied, GateOpened, type GateUnlock, InvalidInput } from './gate-result.type.ts';

/** What the gate is made from: what each way in needs. */
export interface GateParts extends AdmissionParts, CredentialWayParts, EmailWayParts, ConfirmationWayParts {}

/** Lets visitors through a campaign's gate, or says why not in words that teach a guesser nothing. */
export class GateService {
  readonly #credential: CredentialWay;
  readonly #email: EmailWay;
  readonly #confirmation: ConfirmationWay;

  constructor(parts: GateParts) {
    const admission = new Admission(parts);
    this.#credential = new CredentialWay(parts, admission);
    this.#email = new EmailWay(parts, admission);
    this.#confirmation = new ConfirmationWay(parts, admission);
  }

  /** A refusal takes its time, so that nobody hears what was wrong. */
  async unlockWithPassword(
    input: GatePasswordInput,
    visitorAddress: string,
    traits: VisitorTraits,
  ): Promise<GateUnlock> {
    const problem = passwordProblem(input);
    if (problem) return problem;
    return inEvenTimeUnless(isNoRefusal, () => this.#credential.byPassword(input, visitorAddress, traits));
  }

  /**
   * The sign-up is kept before the visitor is told; the same address gets the same sign-up, counted once. Neither the answer nor its
   * time says who is known, or a guest.
   */
  async unlockWithEmail(input: GateEmailInput, visitorAddress: string, traits: VisitorTraits): Promise<GateUnlock> {
    const read = readEmailInput(input);
    if (read instanceof InvalidInput) return read;
    return inEvenTime(() => this.#email.byEmail(input, { read, visitorAddress, traits }));
  }

  async unlockWithSecretLink(input: GateSecretLinkInput, traits: VisitorTraits): Promise<GateUnlock> {
    return secretLinkProblem(input) ?? this.#credential.bySecretLink(input, traits);
  }

  /** The code from the mail. Too many wrong ones end it until the mail is sent again. */
  confirmWithCode(input: GateConfirmCodeInput, traits: VisitorTraits): Promise<GateUnlock> {
    return this.#confirmation.byCode(input, traits);
  }

  /** The link from the mail, on whatever device. */
  confirmWithLink(input: GateConfirmLinkInput, traits: VisitorTraits): Promise<GateUnlock> {
    return this.#confirmation.byLink(input, traits);
  }

  /** Lets in whose address was proved just now; null when the campaign lets nobody in. */
  async openConfirmed(confirmed: ConfirmedSignup, traits: VisitorTraits): Promise<GateOpened | null> {
    const answer = await this.#confirmation.byConfirmed(confirmed, traits);
    return answer instanceof GateOpened ? answer : null;
  }

  /** Sends the mail once more. */
  resendConfirmation(input: GateConfirmationResendInput, visitorAddress: string): Promise<GateUnlock> {
    return this.#confirmation.resend(input, visitorAddress);
  }
}

function isNoRefusal(answer: GateUnlock): boolean {
  return !(answer instanceof GateDenied);
}
