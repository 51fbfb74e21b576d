import { html, nothing, type TemplateResult } from 'lit';
import type { Face } from './later-screens.ts';

type Unit = 'day' | 'hour' | 'minute' | 'second';

const seconds: readonly (readonly [Unit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** At most so many units at a time: nobody counts seconds days ahead. */
const shownUnits = 3;

/** A length of time in a language's own words and plural forms: “2 days, 1 hour, 5 minutes”. `finest` ends it. */
export function durationIn(language: string, milliseconds: number, finest: Unit): string {
  let left = Math.ceil(milliseconds / 1000);
  const parts: { unit: Unit; count: number }[] = [];
  for (const [unit, size] of seconds) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0 || (unit === finest && parts.length === 0)) parts.push({ unit, count });
    if (unit === finest) break;
  }
  const words = parts
    .slice(0, shownUnits)
    .map(({ unit, count }) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
    );
  return new Intl.ListFormat(language, { type: 'unit', style: 'long' }).format(words);
}

/** How long until the gate opens, in words; empty where nobody knows. */
export function countdown({ wording, remaining }: Face, finest: Unit): string {
  return remaining === null ? '' : wording.text('countdown', durationIn(wording.language, remaining, finest));
}

/** The countdown that people see; who listens hears it once a minute from the gate's status. */
export function untilStart(face: Face): TemplateResult | typeof nothing {
  const left = countdown(face, 'second');
  return left === '' ? nothing : html`<p class="countdown" part="countdown" aria-hidden="true">${left}</p>`;
}
