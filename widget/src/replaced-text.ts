import { campaignOf, type GateStep } from './gate-step.ts';
import { slotOf } from './gate-text.ts';
import type { TextName } from './wording.ts';

/** What stands instead of one of our texts: in the element's slot or attribute, or else in the campaign; null for nothing. */
export function replacedText(element: Element, step: GateStep, name: TextName): string | null {
  const slot = slotOf(name);
  const child = [...element.children].find((candidate) => candidate.slot === slot);
  const written = child?.textContent?.trim() || element.getAttribute(slot);
  return written ?? campaignOf(step)?.texts.find((text) => text.name === name)?.text ?? null;
}
