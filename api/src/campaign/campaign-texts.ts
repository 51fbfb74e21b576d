import { z } from 'zod';

/** The texts of the gate that a merchant may replace, as the widget names them. */
export const GATE_TEXTS = [
  'heading',
  'passwordIntro',
  'passwordLabel',
  'passwordButton',
  'emailIntro',
  'emailLabel',
  'emailButton',
  'denied',
  'early',
  'ended',
  'paused',
  'full',
  'waitingIntro',
  'waitingButton',
  'waitingDone',
  'opened',
] as const;

/** One of them. */
export type GateTextName = (typeof GATE_TEXTS)[number];

/** The longest text, in characters. */
export const LONGEST_GATE_TEXT = 500;

const Texts = z.partialRecord(z.enum(GATE_TEXTS), z.string());

/** What the database keeps of them, read; texts that no gate has any more are left out. */
export function gateTextsOf(kept: unknown): Partial<Record<GateTextName, string>> {
  const known = Object.entries(typeof kept === 'object' && kept !== null ? kept : {}).filter(([name]) =>
    (GATE_TEXTS as readonly string[]).includes(name),
  );
  return Texts.parse(Object.fromEntries(known));
}
