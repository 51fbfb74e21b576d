import type { CampaignReader } from '../campaign/campaign.reader.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import { TrustLevel } from '../campaign/trust-level.ts';
import type { OutgoingMail } from '../platform/mail/outgoing-mail.ts';
import type { Seal } from '../platform/seal.ts';
import { type ConfirmationStore, type ConfirmedSignup, isDead, isTooEarly, nextMailAt } from './confirmation.store.ts';
import { languageOf } from './confirmation-language.ts';
import { confirmationMail } from './confirmation-mail.ts';
import * as secrets from './confirmation-secrets.ts';
import type { MailBudget } from './mail-budget.ts';

/** A mail with a code and a link that is on its way. */
export interface SentConfirmation {
  /** What the visitor's page knows it by. */
  readonly confirmation: string;
  /** From when it may be sent again. */
  readonly resendAt: Date;
  /** Until when code and link are good. */
  readonly expiresAt: Date;
}

/** Too early, or too often: from this time on there may be another mail. */
export interface TryAgain {
  readonly retryAt: Date;
}

export interface ConfirmationParts {
  readonly store: ConfirmationStore;
  readonly campaigns: Pick<CampaignReader, 'byId'>;
  readonly outgoing: OutgoingMail;
  readonly budget: Pick<MailBudget, 'take'>;
  readonly seal: Seal;
  /** Where visitors reach this server. */
  readonly publicUrl: string;
}

/** Who wants a mail. */
export interface Asker {
  /** BCP 47; null: not told. */
  readonly language: string | null;
  /** By what a visitor's mails are counted. */
  readonly visitorAddress: string;
}

interface Person {
  readonly id: string;
  readonly email: string;
}

type Wanting = Person & Pick<Asker, 'visitorAddress'>;

const MINUTES = 30;

/**
 * Lets the owner of an address prove it, by a code or a link that were mailed there. Both are good for half an hour, or as
 * long as the pass of an unconfirmed address where the campaign confirms later.
 */
export class ConfirmationService {
  readonly #parts: ConfirmationParts;
  readonly #digests: ReturnType<typeof secrets.digestsOf>;

  constructor(parts: ConfirmationParts) {
    this.#parts = parts;
    this.#digests = secrets.digestsOf(parts.seal);
  }

  /**
   * Mails a new code and link, and answers once they are kept, before the mail is sent. Within a minute of the last mail, or
   * after the fifth of an hour, it mails nothing and answers where the last one stands. Where the budget of mails is spent it
   * answers as if it had mailed, and what was mailed before stays good.
   */
  async start(campaign: GuardedCampaign, signup: Person, asker: Asker): Promise<SentConfirmation> {
    const { seal, store } = this.#parts;
    const page = { handle: secrets.handleOf(seal, campaign.shop, signup.id), language: languageOf(asker.language) };
    const handleDigest = this.#digests.ofHandle(page.handle);
    const before = await store.find(handleDigest);
    const sent = isTooEarly(before) ? null : await this.#mail(campaign, { ...signup, ...asker }, page);
    if (sent) return sent;
    const known = before ?? (await store.find(handleDigest));
    if (!known) throw new Error('The sign-up was deleted while its confirmation began.');
    return { confirmation: secrets.writeHandle(page), resendAt: nextMailAt(known), expiresAt: known.expiresAt };
  }

  /** Mails anew, as `start` does; `retryAt` when it is too early. Null: there is no such confirmation. */
  async resend(confirmation: string, visitorAddress: string): Promise<SentConfirmation | TryAgain | null> {
    const page = secrets.readHandle(confirmation);
    const known = page && (await this.#parts.store.find(this.#digests.ofHandle(page.handle)));
    if (!known) return null;
    const { email, campaignId } = known.signup;
    const campaign = await this.#parts.campaigns.byId(campaignId);
    if (!campaign) return null;
    const signup = { id: known.signupId, email, visitorAddress };
    const sent = isTooEarly(known) ? null : await this.#mail(campaign, signup, page);
    return sent ?? { retryAt: nextMailAt(known) };
  }

  /**
   * The sign-up that the code proves; the right code may come more than once. After five wrong ones `retryAt` says when another
   * mail may be asked for, and until then no code is checked; what is no six digits does not count. Null: wrong, over, or no such confirmation.
   */
  async confirmWithCode(confirmation: string, code: string): Promise<ConfirmedSignup | TryAgain | null> {
    const [page, digits] = [secrets.readHandle(confirmation), secrets.readCode(code)];
    if (!page || digits === null) return null;
    const handleDigest = this.#digests.ofHandle(page.handle);
    const codeDigest = this.#digests.ofCode(page.handle, digits);
    const tried = await this.#parts.store.tryCode(handleDigest, codeDigest);
    if (tried) return tried.isRight ? signupOf(tried) : null;
    const known = await this.#parts.store.find(handleDigest);
    return known && isDead(known) ? { retryAt: nextMailAt(known) } : null;
  }

  /** The sign-up that the link proves, each time it is opened until it is over; for a deliberate act, never for a GET. */
  async confirmWithLink(token: string): Promise<ConfirmedSignup | null> {
    const linkDigest = this.#digests.ofLink(token);
    return linkDigest && this.#parts.store.tryLink(linkDigest);
  }

  async #mail(campaign: GuardedCampaign, signup: Wanting, page: secrets.Handle): Promise<SentConfirmation | null> {
    const { store, outgoing, publicUrl, budget } = this.#parts;
    const [code, token, to] = [secrets.makeCode(), secrets.makeLinkToken(), signup.email];
    const isWithheld = !(await budget.take({ ...signup, to, campaignId: campaign.id }));
    const renewal = { ...this.#renewal(campaign, signup, { ...page, code, token }), isWithheld };
    const state = await store.renew(renewal);
    if (!state) return null;
    const mail = confirmationMail({
      ...{ to, language: page.language, code, link: `${publicUrl}/confirm/${token}` },
      ...{ shopName: campaign.shopName, campaignName: campaign.name, minutes: renewal.minutes },
    });
    if (!isWithheld) outgoing.post(mail, (problem) => store.release(renewal, !problem.isPassing));
    return { confirmation: secrets.writeHandle(page), resendAt: nextMailAt(state), expiresAt: state.expiresAt };
  }

  #renewal(campaign: GuardedCampaign, { id }: Person, made: { handle: string; code: string; token: string }) {
    const linkDigest = this.#digests.ofLink(made.token);
    if (!linkDigest) throw new Error('A link was made that could not be read.');
    return {
      ...{ shop: campaign.shop, signupId: id, linkDigest, minutes: lifetimeOf(campaign) },
      handleDigest: this.#digests.ofHandle(made.handle),
      codeDigest: this.#digests.ofCode(made.handle, made.code),
    };
  }
}

/** Where a pass may wait for its confirmation, the mail must not be over before it. */
function lifetimeOf({ trustLevel, confirmWithinMinutes }: GuardedCampaign): number {
  return trustLevel === TrustLevel.CONFIRM_LATER ? Math.max(MINUTES, confirmWithinMinutes) : MINUTES;
}

function signupOf({ shop, campaignId, signupId }: ConfirmedSignup): ConfirmedSignup {
  return { shop, campaignId, signupId };
}
