import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';
import type { AccessCodeInput } from '../../gql/graphql.ts';
import { settle } from '../../outcome.ts';

const AccessCodeCreate = graphql(/* GraphQL */ `
  mutation AccessCodeCreate($campaignId: ID!, $input: AccessCodeInput!) {
    accessCodeCreate(campaignId: $campaignId, input: $input) {
      accessCode {
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

const AccessCodeUpdate = graphql(/* GraphQL */ `
  mutation AccessCodeUpdate($id: ID!, $input: AccessCodeInput!) {
    accessCodeUpdate(id: $id, input: $input) {
      accessCode {
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

const AccessCodeRevoke = graphql(/* GraphQL */ `
  mutation AccessCodeRevoke($id: ID!) {
    accessCodeRevoke(id: $id) {
      accessCode {
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

/** What a merchant does with the access codes of a campaign. */
export function useAccessCodeChanges(campaignId: string) {
  const [runCreate] = useMutation(AccessCodeCreate, options);
  const [runUpdate] = useMutation(AccessCodeUpdate, options);
  const [runRevoke] = useMutation(AccessCodeRevoke, options);
  return {
    create: (input: AccessCodeInput) =>
      settle(async () => (await runCreate({ variables: { campaignId, input } })).data?.accessCodeCreate),
    update: (id: string, input: AccessCodeInput) =>
      settle(async () => (await runUpdate({ variables: { id, input } })).data?.accessCodeUpdate),
    revoke: (id: string) => settle(async () => (await runRevoke({ variables: { id } })).data?.accessCodeRevoke),
  };
}
