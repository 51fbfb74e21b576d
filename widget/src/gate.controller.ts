import type { EmailEntry, GateCampaign, GateView, UnlockResult, WaitingResult } from './gate-api.ts';
import type { GateErrorDetail } from './gate-event.ts';
import type { GateParts, GatePlace } from './gate-parts.ts';
import { campaignOf, type GateStep, isTrying, lastsFor, refuse, standBefore, untried, type Way } from './gate-step.ts';
import { GateTimer } from './gate-timer.ts';
import type { GateTries } from './gate-tries.ts';

type Attempt = (tries: GateTries, campaign: GateCampaign) => Promise<UnlockResult | WaitingResult>;

/** The gate's brain: takes the visitor from one step to the next. It knows no DOM, and the last submission wins. */
export class GateController {
  step: GateStep = { name: 'loading' };
  readonly #parts: GateParts;
  readonly #counted = new Set<string>();
  #place: GatePlace = { campaign: '', secretLink: '' };
  /** Raised by whatever makes earlier answers stale. */
  #run = 0;
  #arrivedAt = 0;
  readonly #timer: GateTimer;

  constructor(parts: GateParts) {
    this.#parts = parts;
    this.#timer = new GateTimer(parts.host);
  }

  /** Milliseconds until the step changes by itself; null when it stays. */
  get remaining(): number | null {
    const lasts = lastsFor(this.step);
    return lasts === null ? null : Math.max(0, this.#arrivedAt + lasts - Date.now());
  }

  /** Asks what stands here, and opens by itself with a remembered pass or with the secret link of a link-only gate. */
  async start(place: GatePlace, pass = this.#parts.passes.recall(place.campaign)): Promise<void> {
    this.#place = place;
    // A gate that waits for its shop says so until there is an answer.
    const run = this.#begin(this.step.name === 'unreachable' ? this.step : { name: 'loading' });
    try {
      const view = await this.#parts.api.look({ ...place, pass });
      this.#timer.calm();
      if (run === this.#run) await this.#arrive(view, pass);
    } catch (error) {
      if (run === this.#run) {
        this.#go({ name: 'unreachable' });
        this.#timer.again(error, () => void this.retry());
      }
      this.#fault('loading', error);
    }
  }

  /** Asks everything once more. */
  retry(): Promise<void> {
    return this.start(this.#place);
  }

  /** Nothing that is under way matters any more. */
  stop(): void {
    this.#run += 1;
    this.#timer.stop();
  }

  /** Another gate of the page has opened: one of the same campaign opens with it. */
  join(campaignId: string, pass: string): void {
    if (this.step.name !== 'open' && campaignOf(this.step)?.id === campaignId)
      void this.start({ ...this.#place, campaign: campaignId }, pass);
  }

  /** The visitor is typing: what was typed before is not sent again by itself, and nothing says that it is. */
  touch(): void {
    const { step } = this;
    this.#timer.settle();
    if (isTrying(step) && step.refusal?.reason === 'unreachable') this.#go({ ...step, refusal: null });
  }

  /** The visitor wants the form all the same: has a place of a full campaign, or another address than the one to confirm. */
  insist(): void {
    const { step } = this;
    if (step.name !== 'full' && step.name !== 'confirming') return;
    const { campaign } = step;
    this.#parts.pending.forget(campaign.id);
    this.#begin({ name: 'locked', campaign, isWaiting: false, ...untried });
  }

  async submitPassword(password: string): Promise<void> {
    if (password.trim() === '') return this.#refuseEmpty('password');
    await this.#try('password', (tries, { id }) => tries.unlockWithPassword(id, password));
  }

  async submitEmail(entry: EmailEntry): Promise<void> {
    if (entry.email.trim() === '') return this.#refuseEmpty('email');
    await this.#try('email', async (tries, { id }) => {
      const result = await tries.unlockWithEmail(id, entry);
      const signup = { campaignId: id, acceptsMarketing: entry.acceptsMarketing };
      const isIn = result.__typename === 'GateOpened' || result.__typename === 'ConfirmationRequired';
      if (isIn) this.#parts.host.announce('vip-gate-signup', signup);
      return result;
    });
  }

  /** The six digits out of the confirmation's mail. */
  async submitCode(code: string): Promise<void> {
    const confirmation = this.#confirmation;
    if (code.trim() === '') return this.#refuseEmpty('code');
    if (confirmation) await this.#try('code', (tries) => tries.confirmWithCode(confirmation, code));
  }

  /** Has a new code mailed. */
  async resend(): Promise<void> {
    const confirmation = this.#confirmation;
    if (confirmation) await this.#try('resend', (tries) => tries.resendConfirmation(confirmation));
  }

  async submitWaiting(email: string, website: string): Promise<void> {
    if (email.trim() === '') return this.#refuseEmpty('waiting');
    await this.#try('waiting', (tries, { id }) => tries.joinWaitingList(id, email, website));
  }

  get #confirmation(): string | null {
    if (this.step.name === 'confirming') return this.step.sent.handle;
    return this.step.name === 'open' ? this.step.confirmation : null;
  }

  async #arrive({ campaign, linked, access }: GateView, pass: string): Promise<void> {
    const { passes } = this.#parts;
    const found = campaign ?? (this.#place.campaign === '' ? linked : null);
    if (!found) return this.#go({ name: 'missing' });
    if (access && found.id === access.campaign.id) {
      await this.#stand({
        ...untried,
        ...{ name: 'open', access, pass, remembered: true, confirmBy: null, confirmation: null },
      });
      return this.#count(found.id);
    }
    const before = standBefore(found);
    // While the campaign does not run no pass opens it, and a good one opens it again once it does.
    if (pass && before.name !== 'not-open') passes.forget(this.#place.campaign);
    // Only the answer told which campaign this is: a pass may be remembered for it.
    if (this.#place.campaign === '' && passes.recall(found.id))
      return this.start({ ...this.#place, campaign: found.id });
    await this.#stand(before);
    this.#count(found.id);
    if (this.step.name === 'locked' && found.accessType === 'SECRET_LINK') await this.#followLink(linked?.id);
  }

  /** The first step after a look; a confirmation that this tab waits for goes on where it was. */
  async #stand(step: GateStep): Promise<void> {
    const run = this.#run;
    const kept = this.#parts.pending.recall(campaignOf(step)?.id ?? '');
    const resumed = kept ? (await this.#parts.tries()).resume(step, kept) : step;
    if (run === this.#run) this.#go(resumed);
  }

  /** A link of another campaign is not tried here: that would spend it. */
  async #followLink(linkedId: string | undefined): Promise<void> {
    const { secretLink } = this.#place;
    const { step } = this;
    if (secretLink === '' || step.name !== 'locked') return;
    if (linkedId !== step.campaign.id) return this.#go(refuse(step, 'link', 'denied'));
    await this.#try('link', (tries) => tries.unlockWithSecretLink(secretLink));
  }

  async #try(way: Way, attempt: Attempt): Promise<void> {
    const campaign = campaignOf(this.step);
    if (!isTrying(this.step) || this.step.pending === way || !campaign) return;
    const tried = { ...this.step, pending: way, refusal: null };
    const run = this.#begin(tried);
    try {
      const tries = await this.#parts.tries();
      const result = await attempt(tries, campaign);
      this.#timer.calm();
      if (run !== this.#run) return;
      const step = tries.after(tried, way, result);
      this.#go(step);
      const reason = tries.denial(step);
      if (reason) this.#parts.host.announce('vip-gate-denied', { campaignId: campaign.id, way, reason });
    } catch (error) {
      if (run === this.#run) {
        this.#go(refuse(tried, way, 'unreachable'));
        this.#timer.again(error, () => void this.#try(way, attempt));
      }
      this.#fault('unlocking', error);
    }
  }

  #refuseEmpty(way: Way): void {
    if (isTrying(this.step)) this.#go(refuse(this.step, way, 'empty'));
  }

  #begin(step: GateStep): number {
    this.#go(step);
    this.#run += 1;
    return this.#run;
  }

  #go(step: GateStep): void {
    const before = this.step;
    this.step = step;
    this.#parts.host.requestUpdate();
    this.#timer.settle();
    // A try within the same step changes nothing about how long it lasts.
    if (step.name !== 'loading' && campaignOf(step) === campaignOf(before)) return;
    this.#arrivedAt = Date.now();
    this.#timer.wake(lastsFor(step), step.name !== 'open', () => void this.retry());
    if (step.name === 'open') this.#welcome(step);
  }

  #welcome({ pass, remembered, access }: Extract<GateStep, { name: 'open' }>): void {
    const { host, passes } = this.#parts;
    const campaignId = access.campaign.id;
    passes.remember(campaignId, pass, access.expiresAt);
    host.announce('vip-gate-open', { campaignId, pass, remembered, expiresAt: access.expiresAt });
  }

  /** A page view counts once per campaign, however the gate then opens; nobody waits for it. */
  #count(campaignId: string): void {
    if (this.#counted.has(campaignId)) return;
    this.#counted.add(campaignId);
    this.#parts.api
      .recordView(campaignId, this.step.name === 'locked')
      .catch((error: unknown) => this.#fault('counting', error));
  }

  #fault(during: GateErrorDetail['during'], error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.#parts.host.announce('vip-gate-error', { campaignId: this.#place.campaign, during, message });
  }
}
