import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { HidingTrouble } from '../campaigns/shop/HidingTrouble.tsx';
import { formatCount } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import { settle } from '../outcome.ts';
import { problemOf } from '../problem.ts';
import { texts } from '../texts/texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { Banner, BlockStack, Button, InlineStack, Text } from '../ui/polaris.ts';
import { refusalOf } from '../ui/refusal.ts';
import { TopicCard } from '../ui/TopicCard.tsx';

const ShopHidingQuery = graphql(/* GraphQL */ `
  query ShopHiding {
    shop {
      domain
      unlisting {
        hiddenCount
        waitingCount
        problem
        problemDetail
        failures {
          productId
          detail
        }
      }
    }
  }
`);

const UnlistingUndoAll = graphql(/* GraphQL */ `
  mutation UnlistingUndoAll {
    unlistingUndoAll {
      unlisting {
        hiddenCount
        waitingCount
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

/** Products come back within seconds; the count is looked at this often. */
const lookAgainMs = 5_000;

const words = texts.hiding.all;

/** What all campaigns have hidden in the Shopify shop, the way back, and what to do before the app is uninstalled; nothing without Shopify. */
export function ShopHiding() {
  const { data, error, refetch } = useQuery(ShopHidingQuery, {
    fetchPolicy: 'cache-and-network',
    pollInterval: lookAgainMs,
    skipPollAttempt: () => document.hidden,
  });
  const [isAsking, setAsking] = useState(false);
  const unlisting = data?.shop.unlisting;
  if (error && !unlisting) {
    return (
      <TopicCard title={words.title}>
        <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />
      </TopicCard>
    );
  }
  if (!unlisting) return null;
  const { hiddenCount, waitingCount } = unlisting;
  return (
    <TopicCard title={words.title} help={words.help}>
      <HidingTrouble {...unlisting} />
      <BlockStack gap="100">
        <div aria-live="polite">
          <Text as="p">
            {hiddenCount === 0 ? words.none : texts.hiding.hidden(hiddenCount, formatCount(hiddenCount))}
          </Text>
        </div>
        {waitingCount > 0 && <Text as="p">{texts.hiding.waiting(waitingCount, formatCount(waitingCount))}</Text>}
      </BlockStack>
      <InlineStack>
        <Button onClick={() => setAsking(true)} disabled={hiddenCount + waitingCount === 0}>
          {words.action}
        </Button>
      </InlineStack>
      <Banner tone="info" title={words.uninstallTitle}>
        {words.uninstall}
      </Banner>
      {isAsking && <UndoAll hiddenCount={hiddenCount} onClose={() => setAsking(false)} />}
    </TopicCard>
  );
}

function UndoAll({ hiddenCount, onClose }: { hiddenCount: number; onClose(): void }) {
  const [run] = useMutation(UnlistingUndoAll, { refetchQueries: ['ShopHiding'] });
  const showToast = useToast();
  const undo = async (): Promise<void> => {
    const outcome = await settle(async () => (await run()).data?.unlistingUndoAll);
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? words.done, isError: refusal !== undefined });
    if (refusal === undefined) onClose();
  };
  return (
    <ConfirmDialog title={words.confirmTitle} confirm={words.action} onConfirm={undo} onClose={onClose}>
      {words.confirmBody(hiddenCount, formatCount(hiddenCount))}
    </ConfirmDialog>
  );
}
