import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { settle } from '../../outcome.ts';
import { texts } from '../../texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { BlockStack, Button, Card, InlineStack, Text } from '../../ui/polaris.ts';
import { refusalOf } from '../../ui/refusal.ts';

const CampaignShare_campaign = graphql(/* GraphQL */ `
  fragment CampaignShare_campaign on EarlyAccessCampaign {
    id
    secretLink
    hostedPageUrl
    themePageUrl
    embedSnippet
    pinnedSnippet
  }
`);

const SecretLinkRotate = graphql(/* GraphQL */ `
  mutation SecretLinkRotate($campaignId: ID!) {
    secretLinkRotate(campaignId: $campaignId) {
      campaign {
        id
        ...CampaignShare_campaign
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

/** Everything that leads people to the campaign, ready to be copied. */
export function CampaignShare({ campaign }: { campaign: FragmentType<typeof CampaignShare_campaign> }) {
  const { id, secretLink, hostedPageUrl, themePageUrl, embedSnippet, pinnedSnippet } = readFragment(
    CampaignShare_campaign,
    campaign,
  );
  const [isAsking, setAsking] = useState(false);
  return (
    <Card>
      <BlockStack gap="500">
        <Text as="h2" variant="headingMd">
          {texts.share.title}
        </Text>
        {themePageUrl && (
          <CopyField
            label={texts.share.themePage}
            value={themePageUrl}
            helpText={texts.share.themePageHelp}
            openUrl={themePageUrl}
          />
        )}
        {hostedPageUrl && (
          <CopyField
            label={texts.share.hostedPage}
            value={hostedPageUrl}
            helpText={texts.share.hostedPageHelp}
            openUrl={hostedPageUrl}
          />
        )}
        {!secretLink && <Text as="p">{texts.share.noLink}</Text>}
        {secretLink && (
          <CopyField label={texts.share.secretLink} value={secretLink} helpText={texts.share.secretLinkHelp} />
        )}
        <InlineStack>
          <Button onClick={() => setAsking(true)}>{texts.share.rotate}</Button>
        </InlineStack>
        <CopyField label={texts.share.snippet} value={embedSnippet} helpText={texts.share.snippetHelp} isMultiline />
        {pinnedSnippet && (
          <Disclosure show={texts.share.showPinned} hide={texts.share.hidePinned}>
            <CopyField label={texts.share.pinned} value={pinnedSnippet} helpText={texts.share.pinnedHelp} isMultiline />
          </Disclosure>
        )}
      </BlockStack>
      {isAsking && <RotateDialog campaignId={id} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function RotateDialog({ campaignId, onClose }: { campaignId: string; onClose(): void }) {
  const [run] = useMutation(SecretLinkRotate);
  const showToast = useToast();
  const rotate = async (): Promise<void> => {
    const outcome = await settle(async () => (await run({ variables: { campaignId } })).data?.secretLinkRotate);
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? texts.share.rotated, isError: refusal !== undefined });
    if (refusal === undefined) onClose();
  };
  return (
    <ConfirmDialog
      title={texts.share.rotateTitle}
      confirm={texts.share.rotateConfirm}
      onConfirm={rotate}
      onClose={onClose}
      isDestructive
    >
      {texts.share.rotateBody}
    </ConfirmDialog>
  );
}
