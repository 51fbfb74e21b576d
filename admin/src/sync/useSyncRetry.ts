import { useMutation } from '@apollo/client/react';
import { formatCount } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import type { SyncRetryInput } from '../gql/graphql.ts';
import { settle } from '../outcome.ts';
import { texts } from '../texts/texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { refusalOf } from '../ui/refusal.ts';

const SyncRetry = graphql(/* GraphQL */ `
  mutation SyncRetry($input: SyncRetryInput!) {
    syncRetry(input: $input) {
      count
      userErrors {
        field
        message
        code
      }
    }
  }
`);

/** Puts sign-ups down to be sent again, and says how many; `questions` are asked anew then. */
export function useSyncRetry(questions: readonly string[]) {
  const [run, { loading }] = useMutation(SyncRetry, { refetchQueries: [...questions] });
  const showToast = useToast();
  const retry = async (input: SyncRetryInput): Promise<void> => {
    const outcome = await settle(async () => (await run({ variables: { input } })).data?.syncRetry);
    const refusal = refusalOf(outcome);
    const count = outcome.kind === 'done' ? outcome.payload.count : 0;
    const content = refusal ?? texts.sync.sentAgain(count, formatCount(count));
    showToast({ content, isError: refusal !== undefined });
  };
  return { retry, isRetrying: loading };
}
