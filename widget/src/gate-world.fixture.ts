import type {
  EmailEntry,
  GateAccess,
  GateApi,
  GateCampaign,
  GateQuestion,
  GateView,
  SentConfirmation,
  UnlockResult,
  WaitingResult,
} from './gate-api.ts';
import { denialIn } from './gate-event.ts';
import { type GateTries, stepAfter } from './gate-tries.ts';
import { keepConfirmation, resumeConfirmation } from './kept-confirmation.ts';
import { PassStore } from './pass-store.ts';

const now = Date.now();

/** An instant so many milliseconds from now, as the API writes it. */
export const inMs = (milliseconds: number): string => new Date(now + milliseconds).toISOString();

export function aCampaign(facts: Partial<GateCampaign> = {}): GateCampaign {
  return {
    id: 'autumn',
    name: 'Autumn lanterns',
    description: null,
    accessType: 'PASSWORD',
    status: 'LIVE',
    startsAt: null,
    shopName: 'Ember & Ash',
    serverTime: inMs(0),
    endsAt: null,
    hasWaitingList: false,
    showsEmailFirst: false,
    consentText: null,
    accentColor: null,
    texts: [],
    ...facts,
  };
}

export function anAccess(facts: Partial<GateAccess> = {}): GateAccess {
  return { campaign: aCampaign(), expiresAt: inMs(3_600_000), products: [], ...facts };
}

export function opened(facts: Partial<GateAccess> = {}): Extract<UnlockResult, { __typename: 'GateOpened' }> {
  const access = anAccess(facts);
  return {
    __typename: 'GateOpened',
    pass: 'pass-1',
    expiresAt: access.expiresAt,
    confirmBy: null,
    confirmation: null,
    access,
  };
}

export function anEntry(facts: Partial<EmailEntry> = {}): EmailEntry {
  const consent = {
    acceptsMarketing: false,
    consentText: 'News, please.',
    language: 'en',
    page: 'https://shop.example/',
  };
  return { email: 'ada@example.com', website: '', ...consent, ...facts };
}

export function sent(facts: Partial<SentConfirmation> = {}): UnlockResult {
  const times = { resendAt: inMs(60_000), expiresAt: inMs(3_600_000) };
  return { __typename: 'ConfirmationRequired', handle: 'confirmation-1', ...times, ...facts };
}

/** A browser's memory of its own. */
export function aStore(): PassStore {
  const shelf = new Map<string, string>();
  return new PassStore(() => ({
    getItem: (key) => shelf.get(key) ?? null,
    setItem: (key, value) => void shelf.set(key, value),
    removeItem: (key) => void shelf.delete(key),
  }));
}

type Outcome = UnlockResult | Error | Promise<UnlockResult>;

/** A public API of one campaign that answers what a test lays down, and keeps what it was asked. */
export class FakeGateApi implements GateApi {
  campaign: GateCampaign | null = aCampaign();
  linked: GateCampaign | null = null;
  validPass = '';
  accessExpiresAt = inMs(3_600_000);
  isDown = false;
  outcomes: Outcome[] = [];
  readonly questions: GateQuestion[] = [];
  readonly views: string[] = [];
  /** What the tab remembers of confirmations. */
  readonly pending = aStore();
  waitingOutcome: WaitingResult = { __typename: 'WaitingListJoined' };
  readonly tried: (string | EmailEntry)[] = [];

  async look(question: GateQuestion): Promise<GateView> {
    this.questions.push(question);
    if (this.isDown) throw new Error('The public API gave no answer');
    const isOpen = question.pass !== '' && question.pass === this.validPass && this.campaign !== null;
    return {
      campaign: question.campaign === this.campaign?.id ? this.campaign : null,
      linked: question.secretLink === '' ? null : this.linked,
      access: isOpen && this.campaign ? anAccess({ campaign: this.campaign, expiresAt: this.accessExpiresAt }) : null,
    };
  }

  async recordView(campaignId: string): Promise<void> {
    if (this.isDown) throw new Error('The public API gave no answer');
    this.views.push(campaignId);
  }

  async tries(): Promise<GateTries> {
    return {
      unlockWithPassword: (_, password) => this.#answer(password),
      unlockWithEmail: (_, entry) => this.#answer(entry),
      unlockWithSecretLink: (secretLink) => this.#answer(secretLink),
      confirmWithCode: (confirmation, code) => this.#answer(`${confirmation} ${code}`),
      resendConfirmation: (confirmation) => this.#answer(confirmation),
      joinWaitingList: async (_, email) => {
        this.tried.push(email);
        return this.waitingOutcome;
      },
      after: (step, way, result) => {
        const next = stepAfter(step, way, result);
        keepConfirmation(next, this.pending);
        return next;
      },
      resume: resumeConfirmation,
      denial: denialIn,
    };
  }

  async #answer(attempt: string | EmailEntry): Promise<UnlockResult> {
    this.tried.push(attempt);
    const outcome = this.outcomes.shift() ?? { __typename: 'GateDenied' };
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }
}
