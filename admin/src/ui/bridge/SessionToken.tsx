import { createContext, type ReactNode, useContext } from 'react';
import type { GetSessionToken } from './session.ts';

const SessionTokenContext = createContext<GetSessionToken>(() => {
  throw new Error('A session token was asked for outside of SessionTokenProvider');
});

/** Lets everything inside speak with the API besides GraphQL: uploads and downloads. */
export function SessionTokenProvider({
  getSessionToken,
  children,
}: {
  getSessionToken: GetSessionToken;
  children: ReactNode;
}) {
  return <SessionTokenContext.Provider value={getSessionToken}>{children}</SessionTokenContext.Provider>;
}

/** The way to the merchant's token. */
export function useSessionToken(): GetSessionToken {
  return useContext(SessionTokenContext);
}
