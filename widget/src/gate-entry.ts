import type { FormWay } from './entry-form.ts';
import type { GateController } from './gate.controller.ts';
import { campaignOf } from './gate-step.ts';
import type { Wording } from './wording.ts';

/** What the visitor filled into one form goes to the gate. */
export function submitEntry(
  way: FormWay,
  form: HTMLFormElement,
  gate: { controller: GateController; wording: Wording },
) {
  const { controller, wording } = gate;
  const entered = new FormData(form);
  const text = (name: string) => String(entered.get(name) ?? '');
  const campaign = campaignOf(controller.step);
  if (!campaign) return;
  if (way === 'password') return void controller.submitPassword(text('password'));
  if (way === 'code') return void controller.submitCode(text('code'));
  const email = text('email');
  const website = text('website');
  if (way === 'waiting') return void controller.submitWaiting(email, website);
  const acceptsMarketing = entered.has('acceptsMarketing');
  const consent = { consentText: wording.consent(campaign), language: wording.language, page: location.href };
  void controller.submitEmail({ email, acceptsMarketing, website, ...consent });
}
