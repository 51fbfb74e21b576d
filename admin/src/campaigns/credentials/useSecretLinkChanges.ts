import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';
import type { SecretLinkInput } from '../../gql/graphql.ts';
import { settle } from '../../outcome.ts';

const SecretLinkCreate = graphql(/* GraphQL */ `
  mutation SecretLinkCreate($campaignId: ID!, $input: SecretLinkInput!) {
    secretLinkCreate(campaignId: $campaignId, input: $input) {
      secretLink {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const SecretLinkUpdate = graphql(/* GraphQL */ `
  mutation SecretLinkUpdate($id: ID!, $input: SecretLinkInput!) {
    secretLinkUpdate(id: $id, input: $input) {
      secretLink {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const SecretLinkRevoke = graphql(/* GraphQL */ `
  mutation SecretLinkRevoke($id: ID!) {
    secretLinkRevoke(id: $id) {
      secretLink {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

// The page tells the first of them elsewhere too: it is read anew as a whole.
const options = { refetchQueries: ['CampaignPage'], awaitRefetchQueries: true };

/** What a merchant does with the secret links of a campaign. */
export function useSecretLinkChanges(campaignId: string) {
  const [runCreate] = useMutation(SecretLinkCreate, options);
  const [runUpdate] = useMutation(SecretLinkUpdate, options);
  const [runRevoke] = useMutation(SecretLinkRevoke, options);
  return {
    create: (input: SecretLinkInput) =>
      settle(async () => (await runCreate({ variables: { campaignId, input } })).data?.secretLinkCreate),
    update: (id: string, input: SecretLinkInput) =>
      settle(async () => (await runUpdate({ variables: { id, input } })).data?.secretLinkUpdate),
    revoke: (id: string) => settle(async () => (await runRevoke({ variables: { id } })).data?.secretLinkRevoke),
  };
}
