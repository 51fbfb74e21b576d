import { LONGEST_ACCESS_CODE } from '../campaign/access-code.ts';
import type { GuardedCampaign } from '../campaign/guarded-campaign.ts';
import { type Email, readEmail } from '../platform/email.ts';
import { isUuid } from '../platform/uuid.ts';
import type { NewSignup } from '../signup/signup.store.ts';
import type { GateEmailInput, GatePasswordInput, GateSecretLinkInput } from './gate.input.ts';
import { type InputProblem, InvalidInput, result } from './gate-result.type.ts';

const LONGEST_NAME = 100;
const LONGEST_CONSENT = 1_000;
const LONGEST_PAGE = 2_000;
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** What a visitor typed into the e-mail form, read. */
export interface GateEmail {
  readonly email: Email;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly acceptsMarketing: boolean;
}

/** Null when the password can be tried. */
export function passwordProblem({ password, attempt }: GatePasswordInput): InvalidInput | null {
  const isEmpty = password.trim() === '';
  const isLong = password.length > LONGEST_ACCESS_CODE;
  const problems = [
    ...(isEmpty ? [{ field: 'password', message: 'Enter the password.' }] : []),
    ...(isLong ? [{ field: 'password', message: 'That is too long for a password.' }] : []),
    ...attemptProblems(attempt),
  ];
  return problems.length === 0 ? null : invalidInput(problems);
}

/** Null when the link can be followed. */
export function secretLinkProblem({ attempt }: GateSecretLinkInput): InvalidInput | null {
  const problems = attemptProblems(attempt);
  return problems.length === 0 ? null : invalidInput(problems);
}

function attemptProblems(attempt: string | null | undefined): InputProblem[] {
  if (attempt === undefined || attempt === null || isUuid(attempt)) return [];
  return [{ field: 'attempt', message: 'Send a UUID of 36 characters, or none.' }];
}

/** The e-mail form, or what is wrong with it. No answer repeats what was typed. */
export function readEmailInput(input: GateEmailInput): GateEmail | InvalidInput {
  const email = readEmail(input.email);
  const problems = [
    ...(email === null ? [{ field: 'email', message: 'Enter an e-mail address, such as name@example.com.' }] : []),
    ...nameProblems('firstName', input.firstName),
    ...nameProblems('lastName', input.lastName),
  ];
  if (email === null || problems.length > 0) return invalidInput(problems);
  const acceptsMarketing = input.acceptsMarketing ?? false;
  return { email, firstName: nameOf(input.firstName), lastName: nameOf(input.lastName), acceptsMarketing };
}

/** The sign-up that an e-mail form means. Its address is not proved yet. */
export function signupOf(read: GateEmail, input: GateEmailInput, campaign: GuardedCampaign): NewSignup {
  const { firstName, lastName, acceptsMarketing } = read;
  const consent = {
    text: (input.consentText ?? campaign.consentText ?? '').slice(0, LONGEST_CONSENT),
    language: input.language && LANGUAGE.test(input.language) ? input.language : 'und',
    page: pageOf(input.page),
  };
  const { address: email, key: emailKey } = read.email;
  return { email, emailKey, firstName, lastName, acceptsMarketing, isProof: false, consent };
}

/** A hosted page's path is a secret link, also where an app proxy of Shopify's brings it into a theme. */
const HOSTED_PAGE = /^((?:\/(?:a|apps|community|tools)\/[^/]+)?\/c\/).*$/;

/** Query and fragment may hold a secret link or who knows what; the page is known without them. */
function pageOf(address: string | null | undefined): string | null {
  if (!address || address.length > LONGEST_PAGE || !URL.canParse(address)) return null;
  const { protocol, origin, pathname } = new URL(address);
  return ['http:', 'https:'].includes(protocol) ? origin + pathname.replace(HOSTED_PAGE, '$1') : null;
}

/** The answer for an input that cannot be meant. */
export function invalidInput(problems: InputProblem[]): InvalidInput {
  return result(InvalidInput, { message: problems.map(({ message }) => message).join(' '), problems });
}

function nameProblems(field: string, name: string | null | undefined): InputProblem[] {
  return (name?.length ?? 0) > LONGEST_NAME ? [{ field, message: `At most ${LONGEST_NAME} characters.` }] : [];
}

function nameOf(typed: string | null | undefined): string | null {
  return typed?.trim().normalize('NFC') || null;
}
