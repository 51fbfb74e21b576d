import { useMutation } from '@apollo/client/react';
import { graphql } from '../gql/gql.ts';
import type { ConnectionSaveInput } from '../gql/graphql.ts';
import { settle } from '../outcome.ts';

const ConnectionSave = graphql(/* GraphQL */ `
  mutation ConnectionSave($input: ConnectionSaveInput!) {
    connectionSave(input: $input) {
      connection {
        ...Connection_connection
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

/** Saves a connection; the API tests the key before it keeps it. */
export function useConnectionSave() {
  // The variables hold the key: nothing of it may stay in the cache.
  const [run, { loading }] = useMutation(ConnectionSave, { refetchQueries: ['Connections'] });
  const save = (input: ConnectionSaveInput) =>
    settle(async () => (await run({ variables: { input } })).data?.connectionSave);
  return { save, isSaving: loading };
}
