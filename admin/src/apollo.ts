import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { defer, switchMap, tap } from 'rxjs';
import { isUnauthenticated, problemOf } from './problem.ts';
import { withEarlyAnswers } from './ui/bridge/early-answer.ts';
import type { GetSessionToken } from './ui/bridge/session.ts';
import { type Reach, reach } from './ui/reach.ts';

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

/** Notes of each request whether it was answered, so that the page can say so and find its way back. */
function notingReach({ answered, failed }: Reach): ApolloLink {
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap({
        next: (result) => (result.errors?.length ? failed(problemOf(new CombinedGraphQLErrors(result))) : answered()),
        error: (error: unknown) => failed(problemOf(error)),
      }),
    ),
  );
}

/** The admin's one way to the API. */
export function createApolloClient(getSessionToken: GetSessionToken, http: ApolloLink = apiLink()): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([notingReach(reach), withFreshTokenOnce(getSessionToken), withToken(getSessionToken), http]),
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
      CampaignDefaults: { merge: true, fields: { texts: { merge: false } } },
      SigningKey: { keyFields: ['kid'] },
      Query: { fields: { signingKeys: { merge: false } } },
      // The newest list holds: what is missing from it is no longer so.
      EarlyAccessCampaign: { fields: { productWarnings: { merge: false } } },
    },
  });
}

function apiLink(): ApolloLink {
  const early = window.earlyAnswers ?? new Map<string, Promise<Response>>();
  const ask = withEarlyAnswers(early, (...request) => fetch(...request));
  return new HttpLink({ uri: '/admin/graphql', credentials: 'same-origin', fetch: ask });
}
