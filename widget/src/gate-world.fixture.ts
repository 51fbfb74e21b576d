import type {
  EmailEntry,
  GateAccess,
  GateApi,
  GateCampaign,
  GateQuestion,
  GateView,
  UnlockResult,
} from './gate-api.ts';

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
    ...facts,
  };
}

export function anAccess(facts: Partial<GateAccess> = {}): GateAccess {
  return { campaign: aCampaign(), expiresAt: inMs(3_600_000), products: [], ...facts };
}

export function opened(facts: Partial<GateAccess> = {}): UnlockResult {
  const access = anAccess(facts);
  return { __typename: 'GateOpened', pass: 'pass-1', expiresAt: access.expiresAt, access };
}

type Outcome = UnlockResult | Error | Promise<UnlockResult>;

/** A public API of one campaign that answers what a test lays down, and keeps what it was asked. */
export class FakeGateApi implements GateApi {
  campaign: GateCampaign | null = aCampaign();
  linked: GateCampaign | null = null;
  validPass = '';
  isDown = false;
  outcomes: Outcome[] = [];
  readonly questions: GateQuestion[] = [];
  readonly views: string[] = [];
  readonly tries: (string | EmailEntry)[] = [];

  async look(question: GateQuestion): Promise<GateView> {
    this.questions.push(question);
    if (this.isDown) throw new Error('The public API gave no answer');
    const isOpen = question.pass !== '' && question.pass === this.validPass && this.campaign !== null;
    return {
      campaign: question.campaign === this.campaign?.id ? this.campaign : null,
      linked: question.secretLink === '' ? null : this.linked,
      access: isOpen && this.campaign ? anAccess({ campaign: this.campaign }) : null,
    };
  }

  async recordView(campaignId: string): Promise<void> {
    if (this.isDown) throw new Error('The public API gave no answer');
    this.views.push(campaignId);
  }

  unlockWithPassword = (_: string, password: string) => this.#answer(password);
  unlockWithEmail = (_: string, entry: EmailEntry) => this.#answer(entry);
  unlockWithSecretLink = (secretLink: string) => this.#answer(secretLink);

  async #answer(attempt: string | EmailEntry): Promise<UnlockResult> {
    this.tries.push(attempt);
    const outcome = this.outcomes.shift() ?? { __typename: 'GateDenied' };
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }
}
