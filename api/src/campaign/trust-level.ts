import { registerEnumType } from 'type-graphql';

/** How much an e-mail address must have proved before it opens a gate. */
export enum TrustLevel {
  INSTANT = 'INSTANT',
  CONFIRM_FIRST = 'CONFIRM_FIRST',
  CONFIRM_LATER = 'CONFIRM_LATER',
}

registerEnumType(TrustLevel, {
  name: 'TrustLevel',
  description: 'How much an e-mail address must have proved before it opens a gate.',
  valuesConfig: {
    INSTANT: { description: 'Nothing: whoever enters an address is in.' },
    CONFIRM_FIRST: { description: 'A code or a link that was mailed to it opens the gate.' },
    CONFIRM_LATER: { description: 'It opens at once; the pass ends after a while unless the address is confirmed.' },
  },
});
