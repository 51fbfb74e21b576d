import { graphql } from '../../gql/gql.ts';

/** Gives back the access that was taken from one person. */
export const AccessPassRestore = graphql(/* GraphQL */ `
  mutation AccessPassRestore($id: ID!) {
    accessPassRestore(id: $id) {
      accessPass {
        id
        revokedAt
        isRevoked
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);
