import type { ReactiveControllerHost } from 'lit';
import { GateController } from './gate.controller.ts';
import { HttpGateApi } from './gate-api.ts';
import { laterByTheClock } from './later-by-the-clock.ts';
import type { OnDemand } from './on-demand.ts';
import { announceAt } from './page-gates.ts';
import { PassStore } from './pass-store.ts';

/** The gate behind an element, with the public API at one address, the browser's memory and its clock. */
export function wireGate(
  element: HTMLElement & ReactiveControllerHost,
  endpoint: string,
  onDemand: OnDemand,
): GateController {
  const api = new HttpGateApi(endpoint);
  return new GateController({
    api,
    tries: async () => (await onDemand.screens()).tries(api.ask),
    passes: new PassStore(() => localStorage),
    pending: new PassStore(() => sessionStorage),
    host: {
      requestUpdate: () => element.requestUpdate(),
      announce: (name, detail) => announceAt(element, name, detail),
      later: laterByTheClock,
    },
  });
}
