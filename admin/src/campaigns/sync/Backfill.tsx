import { useMutation } from '@apollo/client/react';
import { formatCount } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import type { Destination } from '../../gql/graphql.ts';
import { settle } from '../../outcome.ts';
import { texts } from '../../texts/texts.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { Banner, BlockStack, Button, InlineStack, Text } from '../../ui/polaris.ts';
import { refusalOf } from '../../ui/refusal.ts';
import { campaignQuestions } from './campaign-sync.ts';

const SyncBackfill = graphql(/* GraphQL */ `
  mutation SyncBackfill($campaignId: ID!, $destination: Destination!) {
    syncBackfill(campaignId: $campaignId, destination: $destination) {
      count
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const words = texts.sync;

interface BackfillProps {
  destination: Destination;
  campaignId: string;
  /** Earlier sign-ups that would be sent. */
  unsent: number;
}

/** Offers to send the sign-ups that came before the list or the connection; nothing where there are none. */
export function Backfill({ destination, campaignId, unsent }: BackfillProps) {
  const [run, { loading }] = useMutation(SyncBackfill, { refetchQueries: campaignQuestions });
  const showToast = useToast();
  if (unsent === 0) return null;

  const send = async (): Promise<void> => {
    const variables = { campaignId, destination };
    const outcome = await settle(async () => (await run({ variables })).data?.syncBackfill);
    const refusal = refusalOf(outcome);
    const count = outcome.kind === 'done' ? outcome.payload.count : 0;
    showToast({ content: refusal ?? words.backfilling(count, formatCount(count)), isError: refusal !== undefined });
  };
  return (
    <Banner tone="info">
      <BlockStack gap="200">
        <Text as="p" fontWeight="semibold">
          {words.unsent(destination, unsent, formatCount(unsent))}
        </Text>
        <Text as="p">{words.unsentHelp}</Text>
        <InlineStack>
          <Button onClick={send} loading={loading}>
            {words.backfill(destination)}
          </Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
