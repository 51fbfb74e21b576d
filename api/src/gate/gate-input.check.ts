import { LONGEST_ACCESS_CODE } from '../campaign/access-code.ts';
import { type Email, readEmail } from '../platform/email.ts';
import type { GateEmailInput, GatePasswordInput } from './gate.input.ts';
import { type InputProblem, InvalidInput, result } from './gate-result.type.ts';

const LONGEST_NAME = 100;

/** What a visitor typed into the e-mail form, read. */
export interface GateEmail {
  readonly email: Email;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly acceptsMarketing: boolean;
}

/** Null when the password can be tried. */
export function passwordProblem({ password }: GatePasswordInput): InvalidInput | null {
  if (password.trim() === '') return invalidInput([{ field: 'password', message: 'Enter the password.' }]);
  if (password.length <= LONGEST_ACCESS_CODE) return null;
  return invalidInput([{ field: 'password', message: 'That is too long for a password.' }]);
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
