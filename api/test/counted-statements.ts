import pg from 'pg';
import { vi } from 'vitest';

/** What the app does at its own times, whoever asks: hearing of changes. */
const BY_ITSELF = /^\s*(LISTEN|UNLISTEN|NOTIFY|SELECT pg_notify|SELECT 1\b)/i;

/** The statements that this process sends to PostgreSQL while something is done, whichever pool they take. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const original = pg.Client.prototype.query;
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  spy.mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    sent.push(textOf(given[0]));
    return Reflect.apply(original, this, given);
  } as never);
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return sent.filter((text) => !BY_ITSELF.test(text));
}

function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  return typeof statement === 'object' && statement !== null && 'text' in statement ? String(statement.text) : '';
}
