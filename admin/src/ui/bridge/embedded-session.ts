import { type GetSessionToken, OfflineError, SessionEndedError } from './session.ts';

/** What a session of Shopify's needs from outside. */
export interface EmbeddedSessionEdges {
  /** App Bridge's: a token that is good for a minute. */
  idToken(): Promise<string>;
  /** What the browser says of its network. */
  isOnline(): boolean;
  /** Milliseconds that App Bridge may take. It asks the frame around us, which may be gone and then never answers. */
  patienceMs?: number;
}

const DEFAULT_PATIENCE_MS = 10_000;

/** The session that Shopify's admin holds. App Bridge renews its tokens itself, so one is asked for with every request. */
export function createEmbeddedSession(edges: EmbeddedSessionEdges): GetSessionToken {
  const { idToken, isOnline, patienceMs = DEFAULT_PATIENCE_MS } = edges;
  return async () => {
    try {
      return await within(patienceMs, idToken());
    } catch (cause) {
      if (!isOnline()) throw new OfflineError('No token without a network', { cause });
      throw new SessionEndedError('Shopify gave no token', { cause });
    }
  };
}

function within<Value>(ms: number, answer: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms`)), ms);
  });
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}
