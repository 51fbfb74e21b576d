import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';
import { settle } from '../../outcome.ts';
import type { inputOf } from '../form/campaign-input.ts';

const CampaignUpdate = graphql(/* GraphQL */ `
  mutation CampaignUpdate($id: ID!, $input: CampaignUpdateInput!) {
    campaignUpdate(id: $id, input: $input) {
      campaign {
        id
        ...CampaignDetails_campaign
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

/** Saves what a draft changes; the answer brings the page up to date by itself. */
export function useCampaignSave(id: string) {
  const [run, { loading }] = useMutation(CampaignUpdate, { refetchQueries: ['CampaignSync'] });
  const save = (input: Partial<ReturnType<typeof inputOf>>) =>
    settle(async () => {
      const { data } = await run({ variables: { id, input } });
      return data?.campaignUpdate;
    });
  return { save, isSaving: loading };
}
