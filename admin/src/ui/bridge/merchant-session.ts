import { appBridge } from './app-bridge.ts';
import { createEmbeddedSession } from './embedded-session.ts';
import { createOwnSession, type OwnSessionEdges } from './own-session.ts';
import type { GetSessionToken } from './session.ts';

/** The merchant's session: Shopify's when embedded, otherwise the one that our own server gives in standalone mode. */
export function createSession(edges: OwnSessionEdges & { isOnline(): boolean }): GetSessionToken {
  const shopify = appBridge();
  if (shopify === null) return createOwnSession(edges);
  return createEmbeddedSession({ idToken: () => shopify.idToken(), isOnline: edges.isOnline });
}
