import { type Problem, problemOf } from './problem.ts';

/** A problem that the merchant can mend, as every payload of the API carries it. */
interface UserError {
  field?: readonly string[] | null;
  message: string;
}

/** The API's refusals, each at its field; what belongs to no field of the form stands in `general`. */
export interface FieldErrors {
  byField: Readonly<Record<string, string>>;
  general: readonly string[];
}

/** No refusals. */
export const noErrors: FieldErrors = { byField: {}, general: [] };

/** How a change ended: done, refused with errors to mend, or failed without an answer. */
export type Outcome<Payload> =
  | { kind: 'done'; payload: Payload }
  | { kind: 'refused'; errors: FieldErrors }
  | { kind: 'failed'; problem: Problem };

/** Puts each error at the form's field: the path `["input", "name"]`, and anything below it, belongs to `name`. */
export function fieldErrorsOf(userErrors: readonly UserError[]): FieldErrors {
  const byField: Record<string, string> = {};
  const general: string[] = [];
  for (const { field, message } of userErrors) {
    const name = field?.[0] === 'input' ? field[1] : undefined;
    if (name === undefined) general.push(message);
    else byField[name] ??= message;
  }
  return { byField, general };
}

/** Runs one mutation to its outcome; never throws, so that a form keeps what was typed. */
export async function settle<Payload extends { userErrors: readonly UserError[] }>(
  run: () => Promise<Payload | undefined>,
): Promise<Outcome<Payload>> {
  try {
    const payload = await run();
    if (payload === undefined) return { kind: 'failed', problem: { kind: 'server' } };
    if (payload.userErrors.length === 0) return { kind: 'done', payload };
    return { kind: 'refused', errors: fieldErrorsOf(payload.userErrors) };
  } catch (error) {
    return { kind: 'failed', problem: problemOf(error) };
  }
}
