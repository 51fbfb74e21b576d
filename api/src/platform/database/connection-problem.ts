import { codeOf } from '../error-code.ts';
import { StartError } from '../start-error.ts';

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name could not be looked up',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'no way leads to its host',
  ECONNRESET: 'it broke the connection off',
  '28P01': 'it refuses the user or the password',
  '28000': 'it refuses this user from here',
  '3D000': 'it has no database of that name',
  '53300': 'it has no connection left',
  '57P03': 'it is starting or stopping',
};

/** The sentence for a database that cannot be reached: names host, port and database, never user or password. */
export function explainUnreachable(url: string, error: unknown): StartError {
  const { hostname, port, pathname } = new URL(url);
  const place = `${pathname.slice(1) || 'the default database'} at ${hostname || 'localhost'}:${port || '5432'}`;
  const why = REASONS[codeOf(error)] ?? REASONS[innerCode(error)] ?? `it does not answer as PostgreSQL does`;
  return new StartError(`DATABASE_URL leads to no usable database (${place}): ${why}.`, { cause: error });
}

/** A name with several addresses fails with one error for each of them. */
function innerCode(error: unknown): string {
  return error instanceof AggregateError ? codeOf(error.errors[0]) : '';
}
