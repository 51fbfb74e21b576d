import type { GateStep } from './gate-step.ts';
import type { PassStore } from './pass-store.ts';

/** Writes down what waits for a confirmation, so that a page that is loaded anew goes on there; once it is done, nothing. */
export function keepConfirmation(step: GateStep, pending: PassStore): void {
  if (step.name === 'confirming') pending.remember(step.campaign.id, JSON.stringify(step.sent), step.sent.expiresAt);
  if (step.name !== 'open') return;
  const { confirmBy, confirmation, access } = step;
  const { id } = access.campaign;
  if (confirmBy !== null && confirmation !== null)
    pending.remember(id, JSON.stringify({ confirmBy, confirmation }), confirmBy);
  else pending.forget(id);
}

/** The step with the confirmation that was kept for it; the step itself where what was kept does not fit. */
export function resumeConfirmation(step: GateStep, kept: string): GateStep {
  const { handle, resendAt, expiresAt, confirmBy, confirmation } = textsIn(kept);
  if (step.name === 'locked' && handle && resendAt && expiresAt)
    return { ...step, name: 'confirming', sent: { handle, resendAt, expiresAt } };
  // A pass that lasts longer has been confirmed elsewhere.
  const isOwed = step.name === 'open' && confirmBy && Date.parse(step.access.expiresAt) <= Date.parse(confirmBy);
  return isOwed && confirmation ? { ...step, confirmBy, confirmation } : step;
}

function textsIn(kept: string): Record<string, string | undefined> {
  try {
    const read: unknown = JSON.parse(kept);
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(Object.entries(read).filter(([, value]) => typeof value === 'string'));
  } catch {
    // Damaged storage: the visitor begins anew.
    return {};
  }
}
