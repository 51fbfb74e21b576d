import { useMutation } from '@apollo/client/react';
import { graphql } from '../gql/gql.ts';
import type { Destination } from '../gql/graphql.ts';
import { settle } from '../outcome.ts';
import { signupTexts } from '../texts/signup-texts.ts';
import { texts } from '../texts/texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Text } from '../ui/polaris.ts';
import { refusalOf } from '../ui/refusal.ts';

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

/** Where it may have arrived. */
interface Receipt {
  destination: Destination;
  attempts: number;
  acceptedAt?: string | null;
}

interface SignupRemovalProps {
  signup: { id: string; email: string; receipts: readonly Receipt[] };
  /** Names of the questions that are asked anew then. */
  questions: readonly string[];
  onClose(): void;
  /** Called instead of `onClose` once the person is gone. */
  onRemoved?(): void;
}

/** Erases one person's sign-up, having asked, and having said what follows at Klaviyo and Omnisend. */
export function SignupRemoval({ signup, questions, onClose, onRemoved = onClose }: SignupRemovalProps) {
  const [run] = useMutation(SignupDelete, { refetchQueries: [...questions] });
  const showToast = useToast();
  const remove = async (): Promise<void> => {
    const outcome = await settle(async () => (await run({ variables: { id: signup.id } })).data?.signupDelete);
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? signupTexts.signups.removed, isError: refusal !== undefined });
    if (refusal === undefined) onRemoved();
  };
  return (
    <ConfirmDialog
      title={signupTexts.signups.removeTitle}
      confirm={texts.common.remove}
      onConfirm={remove}
      onClose={onClose}
      isDestructive
      choice={signup.receipts.filter(mayHaveArrived).map(({ destination }) => (
        <Text as="p" key={destination}>
          {texts.erasure[destination]}
        </Text>
      ))}
    >
      {signupTexts.signups.removeBody(signup.email)}
    </ConfirmDialog>
  );
}

function mayHaveArrived({ attempts, acceptedAt }: Receipt): boolean {
  return attempts > 0 || typeof acceptedAt === 'string';
}
