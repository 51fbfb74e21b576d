import { type GateStep, isTrying, type Way } from './gate-step.ts';

/** The gate has opened; `pass` proves it to whoever verifies it with the API's JWKS. */
export interface GateOpenDetail {
  campaignId: string;
  pass: string;
  /** ISO 8601. */
  expiresAt: string;
  /** True when the pass of an earlier visit opened it. */
  remembered: boolean;
}

/** A try did not open the gate. */
export interface GateDeniedDetail {
  campaignId: string;
  way: Way;
  reason: 'denied' | 'invalid' | 'too-many-attempts' | 'not-open' | 'full';
}

/** A visitor has signed up with an e-mail address, which is not told here; it may still have to be confirmed. */
export interface GateSignupDetail {
  campaignId: string;
  acceptsMarketing: boolean;
}

/** The API gave no answer; `message` is for the page's author. */
export interface GateErrorDetail {
  campaignId: string;
  during: 'loading' | 'unlocking' | 'counting';
  message: string;
}

/** The element's events and their details. All bubble and are composed. */
export interface GateEventDetails {
  'vip-gate-open': GateOpenDetail;
  'vip-gate-denied': GateDeniedDetail;
  'vip-gate-signup': GateSignupDetail;
  'vip-gate-error': GateErrorDetail;
}

declare global {
  interface HTMLElementEventMap {
    'vip-gate-open': CustomEvent<GateOpenDetail>;
    'vip-gate-denied': CustomEvent<GateDeniedDetail>;
    'vip-gate-signup': CustomEvent<GateSignupDetail>;
    'vip-gate-error': CustomEvent<GateErrorDetail>;
  }
}

/** Why the step after a try is a denial; null when it is none. */
export function denialIn(step: GateStep): GateDeniedDetail['reason'] | null {
  if (step.name === 'not-open') return step.name;
  if (step.name === 'full' && step.refusal === null) return step.isWaiting ? null : step.name;
  if (!isTrying(step) || step.refusal === null || step.refusal.way === 'resend') return null;
  const { reason } = step.refusal;
  return reason === 'empty' || reason === 'unreachable' ? null : reason;
}
