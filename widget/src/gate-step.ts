import type { GateAccess, GateCampaign, SentConfirmation } from './gate-api.ts';

/** What a visitor can try: a way through the gate, the code of a confirmation, a new code, or the waiting list. */
export type Way = 'password' | 'email' | 'link' | 'code' | 'resend' | 'waiting';

/** Why the last try did not get on. It never says what was typed. */
export type Refusal =
  | { reason: 'denied' | 'empty' | 'invalid' | 'unreachable'; way: Way }
  /** `retryAt`: ISO 8601. */
  | { reason: 'too-many-attempts'; way: Way; retryAt: string };

/** A step in which something can be tried. */
export interface Trying {
  pending: Way | null;
  refusal: Refusal | null;
}

/** Where the gate stands; the element draws each of these and nothing else. */
export type GateStep =
  | { name: 'loading' }
  /** The campaign could not be asked for; it is asked for again by itself. */
  | { name: 'unreachable' }
  /** There is no such campaign. */
  | { name: 'missing' }
  | { name: 'not-open'; campaign: GateCampaign }
  | TryingStep;

/** `isWaiting`: the visitor is on the waiting list now. `confirmation`: an e-mail address that is still to be confirmed. */
export type TryingStep = Trying &
  (
    | { name: 'full'; campaign: GateCampaign; isWaiting: boolean }
    | { name: 'locked'; campaign: GateCampaign; isWaiting: boolean }
    | { name: 'confirming'; campaign: GateCampaign; sent: SentConfirmation }
    /** `remembered`: opened by the pass of an earlier visit. */
    | {
        name: 'open';
        access: GateAccess;
        pass: string;
        remembered: boolean;
        confirmBy: string | null;
        confirmation: string | null;
      }
  );

/** Nothing was tried yet. */
export const untried: Trying = { pending: null, refusal: null };

/** Whether something can be tried in this step. */
export function isTrying(step: GateStep): step is TryingStep {
  return 'pending' in step;
}

/** The campaign that a step is about; null while none is known. */
export function campaignOf(step: GateStep): GateCampaign | null {
  if (step.name === 'open') return step.access.campaign;
  return 'campaign' in step ? step.campaign : null;
}

/** Whether the waiting list's form stands here: all places are taken, or the gate did not open, and the campaign has one. */
export function offersWaiting(step: GateStep): boolean {
  if (step.name === 'full') return step.campaign.hasWaitingList;
  if (step.name !== 'locked' || !step.campaign.hasWaitingList) return false;
  const isAbout = step.pending === 'waiting' || step.refusal?.way === 'waiting' || step.isWaiting;
  return isAbout || step.refusal?.reason === 'denied';
}

/** The first step in front of a campaign, by its status. */
export function standBefore(campaign: GateCampaign): GateStep {
  if (campaign.status === 'FULL') return { name: 'full', campaign, isWaiting: false, ...untried };
  if (campaign.status !== 'LIVE') return { name: 'not-open', campaign };
  return { name: 'locked', campaign, isWaiting: false, ...untried };
}

/** The step stays, and the visitor is told why. */
export function refuse(step: TryingStep, way: Way, reason: Exclude<Refusal['reason'], 'too-many-attempts'>): GateStep {
  return { ...step, pending: null, refusal: { reason, way } };
}

/**
 * How many milliseconds from the answer until the step changes by itself: a scheduled campaign starts, or a pass ends.
 * By the server's clock alone, since a visitor's may be wrong; null when it stays.
 */
export function lastsFor(step: GateStep): number | null {
  if (step.name === 'open') return between(step.access.campaign.serverTime, step.access.expiresAt);
  if (step.name !== 'not-open' || step.campaign.status !== 'SCHEDULED' || step.campaign.startsAt === null) return null;
  return between(step.campaign.serverTime, step.campaign.startsAt);
}

/** Clocks that disagree must not make a page ask without a pause. */
const shortestWaitMs = 1_000;

function between(from: string, until: string): number {
  return Math.max(shortestWaitMs, Date.parse(until) - Date.parse(from));
}
