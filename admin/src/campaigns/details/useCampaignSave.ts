import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';
import { settle } from '../../outcome.ts';
import { type CampaignDraft, inputOf } from '../form/campaign-draft.ts';

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

/** Saves a campaign's draft; the answer brings the page up to date by itself. */
export function useCampaignSave(id: string) {
  const [run, { loading }] = useMutation(CampaignUpdate);
  const save = (draft: CampaignDraft, zone: string) =>
    settle(async () => {
      const { data } = await run({ variables: { id, input: inputOf(draft, zone) } });
      return data?.campaignUpdate;
    });
  return { save, isSaving: loading };
}
