import { useChange } from '../../change.ts';
import { formatCount } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import { settle } from '../../outcome.ts';
import { shareTexts } from '../../texts/share-texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Text } from '../../ui/polaris.ts';
import { refusalOf } from '../../ui/refusal.ts';

const SecretLinkRotate = graphql(/* GraphQL */ `
  mutation SecretLinkRotate($campaignId: ID!, $linkId: ID!) {
    secretLinkRotate(campaignId: $campaignId, linkId: $linkId) {
      userErrors {
        field
        message
        code
      }
    }
  }
`);

/** A link that is to be replaced, and by how many people it was used. */
export interface ReplacedLink {
  id: string;
  name: string;
  totalUses: number;
}

interface ReplaceLinkDialogProps {
  campaignId: string;
  link: ReplacedLink;
  /** Whether people get in by the link itself, so that they lose their access with it. */
  isWayIn: boolean;
  onClose(): void;
}

const words = shareTexts.replace;

/** Makes a new secret for a link, having said what breaks by it. */
export function ReplaceLinkDialog({ campaignId, link, isWayIn, onClose }: ReplaceLinkDialogProps) {
  const rotate = useChange(SecretLinkRotate, ['CampaignPage']);
  const showToast = useToast();
  const replace = async (): Promise<void> => {
    const variables = { campaignId, linkId: link.id };
    const refusal = refusalOf(await settle(async () => (await rotate(variables))?.secretLinkRotate));
    showToast({ content: refusal ?? words.done, isError: refusal !== undefined });
    if (refusal === undefined) onClose();
  };
  return (
    <ConfirmDialog
      title={words.title(link.name)}
      confirm={words.confirm}
      onConfirm={replace}
      onClose={onClose}
      isDestructive
      choice={<Text as="p">{isWayIn ? words.loses(link.totalUses, formatCount(link.totalUses)) : words.keeps}</Text>}
    >
      {words.stops}
    </ConfirmDialog>
  );
}
