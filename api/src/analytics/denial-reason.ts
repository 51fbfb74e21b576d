import { registerEnumType } from 'type-graphql';

/** Why somebody was not let in: the first rule of the gate that did not hold, or what stands before the rules. */
export enum DenialReason {
  NOT_ACTIVATED = 'NOT_ACTIVATED',
  ENDED = 'ENDED',
  PAUSED = 'PAUSED',
  NOT_BEGUN = 'NOT_BEGUN',
  FULL = 'FULL',
  WRONG_WAY = 'WRONG_WAY',
  WRONG_CODE = 'WRONG_CODE',
  REVOKED = 'REVOKED',
  EXPIRED = 'EXPIRED',
  USED_UP = 'USED_UP',
  NOT_ON_GUEST_LIST = 'NOT_ON_GUEST_LIST',
  PASS_REVOKED = 'PASS_REVOKED',
  TOO_MANY_ATTEMPTS = 'TOO_MANY_ATTEMPTS',
}

registerEnumType(DenialReason, {
  name: 'DenialReason',
  description: 'Why somebody was not let in. Visitors are not told.',
  valuesConfig: {
    NOT_ACTIVATED: { description: 'The campaign is a draft.' },
    ENDED: { description: 'Its window is over.' },
    PAUSED: { description: 'It is paused.' },
    NOT_BEGUN: { description: 'Its window has not begun.' },
    FULL: { description: 'All places are taken.' },
    WRONG_WAY: { description: 'A password where the campaign asks for an e-mail, and the like.' },
    WRONG_CODE: { description: 'No access code of the campaign is what was typed.' },
    REVOKED: { description: 'The access code or secret link was revoked.' },
    EXPIRED: { description: 'The access code or secret link has expired.' },
    USED_UP: { description: 'The access code or secret link has let in as many as it may.' },
    NOT_ON_GUEST_LIST: { description: 'The address is not on the guest list.' },
    PASS_REVOKED: { description: 'The place that this visitor has was revoked.' },
    TOO_MANY_ATTEMPTS: { description: 'Too many wrong guesses came from the address; nothing was looked at.' },
  },
});
