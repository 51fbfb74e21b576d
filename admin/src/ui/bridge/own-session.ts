import { BusyError, type GetSessionToken, SessionEndedError } from './session.ts';

/** What `POST /admin/session` answers to the signed-in merchant. */
interface SessionAnswer {
  token: string;
  /** ISO instant after which the API refuses the token. */
  expiresAt: string;
}

/** A token this close to its end could expire on its way to the API. */
const renewBeforeEndMs = 30_000;

/** The two outside things that a session of ours needs, so that a test can hold both. */
export interface OwnSessionEdges {
  fetch: typeof fetch;
  now(): number;
}

async function askForSession(edges: OwnSessionEdges): Promise<SessionAnswer> {
  const answer = await edges.fetch('/admin/session', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
  });
  if (answer.status === 401 || answer.status === 403) {
    throw new SessionEndedError(`The API refused the sign-in with ${answer.status}`);
  }
  if (answer.status === 503) throw new BusyError('The API asked to sign in again in a moment');
  if (!answer.ok) throw new Error(`The API answered the sign-in with ${answer.status}`);
  return (await answer.json()) as SessionAnswer;
}

/**
 * The merchant's session in standalone mode, kept in memory only. Requests that come while a token is being fetched share that one
 * fetch; a failed fetch is forgotten, so that the next request tries again.
 */
export function createOwnSession(edges: OwnSessionEdges): GetSessionToken {
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
