import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';
import { settle } from '../../outcome.ts';
import { texts } from '../../texts.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { refusalOf } from '../../ui/refusal.ts';
import { useToast } from '../../ui/Toasts.tsx';

const SignupDelete = graphql(/* GraphQL */ `
  mutation SignupDelete($id: ID!) {
    signupDelete(id: $id) {
      deletedSignupId
      userErrors {
        field
        message
        code
      }
    }
  }
`);

interface SignupRemovalProps {
  signup: { id: string; email: string };
  onClose(): void;
}

/** Erases one person's sign-up, having asked. */
export function SignupRemoval({ signup, onClose }: SignupRemovalProps) {
  const [run] = useMutation(SignupDelete, { refetchQueries: ['CampaignSignups', 'CampaignPage'] });
  const showToast = useToast();
  const remove = async (): Promise<void> => {
    const outcome = await settle(async () => (await run({ variables: { id: signup.id } })).data?.signupDelete);
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? texts.signups.removed, isError: refusal !== undefined });
    if (refusal === undefined) onClose();
  };
  return (
    <ConfirmDialog
      title={texts.signups.removeTitle}
      confirm={texts.common.remove}
      onConfirm={remove}
      onClose={onClose}
      isDestructive
    >
      {texts.signups.removeBody(signup.email)}
    </ConfirmDialog>
  );
}
