import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { formatCount } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import { settle } from '../../outcome.ts';
import { detailsTexts } from '../../texts/details-texts.ts';
import { useLeave } from '../../ui/bridge/leaving.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Checkbox } from '../../ui/polaris.ts';
import { refusalOf } from '../../ui/refusal.ts';

const CampaignDuplicate = graphql(/* GraphQL */ `
  mutation CampaignDuplicate($id: ID!, $includeGuestList: Boolean!) {
    campaignDuplicate(id: $id, includeGuestList: $includeGuestList) {
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

const DuplicationGuestsQuery = graphql(/* GraphQL */ `
  query DuplicationGuests($id: ID!) {
    campaign(id: $id) {
      id
      guestsCount
    }
  }
`);

const words = detailsTexts.duplicate;

/** Makes a copy of the campaign, having said what is in it, and leads there. */
export function CampaignDuplication({ campaignId, onClose }: { campaignId: string; onClose(): void }) {
  const [includeGuestList, setGuestList] = useState(false);
  const { data } = useQuery(DuplicationGuestsQuery, { variables: { id: campaignId } });
  const [run] = useMutation(CampaignDuplicate);
  const leave = useLeave();
  const showToast = useToast();
  const duplicate = async (): Promise<void> => {
    const variables = { id: campaignId, includeGuestList };
    const outcome = await settle(async () => (await run({ variables })).data?.campaignDuplicate);
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? words.done, isError: refusal !== undefined });
    if (outcome.kind !== 'done' || !outcome.payload.campaign) return;
    onClose();
    // The original may have unsaved changes.
    leave(`/campaigns/${outcome.payload.campaign.id}`);
  };
  const guests = data?.campaign?.guestsCount ?? 0;
  return (
    <ConfirmDialog
      title={words.title}
      confirm={words.action}
      onConfirm={duplicate}
      onClose={onClose}
      choice={
        guests > 0 && (
          <Checkbox
            label={words.guests(guests, formatCount(guests))}
            checked={includeGuestList}
            onChange={setGuestList}
          />
        )
      }
    >
      {words.body}
    </ConfirmDialog>
  );
}
