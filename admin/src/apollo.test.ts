import { ApolloLink, gql, Observable } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { expect, test } from 'vitest';
import { createApolloClient } from './apollo.ts';
import { problemOf } from './problem.ts';
import { SessionEndedError } from './ui/bridge/session.ts';

const query = gql`query ShopName { shop { name } }`;

/** An API that knows one token and refuses every other. */
function apiThatAccepts(token: string): ApolloLink {
  return new ApolloLink((operation) => {
    const accepted = operation.getContext().headers?.authorization === `Bearer ${token}`;
    const refusal = { message: 'Sign in first', extensions: { code: 'UNAUTHENTICATED' } };
    return new Observable((observer) => {
      observer.next(accepted ? { data: { shop: { __typename: 'Shop', name: 'Demo' } } } : { errors: [refusal] });
      observer.complete();
    });
  });
}

test('a request refused for its old token is repeated with a fresh one, unseen by the merchant', async () => {
  let token = 'old';
  const client = createApolloClient(async (need) => {
    if (need === 'fresh') token = 'new';
    return token;
  }, apiThatAccepts('new'));

  const { data } = await client.query({ query });

  expect(data).toMatchObject({ shop: { name: 'Demo' } });
});

test('a second refusal is reported as an ended session, not repeated for ever', async () => {
  const client = createApolloClient(async () => 'never right', apiThatAccepts('another'));

  const error = await client.query({ query }).catch((caught: unknown) => caught);

  expect(problemOf(error).kind).toBe('session');
});

test('a sign-in that is over and a network that fails are told apart', async () => {
  const ended = createApolloClient(async () => {
    throw new SessionEndedError('over');
  }, apiThatAccepts('any'));
  const offline = createApolloClient(
    async () => 'any',
    new ApolloLink(() => new Observable((observer) => observer.error(new TypeError('Failed to fetch')))),
  );

  const endedError = await ended.query({ query }).catch((caught: unknown) => caught);
  const offlineError = await offline.query({ query }).catch((caught: unknown) => caught);

  expect(problemOf(endedError).kind).toBe('session');
  expect(problemOf(offlineError).kind).toBe('offline');
});

test('an API that asks to come again later is busy, in whichever way it says so', async () => {
  const said = { errors: [{ message: 'Later', extensions: { code: 'SERVICE_UNAVAILABLE' } }] };
  const answers = [
    new Observable<ApolloLink.Result>((observer) => observer.next(said)),
    new Observable<ApolloLink.Result>((observer) =>
      observer.error(new ServerError('Later', { response: new Response('', { status: 503 }), bodyText: '' })),
    ),
  ];

  const kinds = answers.map(async (answer) => {
    const client = createApolloClient(async () => 'any', new ApolloLink(() => answer));
    return problemOf(await client.query({ query }).catch((caught: unknown) => caught)).kind;
  });

  expect(await Promise.all(kinds)).toEqual(['busy', 'busy']);
});
