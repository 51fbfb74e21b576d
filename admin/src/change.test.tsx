import { ApolloLink, gql, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { createApolloClient } from './apollo.ts';
import { useChange } from './change.ts';

const links = gql`query Links { links }`;
const add = gql`mutation Add { add }`;

test('a change that went through is no failure where the list after it finds no answer', async () => {
  let asked = 0;
  const api = new ApolloLink(({ operationName }) => {
    if (operationName === 'Links') asked += 1;
    const isAway = asked > 1;
    return new Observable((observer) => {
      if (isAway) return observer.error(new TypeError('Failed to fetch'));
      observer.next({ data: operationName === 'Add' ? { add: 'added' } : { links: 'none' } });
      observer.complete();
    });
  });
  const client = createApolloClient(async () => 'token', api);
  client.watchQuery({ query: links }).subscribe({ error: () => undefined });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ApolloProvider client={client}>{children}</ApolloProvider>
  );
  const { result } = renderHook(() => useChange(add, ['Links']), { wrapper });

  expect(await result.current({})).toEqual({ add: 'added' });
  expect(asked).toBe(2);
});
