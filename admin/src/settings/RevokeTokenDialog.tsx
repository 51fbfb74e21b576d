import { useMutation } from '@apollo/client/react';
import { graphql } from '../gql/gql.ts';
import { settle } from '../outcome.ts';
import { texts } from '../texts/texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { refusalOf } from '../ui/refusal.ts';

const ApiTokenRevoke = graphql(/* GraphQL */ `
  mutation ApiTokenRevoke($id: ID!) {
    apiTokenRevoke(id: $id) {
      apiToken {
        id
        revokedAt
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

interface RevokeTokenDialogProps {
  apiToken: { id: string; name: string };
  onClose(): void;
}

/** Takes a tool's access away, having said so. */
export function RevokeTokenDialog({ apiToken, onClose }: RevokeTokenDialogProps) {
  const [run] = useMutation(ApiTokenRevoke);
  const showToast = useToast();
  const revoke = async (): Promise<void> => {
    const outcome = await settle(async () => (await run({ variables: { id: apiToken.id } })).data?.apiTokenRevoke);
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? texts.settings.revokedToast, isError: refusal !== undefined });
    if (refusal === undefined) onClose();
  };
  return (
    <ConfirmDialog
      title={texts.settings.revokeTitle(apiToken.name)}
      confirm={texts.settings.revoke}
      onConfirm={revoke}
      onClose={onClose}
      isDestructive
    >
      {texts.settings.revokeBody}
    </ConfirmDialog>
  );
}
