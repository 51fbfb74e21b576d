import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';
import { settle } from '../../outcome.ts';
import { texts } from '../../texts/texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { refusalOf } from '../../ui/refusal.ts';

const GuestRemove = graphql(/* GraphQL */ `
  mutation GuestRemove($campaignId: ID!, $email: String!) {
    guestRemove(campaignId: $campaignId, email: $email) {
      campaign {
        id
        guestsCount
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const words = texts.guests;

interface GuestRemovalProps {
  campaignId: string;
  email: string;
  onClose(): void;
}

/** Takes one address off the guest list, having asked. */
export function GuestRemoval({ campaignId, email, onClose }: GuestRemovalProps) {
  const [run] = useMutation(GuestRemove, { refetchQueries: ['Guests'] });
  const showToast = useToast();
  const remove = async (): Promise<void> => {
    const outcome = await settle(async () => (await run({ variables: { campaignId, email } })).data?.guestRemove);
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? words.removed, isError: refusal !== undefined });
    if (refusal === undefined) onClose();
  };
  const title = words.removeTitle;
  return (
    <ConfirmDialog {...{ title, onClose }} confirm={texts.common.remove} onConfirm={remove} isDestructive>
      {words.removeBody(email)}
    </ConfirmDialog>
  );
}
