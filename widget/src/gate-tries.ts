import type { Ask, EmailEntry, UnlockResult, WaitingResult } from './gate-api.ts';
import { denialIn, type GateDeniedDetail } from './gate-event.ts';
import { type GateStep, refuse, type TryingStep, untried, type Way } from './gate-step.ts';
import {
  ConfirmWithCodeDocument,
  JoinWaitingListDocument,
  ResendConfirmationDocument,
  UnlockWithEmailDocument,
  UnlockWithPasswordDocument,
  UnlockWithSecretLinkDocument,
} from './gql/graphql.ts';
import { actsOver } from './kept-attempt.ts';
import { keepConfirmation, resumeConfirmation } from './kept-confirmation.ts';
import { PassStore } from './pass-store.ts';
import { unlessPaused } from './paused-meanwhile.ts';
import { visit } from './told-happenings.ts';

/** Everything that a visitor can try. Each method throws `GateApiError` when no answer came. */
export interface GateTries {
  unlockWithPassword(campaignId: string, password: string): Promise<UnlockResult>;
  unlockWithEmail(campaignId: string, entry: EmailEntry): Promise<UnlockResult>;
  unlockWithSecretLink(secretLink: string): Promise<UnlockResult>;
  /** Spaces in the code do no harm. */
  confirmWithCode(confirmation: string, code: string): Promise<UnlockResult>;
  resendConfirmation(confirmation: string): Promise<UnlockResult>;
  /** `website`: as in `EmailEntry`. */
  joinWaitingList(campaignId: string, email: string, website: string): Promise<WaitingResult>;
  /** The step that an answer to a try leads to. */
  after(step: TryingStep, way: Way, result: UnlockResult | WaitingResult): GateStep;
  /** The first step of a page, going on with what `kept` says of a confirmation. */
  resume(step: GateStep, kept: string): GateStep;
  /** Why the step after a try is a denial; null when it is none. */
  denial(step: GateStep): GateDeniedDetail['reason'] | null;
}

/** A secret link's campaign is not known here, and the link itself is not written down: a tab follows one at a time. */
const link = 'link';

/** Everything that a visitor can try, asked by `ask`; what waits for a confirmation or an answer lies in `pending`. */
export function triesOver(ask: Ask, pending = new PassStore(() => sessionStorage)): GateTries {
  const act = actsOver(pending);
  return {
    unlockWithPassword: async (campaignId, password) => {
      const told = await act(campaignId, (attempt) =>
        ask(UnlockWithPasswordDocument, { input: { campaignId, password, attempt, ...visit() } }),
      );
      return unlessPaused(ask, { id: campaignId }, told.unlock);
    },
    unlockWithEmail: async (campaignId, entry) => {
      const told = await ask(UnlockWithEmailDocument, { input: { campaignId, ...entry, ...visit() } });
      return unlessPaused(ask, { id: campaignId }, told.unlock);
    },
    unlockWithSecretLink: async (secretLink) => {
      const told = await act(link, (attempt) =>
        ask(UnlockWithSecretLinkDocument, { input: { secretLink, attempt, ...visit() } }),
      );
      return unlessPaused(ask, { secretLink }, told.unlock);
    },
    confirmWithCode: async (confirmation, code) =>
      (await ask(ConfirmWithCodeDocument, { input: { confirmation, code: code.replace(/\s/g, '') } })).unlock,
    resendConfirmation: async (confirmation) =>
      (await ask(ResendConfirmationDocument, { input: { confirmation } })).unlock,
    joinWaitingList: async (campaignId, email, website) =>
      (await ask(JoinWaitingListDocument, { input: { campaignId, email, website } })).join,
    after: (step, way, result) => {
      const next = stepAfter(step, way, result);
      keepConfirmation(next, pending);
      return next;
    },
    resume: resumeConfirmation,
    denial: denialIn,
  };
}

/** The step that the API's answer to a try leads to. */
export function stepAfter(step: TryingStep, way: Way, result: UnlockResult | WaitingResult): GateStep {
  const campaign = step.name === 'open' ? step.access.campaign : step.campaign;
  switch (result.__typename) {
    case 'GateOpened': {
      const { access, pass, confirmBy, confirmation } = result;
      return { name: 'open', access, pass, remembered: false, confirmBy, confirmation, ...untried };
    }
    case 'ConfirmationRequired':
      return { name: 'confirming', campaign, sent: result, ...untried };
    case 'WaitingListJoined':
      return step.name === 'full' || step.name === 'locked' ? { ...step, isWaiting: true, ...untried } : step;
    case 'GateDenied':
      return refuse(step, way, 'denied');
    case 'InvalidInput':
      return refuse(step, way, 'invalid');
    case 'TooManyAttempts':
      return { ...step, pending: null, refusal: { reason: 'too-many-attempts', way, retryAt: result.retryAt } };
    case 'CampaignNotOpen':
      return { name: 'not-open', campaign: { ...campaign, ...result } };
    case 'CampaignFull':
      return { name: 'full', campaign, isWaiting: false, ...untried };
  }
}
