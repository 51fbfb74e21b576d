import type { GateAccess, GateCampaign, UnlockResult } from './gate-api.ts';

/** A way through the gate. */
export type Way = 'password' | 'email' | 'link';

/** Why the last try did not open the gate. It never says what was typed. */
export type Refusal =
  | { reason: 'denied' | 'empty' | 'invalid' | 'unreachable'; way: Way }
  /** `retryAt`: ISO 8601. */
  | { reason: 'too-many-attempts'; way: Way; retryAt: string };

/** Where the gate stands; the element draws each of these and nothing else. */
export type GateStep =
  | { name: 'loading' }
  /** The campaign could not be asked for; a retry may help. */
  | { name: 'unreachable' }
  /** There is no such campaign. */
  | { name: 'missing' }
  | { name: 'not-open'; campaign: GateCampaign }
  | { name: 'full'; campaign: GateCampaign }
  | { name: 'locked'; campaign: GateCampaign; pending: Way | null; refusal: Refusal | null }
  /** `remembered`: opened by the pass of an earlier visit. */
  | { name: 'open'; access: GateAccess; pass: string; remembered: boolean };

/** A try, and the campaign that it was for. */
export interface Attempt {
  way: Way;
  campaign: GateCampaign;
}

/** The first step in front of a campaign, by its status. */
export function standBefore(campaign: GateCampaign): GateStep {
  if (campaign.status !== 'LIVE') return { name: 'not-open', campaign };
  return { name: 'locked', campaign, pending: null, refusal: null };
}

/** The gate stays closed, and the visitor is told why. */
export function refuse({ way, campaign }: Attempt, reason: Exclude<Refusal['reason'], 'too-many-attempts'>): GateStep {
  return { name: 'locked', campaign, pending: null, refusal: { reason, way } };
}

/** The step that the API's answer to a try leads to. */
export function stepAfter(attempt: Attempt, result: UnlockResult): GateStep {
  const { way, campaign } = attempt;
  switch (result.__typename) {
    case 'GateOpened':
      return { name: 'open', access: result.access, pass: result.pass, remembered: false };
    case 'GateDenied':
      return refuse(attempt, 'denied');
    case 'InvalidInput':
      return refuse(attempt, 'invalid');
    case 'TooManyAttempts':
      return {
        name: 'locked',
        campaign,
        pending: null,
        refusal: { reason: 'too-many-attempts', way, retryAt: result.retryAt },
      };
    case 'CampaignNotOpen':
      return { name: 'not-open', campaign: { ...campaign, ...result } };
    case 'CampaignFull':
      return { name: 'full', campaign };
  }
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
