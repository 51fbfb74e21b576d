import type { GateController } from './gate.controller.ts';
import type { GateEventDetails } from './gate-event.ts';
import { forgetSecret } from './page-address.ts';

/** The gates that stand on the page. */
const gates = new Set<GateController>();
/** One word to the page's author is enough. */
let hasWarned = false;

/** A gate stands on the page; the answer takes it away. */
export function enterPage(gate: GateController): () => void {
  gates.add(gate);
  return () => gates.delete(gate);
}

/** Tells the page what has happened at one of its elements, and the other gates what opens them too. */
export function announceAt<Name extends keyof GateEventDetails>(
  element: Element,
  name: Name,
  detail: GateEventDetails[Name],
): void {
  if (name === 'vip-gate-error' && !hasWarned) {
    hasWarned = true;
    // biome-ignore lint/suspicious/noConsole: the page's author should learn why, and an event is easily missed
    console.warn("vip-gate: no answer from the API. Does the page's CSP allow it in connect-src?");
  }
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  if (!('pass' in detail)) return;
  forgetSecret();
  for (const gate of gates) gate.join(detail.campaignId, detail.pass);
}
