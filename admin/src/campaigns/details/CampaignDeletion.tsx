import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { settle } from '../../outcome.ts';
import { detailsTexts } from '../../texts/details-texts.ts';
import { texts } from '../../texts/texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { BlockStack, Button, Card, InlineStack, Text } from '../../ui/polaris.ts';
import { refusalOf } from '../../ui/refusal.ts';
import { forgetDraftOf } from '../form/kept-draft.ts';
import { DeletionLoss } from './DeletionLoss.tsx';

const CampaignDeletion_campaign = graphql(/* GraphQL */ `
  fragment CampaignDeletion_campaign on EarlyAccessCampaign {
    id
    name
  }
`);

const CampaignDelete = graphql(/* GraphQL */ `
  mutation CampaignDelete($id: ID!) {
    campaignDelete(id: $id) {
      deletedCampaignId
      userErrors {
        field
        message
        code
      }
    }
  }
`);

/** Deletes a campaign, having said what is lost with it. */
export function CampaignDeletion({ campaign }: { campaign: FragmentType<typeof CampaignDeletion_campaign> }) {
  const { id, name } = readFragment(CampaignDeletion_campaign, campaign);
  const [isAsking, setAsking] = useState(false);
  const [run] = useMutation(CampaignDelete);
  const navigate = useNavigate();
  const showToast = useToast();

  const remove = async (): Promise<void> => {
    const outcome = await settle(async () => (await run({ variables: { id } })).data?.campaignDelete);
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? texts.campaign.deleted, isError: refusal !== undefined });
    if (refusal !== undefined) return;
    forgetDraftOf(id);
    navigate('/campaigns', { replace: true });
  };

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {detailsTexts.remove.card}
        </Text>
        <Text as="p">{detailsTexts.remove.cardBody}</Text>
        <InlineStack>
          <Button tone="critical" onClick={() => setAsking(true)}>
            {detailsTexts.remove.confirm}
          </Button>
        </InlineStack>
      </BlockStack>
      {isAsking && (
        <ConfirmDialog
          title={detailsTexts.remove.title(name)}
          confirm={detailsTexts.remove.confirm}
          onConfirm={remove}
          onClose={() => setAsking(false)}
          isDestructive
          choice={<DeletionLoss campaignId={id} />}
        >
          {detailsTexts.remove.cardBody}
        </ConfirmDialog>
      )}
    </Card>
  );
}
