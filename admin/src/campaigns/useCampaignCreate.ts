import { useMutation } from '@apollo/client/react';
import { graphql } from '../gql/gql.ts';
import { settle } from '../outcome.ts';
import type { CampaignDraft } from './form/campaign-draft.ts';
import { inputOf } from './form/campaign-input.ts';

const CampaignCreate = graphql(/* GraphQL */ `
  mutation CampaignCreate($input: CampaignCreateInput!) {
    campaignCreate(input: $input) {
      campaign {
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

/**
 * Saves a new campaign as a draft: without a window, so that no time zone is needed, and not activated. What the merchant was not asked for is left out, so
 * that it becomes what the shop's settings say of new campaigns.
 */
export function useCampaignCreate() {
  const [run, { loading }] = useMutation(CampaignCreate);
  const create = (draft: CampaignDraft) =>
    settle(async () => {
      const { data } = await run({ variables: { input: newCampaignOf(draft) } });
      return data?.campaignCreate;
    });
  return { create, isCreating: loading };
}

function newCampaignOf(draft: CampaignDraft) {
  const { name, accessType, productIds, collectionIds, ...rest } = inputOf(draft, 'UTC');
  return {
    name,
    accessType,
    productIds,
    collectionIds,
    ...(rest.password === undefined ? {} : { password: rest.password }),
  };
}
