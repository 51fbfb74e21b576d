import { useQuery } from '@apollo/client/react';
import { formatInstant } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import { problemOf } from '../../problem.ts';
import { texts } from '../../texts/texts.ts';
import { Modal } from '../../ui/Modal.tsx';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { BlockStack, SkeletonBodyText, Text } from '../../ui/polaris.ts';
import { campaignQuestions } from './campaign-sync.ts';
import { ReceiptHistory } from './ReceiptHistory.tsx';

const SignupHistoryQuery = graphql(/* GraphQL */ `
  query SignupHistory($id: ID!) {
    signup(id: $id) {
      id
      receipts {
        ...ReceiptHistory_receipt
      }
    }
  }
`);

/** What happened is looked up again so often while the dialog is open. */
const lookAgainMs = 2_000;

const words = texts.history;

interface SignupHistoryProps {
  signup: { id: string; email: string; createdAt: string };
  zone: string;
  onClose(): void;
}

/** What happened to one sign-up at Klaviyo and Omnisend, in order, in words. */
export function SignupHistory({ signup, zone, onClose }: SignupHistoryProps) {
  const { data, error, refetch } = useQuery(SignupHistoryQuery, {
    variables: { id: signup.id },
    // Read for this dialog alone: the list keeps its shorter answer about the same receipts.
    fetchPolicy: 'no-cache',
    pollInterval: lookAgainMs,
    skipPollAttempt: () => document.hidden,
  });
  const receipts = data?.signup?.receipts;
  return (
    <Modal open onClose={onClose} title={words.title} primaryAction={{ content: words.done, onAction: onClose }}>
      <Modal.Section>
        <BlockStack gap="500">
          <Text as="p" breakWord>
            {words.intro(signup.email, formatInstant(signup.createdAt, zone))}
          </Text>
          {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
          {!data && !error && <SkeletonBodyText lines={5} />}
          {data && (receipts ?? []).length === 0 && <Text as="p">{words.nothing}</Text>}
          {receipts?.map((receipt, position) => (
            <ReceiptHistory key={position} {...{ receipt, zone }} signupId={signup.id} questions={campaignQuestions} />
          ))}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
