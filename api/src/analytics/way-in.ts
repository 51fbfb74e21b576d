import { registerEnumType } from 'type-graphql';

/** By what somebody tried to get through a gate. */
export enum WayIn {
  CODE = 'CODE',
  LINK = 'LINK',
  EMAIL = 'EMAIL',
}

registerEnumType(WayIn, {
  name: 'WayIn',
  description: 'By what somebody tried to get through a gate.',
  valuesConfig: {
    CODE: { description: 'A password, right or wrong.' },
    LINK: { description: 'A secret link.' },
    EMAIL: { description: 'An e-mail address.' },
  },
});

/** What came of a try. */
export enum AttemptOutcome {
  LET_IN = 'LET_IN',
  ASKED_TO_CONFIRM = 'ASKED_TO_CONFIRM',
  REFUSED = 'REFUSED',
}

registerEnumType(AttemptOutcome, {
  name: 'AttemptOutcome',
  description: 'What came of a try.',
  valuesConfig: {
    LET_IN: { description: 'It opened, by a new place or by one that the visitor had.' },
    ASKED_TO_CONFIRM: {
      description: 'A mail went out that proves the address; what came of that is another happening.',
    },
    REFUSED: { description: 'It did not open; `reason` tells why.' },
  },
});
