import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { defer, switchMap } from 'rxjs';
import { isUnauthenticated } from './problem.ts';
import type { GetSessionToken } from './ui/bridge/session.ts';

function withToken(getSessionToken: GetSessionToken): ApolloLink {
  return new SetContextLink(async (previous) => ({
    headers: { ...previous.headers, authorization: `Bearer ${await getSessionToken()}` },
  }));
}

/** Repeats a request once with a fresh token when the API refused the old one; a second refusal reaches the page. */
function withFreshTokenOnce(getSessionToken: GetSessionToken): ApolloLink {
  return new ErrorLink(({ error, operation, forward }) => {
    if (!isUnauthenticated(error) || operation.getContext().hasFreshToken === true) return;
    operation.setContext({ hasFreshToken: true });
    return defer(() => getSessionToken('fresh')).pipe(switchMap(() => forward(operation)));
  });
}

/** The admin's one way to the API. */
export function createApolloClient(getSessionToken: GetSessionToken, http: ApolloLink = apiLink()): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([withFreshTokenOnce(getSessionToken), withToken(getSessionToken), http]),
    cache: createCache(),
    devtools: { enabled: false },
  });
}

/** The cache; there is only ever one shop, the merchant's own, so it needs no key. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Shop: { keyFields: [] },
      // Several questions ask for parts of them, and have no id to put the parts together by.
      CampaignUnlisting: { merge: true, fields: { failures: { merge: false } } },
      ShopUnlisting: { merge: true, fields: { failures: { merge: false } } },
      // The newest list holds: what is missing from it is no longer so.
      EarlyAccessCampaign: { fields: { productWarnings: { merge: false } } },
    },
  });
}

function apiLink(): ApolloLink {
  return new HttpLink({ uri: '/admin/graphql', credentials: 'same-origin' });
}
