import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { formatCount } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import { type Outcome, settle } from '../outcome.ts';
import { texts } from '../texts/texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Button, InlineStack, TextField } from '../ui/polaris.ts';
import { refusalOf } from '../ui/refusal.ts';
import { TopicCard } from '../ui/TopicCard.tsx';

const PersonalDataRequest = graphql(/* GraphQL */ `
  mutation PersonalDataRequest($email: String!) {
    personalDataRequest(email: $email) {
      dataRequest {
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

const PersonalDataErase = graphql(/* GraphQL */ `
  mutation PersonalDataErase($email: String!) {
    personalDataErase(email: $email) {
      removedCount
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const words = texts.privacy;

/** Collects what is held of a person, and forgets a person, by their e-mail address. */
export function PersonalData() {
  const [email, setEmail] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isErasing, setErasing] = useState(false);
  const [runRequest, requesting] = useMutation(PersonalDataRequest, { refetchQueries: ['DataRequests'] });
  const showToast = useToast();

  const type = (value: string): void => {
    setEmail(value);
    setProblem(undefined);
  };
  const withEmail = (act: () => void) => (): void => (email.trim() === '' ? setProblem(words.emailMissing) : act());
  const collect = async (): Promise<void> => {
    const outcome = await settle(async () => (await runRequest({ variables: { email } })).data?.personalDataRequest);
    setProblem(refusalOf(outcome));
    if (outcome.kind === 'done') showToast({ content: words.exported });
  };
  const erased = (refusal: string | undefined): void => {
    setErasing(false);
    setProblem(refusal);
    if (refusal === undefined) setEmail('');
  };

  return (
    <TopicCard title={words.title} help={words.help}>
      <TextField
        type="email"
        label={words.email}
        helpText={words.emailHelp}
        value={email}
        onChange={type}
        autoComplete="off"
        {...(problem && { error: problem })}
      />
      <InlineStack gap="200">
        <Button onClick={withEmail(collect)} loading={requesting.loading}>
          {words.export}
        </Button>
        <Button onClick={withEmail(() => setErasing(true))} tone="critical">
          {words.erase}
        </Button>
      </InlineStack>
      {isErasing && <ForgetDialog email={email} onClose={() => setErasing(false)} onErased={erased} />}
    </TopicCard>
  );
}

interface ForgetDialogProps {
  email: string;
  onClose(): void;
  /** Called with the refusal, if there was one. */
  onErased(refusal: string | undefined): void;
}

function ForgetDialog({ email, onClose, onErased }: ForgetDialogProps) {
  const [run] = useMutation(PersonalDataErase, { refetchQueries: ['DataRequests'] });
  const showToast = useToast();
  const erase = async (): Promise<void> => {
    const outcome: Outcome<{ removedCount?: number | null }> = await settle(
      async () => (await run({ variables: { email } })).data?.personalDataErase,
    );
    const count = outcome.kind === 'done' ? (outcome.payload.removedCount ?? 0) : 0;
    if (outcome.kind === 'done') showToast({ content: words.erased(count, formatCount(count)) });
    onErased(refusalOf(outcome));
  };
  return (
    <ConfirmDialog title={words.eraseTitle} confirm={words.erase} onConfirm={erase} onClose={onClose} isDestructive>
      {words.eraseBody(email.trim())}
    </ConfirmDialog>
  );
}
