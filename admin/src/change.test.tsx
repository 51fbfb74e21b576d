import { ApolloLink, gql, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { createApolloClient } from './apollo.ts';
import { useChange } from './change.ts';

const shopName = gql`query ShopName { shop { name } }`;
const refresh = gql`mutation Refresh { catalogRefresh { userErrors { message } } }`;

test('a change that went through is no failure where the list after it finds no answer', async () => {
  const answer = { catalogRefresh: { __typename: 'CatalogRefreshPayload', userErrors: [] } };
  let asked = 0;
  const api = new ApolloLink(({ operationName }) => {
    if (operationName === 'ShopName') asked += 1;
    const isAway = asked > 1;
    return new Observable((observer) => {
      if (isAway) return observer.error(new TypeError('Failed to fetch'));
      observer.next({ data: operationName === 'Refresh' ? answer : { shop: { __typename: 'Shop', name: 'Demo' } } });
      observer.complete();
    });
  });
  const client = createApolloClient(async () => 'token', api);
  client.watchQuery({ query: shopName }).subscribe({ error: () => undefined });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ApolloProvider client={client}>{children}</ApolloProvider>
  );
  const { result } = renderHook(() => useChange(refresh, ['ShopName']), { wrapper });

  expect(await result.current({})).toEqual(answer);
  expect(asked).toBe(2);
});
