import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';

/**
 * A change after which some queries, by their names, are asked anew, since it shows there too. It has gone through once the API has answered it:
 * a query that then finds no answer says so itself.
 */
export function useChange<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  showsIn: readonly string[],
): (variables: Variables) => Promise<Data | undefined> {
  const client = useApolloClient();
  return async (variables) => {
    const { data } = await client.mutate<Data, OperationVariables>({
      mutation: mutation as TypedDocumentNode<Data, OperationVariables>,
      variables,
    });
    await client.refetchQueries({ include: [...showsIn] }).catch(() => undefined);
    return data ?? undefined;
  };
}
