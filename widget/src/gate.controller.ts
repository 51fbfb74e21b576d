import type { EmailEntry, GateApi, GateCampaign, GateView, UnlockResult } from './gate-api.ts';
import { denialIn, type GateEventDetails } from './gate-event.ts';
import { type Attempt, type GateStep, lastsFor, refuse, standBefore, stepAfter, type Way } from './gate-step.ts';
import type { PassStore } from './pass-store.ts';

/** Which gate stands here: a campaign's id, a secret link, or both. Empty texts for none. */
export interface GatePlace {
  campaign: string;
  secretLink: string;
}

/** Who shows the gate. */
export interface GateHost {
  /** The step has changed: draw again. */
  requestUpdate(): void;
  /** Something that the page may want to hear. */
  announce<Name extends keyof GateEventDetails>(name: Name, detail: GateEventDetails[Name]): void;
  /** Calls back after so many milliseconds; the answer takes it back. */
  later(callback: () => void, milliseconds: number): () => void;
}

/** What the controller works with. */
export interface GateParts {
  api: GateApi;
  passes: PassStore;
  host: GateHost;
}

/** Visitors who wait for the same instant come back spread over this time. */
const spreadMs = 3_000;
/** Browsers count a timer in 31 bits; a longer wait ends early and asks again. */
const longestWaitMs = 2_147_483_647;

/** The gate's brain: takes the visitor from one step to the next. It knows no DOM, and the last submission wins. */
export class GateController {
  step: GateStep = { name: 'loading' };
  readonly #parts: GateParts;
  readonly #counted = new Set<string>();
  #place: GatePlace = { campaign: '', secretLink: '' };
  /** Raised by whatever makes earlier answers stale. */
  #run = 0;
  #cancelAlarm: () => void = () => undefined;

  constructor(parts: GateParts) {
    this.#parts = parts;
  }

  /** Asks what stands here, and opens by itself with a remembered pass or with the secret link of a link-only gate. */
  async start(place: GatePlace): Promise<void> {
    this.#place = place;
    const run = this.#begin({ name: 'loading' });
    try {
      const pass = this.#parts.passes.recall(place.campaign);
      const view = await this.#parts.api.look({ ...place, pass });
      if (run === this.#run) await this.#arrive(view, pass);
    } catch (error) {
      if (run === this.#run) this.#go({ name: 'unreachable' });
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
    this.#cancelAlarm();
  }

  async submitPassword(password: string): Promise<void> {
    if (password.trim() === '') return this.#refuseEmpty('password');
    await this.#unlock('password', ({ id }) => this.#parts.api.unlockWithPassword(id, password));
  }

  async submitEmail(entry: EmailEntry): Promise<void> {
    if (entry.email.trim() === '') return this.#refuseEmpty('email');
    await this.#unlock('email', async ({ id }) => {
      const result = await this.#parts.api.unlockWithEmail(id, entry);
      const signup = { campaignId: id, acceptsMarketing: entry.acceptsMarketing };
      if (result.__typename === 'GateOpened') this.#parts.host.announce('vip-gate-signup', signup);
      return result;
    });
  }

  async #arrive({ campaign, linked, access }: GateView, pass: string): Promise<void> {
    const { passes } = this.#parts;
    const found = campaign ?? (this.#place.campaign === '' ? linked : null);
    if (access && found?.id === access.campaign.id) return this.#go({ name: 'open', access, pass, remembered: true });
    if (pass) passes.forget(this.#place.campaign);
    if (!found) return this.#go({ name: 'missing' });
    // Only the answer told which campaign this is: a pass may be remembered for it.
    if (this.#place.campaign === '' && passes.recall(found.id))
      return this.start({ ...this.#place, campaign: found.id });
    this.#go(standBefore(found));
    this.#count(found.id);
    if (this.step.name === 'locked' && found.accessType === 'SECRET_LINK') await this.#followLink(found, linked?.id);
  }

  /** A link of another campaign is not tried here: that would spend it. */
  async #followLink(campaign: GateCampaign, linkedId: string | undefined): Promise<void> {
    const { secretLink } = this.#place;
    if (secretLink === '') return;
    if (linkedId !== campaign.id) return this.#go(refuse({ way: 'link', campaign }, 'denied'));
    await this.#unlock('link', () => this.#parts.api.unlockWithSecretLink(secretLink));
  }

  async #unlock(way: Way, ask: (campaign: GateCampaign) => Promise<UnlockResult>): Promise<void> {
    if (this.step.name !== 'locked' || this.step.pending === way) return;
    const attempt: Attempt = { way, campaign: this.step.campaign };
    const run = this.#begin({ ...this.step, pending: way, refusal: null });
    try {
      const result = await ask(attempt.campaign);
      if (run === this.#run) this.#settle(attempt, stepAfter(attempt, result));
    } catch (error) {
      if (run === this.#run) this.#go(refuse(attempt, 'unreachable'));
      this.#fault('unlocking', error);
    }
  }

  #settle({ way, campaign }: Attempt, step: GateStep): void {
    this.#go(step);
    const reason = denialIn(step);
    if (reason) this.#parts.host.announce('vip-gate-denied', { campaignId: campaign.id, way, reason });
  }

  #refuseEmpty(way: Way): void {
    if (this.step.name === 'locked') this.#go(refuse({ way, campaign: this.step.campaign }, 'empty'));
  }

  #begin(step: GateStep): number {
    this.#go(step);
    this.#run += 1;
    return this.#run;
  }

  #go(step: GateStep): void {
    const { host, passes } = this.#parts;
    this.step = step;
    host.requestUpdate();
    this.#cancelAlarm();
    const lasts = lastsFor(step);
    if (lasts !== null) this.#wakeIn(step.name === 'open' ? lasts : lasts + Math.random() * spreadMs);
    if (step.name !== 'open') return;
    const { pass, remembered, access } = step;
    const campaignId = access.campaign.id;
    passes.remember(campaignId, pass, access.expiresAt);
    host.announce('vip-gate-open', { campaignId, pass, remembered, expiresAt: access.expiresAt });
  }

  #wakeIn(milliseconds: number): void {
    this.#cancelAlarm = this.#parts.host.later(() => void this.retry(), Math.min(milliseconds, longestWaitMs));
  }

  /** A page view counts once per campaign, when its gate is shown; nobody waits for it. */
  #count(campaignId: string): void {
    if (this.#counted.has(campaignId)) return;
    this.#counted.add(campaignId);
    this.#parts.api.recordView(campaignId).catch((error: unknown) => this.#fault('counting', error));
  }

  #fault(during: 'loading' | 'unlocking' | 'counting', error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.#parts.host.announce('vip-gate-error', { campaignId: this.#place.campaign, during, message });
  }
}
