/** Everything that the gate says, in one language. */
export interface Messages {
  /** BCP 47; dates inside these texts follow it. */
  language: string;
  loading: string;
  opening: string;
  working: string;
  missing: string;
  unreachable: string;
  retry: string;
  passwordSentence: string;
  passwordLabel: string;
  passwordButton: string;
  emailSentence: string;
  emailLabel: string;
  emailButton: string;
  consent(shopName: string): string;
  or: string;
  linkNeeded: string;
  linkDenied: string;
  denied: string;
  emptyPassword: string;
  invalidEmail: string;
  entryKept: string;
  tooMany(time: string): string;
  opens(time: string): string;
  notOpenYet: string;
  paused: string;
  ended: string;
  full: string;
  open: string;
  openUntil(time: string): string;
  noProducts: string;
  from(price: string): string;
  formerPrice: string;
  soldOut: string;
  buy: string;
  view: string;
}

export const english: Messages = {
  language: 'en',
  loading: 'Loading…',
  opening: 'Opening your link…',
  working: 'One moment…',
  missing: "There's nothing to open here.",
  unreachable: "We couldn't reach the shop.",
  retry: 'Try again',
  passwordSentence: 'Have a password? Enter it here.',
  passwordLabel: 'Password',
  passwordButton: 'Unlock',
  emailSentence: 'Enter your e-mail to get in.',
  emailLabel: 'E-mail',
  emailButton: 'Get early access',
  consent: (shopName) => `${shopName} may send me news and offers by e-mail. You don't need this to get in.`,
  or: 'or',
  linkNeeded: 'You need a link to get in. Please open the one that was sent to you.',
  linkDenied: "That link didn't open it. Please check that it's complete, or ask for a new one.",
  denied: "That didn't open it. Check the spelling and try again.",
  emptyPassword: 'Please enter the password.',
  invalidEmail: 'Please enter an e-mail address, such as name@example.com.',
  entryKept: "We couldn't reach the shop. Your entry is kept; please try again.",
  tooMany: (time) => `Too many tries. You can try again at ${time}.`,
  opens: (time) => `Opens ${time} (your time).`,
  notOpenYet: "This isn't open yet.",
  paused: "This isn't open right now. Please come back later.",
  ended: 'This has ended.',
  full: 'All places are taken.',
  open: "You're in.",
  openUntil: (time) => `Until ${time}.`,
  noProducts: 'The products will be here soon.',
  from: (price) => `From ${price}`,
  formerPrice: 'Before:',
  soldOut: 'Sold out',
  buy: 'Buy',
  view: 'View',
};
