import { registerEnumType } from 'type-graphql';
import type { Verdict } from './decide.ts';

/** What `decide` can come to, as the API says it. */
export const GateVerdict = {
  OPEN: 'OPEN',
  CONFIRM: 'CONFIRM',
  DENIED: 'DENIED',
  NOT_OPEN: 'NOT_OPEN',
  FULL: 'FULL',
} as const satisfies Record<Verdict, Verdict>;

registerEnumType(GateVerdict, {
  name: 'GateVerdict',
  description: 'What a gate decides about a visitor.',
  valuesConfig: {
    OPEN: { description: 'In.' },
    CONFIRM: { description: 'In as soon as the e-mail address is proved.' },
    DENIED: { description: 'Not in, and told nothing that a guesser could use.' },
    NOT_OPEN: { description: 'Not in: the window has not begun, or is over.' },
    FULL: { description: 'Not in: all places are taken.' },
  },
});
