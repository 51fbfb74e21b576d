/** What the first screen says. `{…}` stands for what is filled in. */
export interface FirstMessages {
  /** BCP 47; dates inside these texts follow it. */
  language: string;
  loading: string;
  opening: string;
  working: string;
  missing: string;
  unreachable: string;
  retry: string;
  /** `{campaign}` */
  heading: string;
  passwordIntro: string;
  passwordLabel: string;
  passwordButton: string;
  emailIntro: string;
  emailLabel: string;
  emailButton: string;
  /** `{shop}` */
  consent: string;
  or: string;
  linkNeeded: string;
  entryKept: string;
}

/** What every later screen says; its English comes with those screens. */
export interface LaterMessages {
  emptyPassword: string;
  invalidEmail: string;
  denied: string;
  linkDenied: string;
  /** `{time}` */
  tooMany: string;
  /** `{time}` */
  early: string;
  earlyUnknown: string;
  /** `{time}`: a length of time, such as “2 hours, 5 minutes”. */
  countdown: string;
  calendar: string;
  paused: string;
  ended: string;
  full: string;
  havePlace: string;
  waitingIntro: string;
  waitingLabel: string;
  waitingButton: string;
  waitingDone: string;
  codeIntro: string;
  codeLabel: string;
  codeButton: string;
  codeDenied: string;
  emptyCode: string;
  otherEmail: string;
  resend: string;
  /** `{time}` */
  resendAt: string;
  opened: string;
  /** `{time}` */
  openUntil: string;
  /** `{time}` */
  confirmBy: string;
  noProducts: string;
  /** `{price}` */
  from: string;
  formerPrice: string;
  soldOut: string;
  buy: string;
  /** `{variant}` */
  buyVariant: string;
  view: string;
}

/** Everything that the gate says, in one language. */
export interface Messages extends FirstMessages, LaterMessages {}

/** The first screen in English, which every page has. */
export const english: FirstMessages = {
  language: 'en',
  loading: 'Loading…',
  opening: 'Opening your link…',
  working: 'One moment…',
  missing: "There's nothing to open here.",
  unreachable: "We couldn't reach the shop. Trying again…",
  retry: 'Try now',
  heading: '{campaign}',
  passwordIntro: 'Have a password? Enter it here.',
  passwordLabel: 'Password',
  passwordButton: 'Unlock',
  emailIntro: 'Enter your e-mail to get in.',
  emailLabel: 'E-mail',
  emailButton: 'Get early access',
  consent: "{shop} may send me news and offers by e-mail. You don't need this to get in.",
  or: 'or',
  linkNeeded: 'You need a link to get in. Please open the one that was sent to you.',
  entryKept: "We couldn't reach the shop. Your entry is kept; trying again…",
};
