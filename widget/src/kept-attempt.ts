import type { PassStore } from './pass-store.ts';

/** So long an act whose answer was lost goes on, also on a page that was loaded anew; milliseconds. */
const keptMs = 600_000;

/** Carries out a visitor's act: the API is asked with the act's own key. */
export type Act = <Result>(of: string, ask: (attempt: string) => Promise<Result>) => Promise<Result>;

/**
 * Gives each deliberate act a key that stays the same until an answer has come: who asks again because an answer was lost takes
 * no second place. `store`: for a page that is loaded anew meanwhile; where it is refused, the key lasts as long as the page.
 */
export function actsOver(store: PassStore): Act {
  const here = new Map<string, string>();
  return async (of, ask) => {
    const name = `${of} attempt`;
    const attempt = here.get(name) ?? (store.recall(name) || newAttempt());
    here.set(name, attempt);
    store.remember(name, attempt, new Date(Date.now() + keptMs).toISOString());
    const result = await ask(attempt);
    here.delete(name);
    store.forget(name);
    return result;
  };
}

/** A random UUID. `crypto.randomUUID` is not there on pages of plain http. */
function newAttempt(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}
