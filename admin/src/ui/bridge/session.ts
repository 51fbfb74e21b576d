/** The merchant could not be signed in: the session is over, as opposed to a network that failed. */
export class SessionEndedError extends Error {
  override readonly name = 'SessionEndedError';
}

/** No token could be had, and the browser itself says that it is without a network. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError';
}

/** No token could be had for now: the API asks to come again in a moment. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

/** Hands out the merchant's token; `'fresh'` asks for a new one because the API refused the last. */
export type GetSessionToken = (need?: 'fresh') => Promise<string>;
