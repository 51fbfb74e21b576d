/** What `POST /admin/session` answers to the signed-in merchant. */
interface SessionAnswer {
  token: string;
  /** ISO instant after which the API refuses the token. */
  expiresAt: string;
}

/** The API would not sign this merchant in: the session is over, as opposed to a network that failed. */
export class SessionEndedError extends Error {
  override readonly name = 'SessionEndedError';
}

/** Hands out the merchant's token; `'fresh'` asks for a new one because the API refused the last. */
export type GetSessionToken = (need?: 'fresh') => Promise<string>;

/** A token this close to its end could expire on its way to the API. */
const renewBeforeEndMs = 30_000;

/** The two outside things a session needs, so that a test can hold both. */
export interface SessionEdges {
  fetch: typeof fetch;
  now(): number;
}

async function askForSession(edges: SessionEdges): Promise<SessionAnswer> {
  const answer = await edges.fetch('/admin/session', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
  });
  if (answer.status === 401 || answer.status === 403) {
    throw new SessionEndedError(`The API refused the sign-in with ${answer.status}`);
  }
  if (!answer.ok) throw new Error(`The API answered the sign-in with ${answer.status}`);
  return (await answer.json()) as SessionAnswer;
}

/**
 * The merchant's session, kept in memory only. Requests that come while a token is being fetched share that one
 * fetch; a failed fetch is forgotten, so that the next request tries again.
 */
export function createSession(edges: SessionEdges): GetSessionToken {
  let current: SessionAnswer | undefined;
  let asking: Promise<SessionAnswer> | undefined;

  const isUsable = (session: SessionAnswer): boolean => Date.parse(session.expiresAt) - edges.now() > renewBeforeEndMs;

  const renew = (): Promise<SessionAnswer> => {
    asking ??= askForSession(edges).finally(() => {
      asking = undefined;
    });
    return asking;
  };

  return async (need) => {
    if (need !== 'fresh' && current !== undefined && isUsable(current)) return current.token;
    current = await renew();
    return current.token;
  };
}
