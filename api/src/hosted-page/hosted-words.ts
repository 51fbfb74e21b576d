/**
 * Everything that the server-rendered pages say of their own, in one language. `{shop}`, `{time}` and `{price}` are filled in;
 * times come with their zone. What a merchant replaces is replaced by its name in `campaign-texts.ts`.
 */
export interface HostedWords {
  passwordIntro: string;
  passwordLabel: string;
  passwordButton: string;
  emailIntro: string;
  emailLabel: string;
  emailButton: string;
  /** Beside the box for marketing. */
  consent: string;
  or: string;
  /** Before the button that spends a secret link. */
  linkIntro: string;
  linkButton: string;
  denied: string;
  linkDenied: string;
  emptyPassword: string;
  longPassword: string;
  invalidEmail: string;
  tooMany: string;
  /** The form was too old, or came from elsewhere. */
  again: string;
  /** We were too busy, or could not reach what we need: nothing was looked at, or its answer was lost. */
  crowded: string;
  early: string;
  notOpenYet: string;
  ended: string;
  paused: string;
  full: string;
  havePlace: string;
  waitingIntro: string;
  waitingButton: string;
  waitingDone: string;
  codeIntro: string;
  codeLabel: string;
  codeButton: string;
  codeDenied: string;
  resendButton: string;
  resent: string;
  opened: string;
  openUntil: string;
  comeBack: string;
  confirmSoon: string;
  toProducts: string;
  noProducts: string;
  from: string;
  formerPrice: string;
  soldOut: string;
  buy: string;
  view: string;
  preview: string;
  smallPrint: string;
  unknownTitle: string;
  unknownSentence: string;
  notInTitle: string;
  notInSentence: string;
  unreachableTitle: string;
  unreachableSentence: string;
  unreadableTitle: string;
  unreadableSentence: string;
}
