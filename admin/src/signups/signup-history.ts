import type { SignupPageQuery } from '../gql/graphql.ts';
import { signupTexts } from '../texts/signup-texts.ts';
import { shortPage } from './short-page.ts';

type Signup = NonNullable<SignupPageQuery['signup']>;

/** One thing that happened to a sign-up, in words. */
export interface HistoryEntry {
  at: string;
  what: string;
  /** What is to be known of it: words, page, version. */
  details: readonly string[];
}

const words = signupTexts.signup;
const { event } = words;

/** What happened to somebody between the sign-up and now, oldest first; what happens at Klaviyo and Omnisend has a history of its own. */
export function historyOf(signup: Signup): HistoryEntry[] {
  const { createdAt, page, confirmedAt, confirmation, pass, consents } = signup;
  const entries: HistoryEntry[] = [
    { at: createdAt, what: event.signedUp, details: page ? [words.onPage(shortPage(page))] : [] },
    ...consents.map((consent) => consentEntry(consent, page)),
    ...(confirmation ? [plain(confirmation.lastSentAt, event.mailed(confirmation.sentCount))] : []),
    ...(confirmedAt ? [plain(confirmedAt, event.confirmed)] : []),
    ...(pass ? [plain(pass.issuedAt, event.entered)] : []),
    ...(pass?.revokedAt ? [plain(pass.revokedAt, event.revoked)] : []),
  ];
  return entries.toSorted((one, other) => secondOf(one) - secondOf(other));
}

function plain(at: string, what: string): HistoryEntry {
  return { at, what, details: [] };
}

/** What one act brought about within a second stays in the order in which one thinks of it. */
function secondOf({ at }: HistoryEntry): number {
  return Math.floor(Date.parse(at) / 1000);
}

/** The page is told where it is another one than that of the sign-up. */
function consentEntry(consent: Signup['consents'][number], signedUpOn: string | null | undefined): HistoryEntry {
  const { answeredAt, isGiven, text, textVersion, language, page } = consent;
  return {
    at: answeredAt,
    what: isGiven ? event.agreed : event.declined,
    details: [
      text === '' ? words.noWords : words.words(text),
      words.version(textVersion, language),
      ...(page && page !== signedUpOn ? [words.onPage(shortPage(page))] : []),
    ],
  };
}
