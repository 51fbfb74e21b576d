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

/** Saves a new campaign as a draft: without a window, so that no time zone is needed, and not activated. */
export function useCampaignCreate() {
  const [run, { loading }] = useMutation(CampaignCreate);
  const create = (draft: CampaignDraft) =>
    settle(async () => {
      const { data } = await run({ variables: { input: inputOf(draft, 'UTC') } });
      return data?.campaignCreate;
    });
  return { create, isCreating: loading };
}
