import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { formatCount } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import { problemOf } from '../../problem.ts';
import { texts } from '../../texts/texts.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { useOnChange } from '../../ui/on-change.ts';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { BlockStack, Button, InlineStack, ProgressBar, SkeletonBodyText, Text } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import { HiddenJournal } from './HiddenJournal.tsx';
import { HidingTrouble } from './HidingTrouble.tsx';
import { UndoHiding } from './UndoHiding.tsx';

const HiddenProductsQuery = graphql(/* GraphQL */ `
  query HiddenProducts($id: ID!) {
    campaign(id: $id) {
      id
      unlisting {
        state
        hiddenCount
        waitingCount
        leftAloneCount
        sharedCount
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

/** While something is on its way it is looked at again this often. */
const lookAgainMs = 3_000;

const words = texts.hiding;

interface HiddenProductsProps {
  campaignId: string;
  zone: string;
  /** When it changes, products are about to be hidden or put back. */
  occasion: string;
}

/** What is hidden in the shop on a campaign's behalf, how far that is, and the way back. */
export function HiddenProducts({ campaignId, zone, occasion }: HiddenProductsProps) {
  const { data, error, refetch, startPolling, stopPolling } = useQuery(HiddenProductsQuery, {
    variables: { id: campaignId },
    fetchPolicy: 'cache-and-network',
  });
  const client = useApolloClient();
  const [isUndoing, setUndoing] = useState(false);
  const unlisting = data?.campaign?.unlisting;
  const isMoving = unlisting?.state === 'HIDING' || unlisting?.state === 'SHOWING';
  useOnChange(occasion, () => void client.refetchQueries({ include: ['HiddenProducts', 'Enforcement'] }));
  useEffect(() => {
    if (!isMoving) return;
    startPolling(lookAgainMs);
    return stopPolling;
  }, [isMoving, startPolling, stopPolling]);

  if (error && !unlisting) {
    return (
      <TopicCard title={words.title}>
        <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />
      </TopicCard>
    );
  }
  if (!unlisting) return data ? null : <HiddenProductsSkeleton />;
  const { state, hiddenCount, waitingCount, leftAloneCount, sharedCount } = unlisting;
  const counts = [
    hiddenCount > 0 && words.hidden(hiddenCount, formatCount(hiddenCount)),
    waitingCount > 0 && words.waiting(waitingCount, formatCount(waitingCount)),
    leftAloneCount > 0 && words.leftAlone(leftAloneCount, formatCount(leftAloneCount)),
    sharedCount > 0 && words.shared(sharedCount, formatCount(sharedCount)),
  ].filter((count) => count !== false);
  return (
    <TopicCard title={words.title}>
      <HidingTrouble {...unlisting} />
      <BlockStack gap="200">
        <div aria-live="polite">
          <Text as="p">{words.state[state]}</Text>
        </div>
        {isMoving && <Progress done={hiddenCount} waiting={waitingCount} isPuttingBack={state === 'SHOWING'} />}
        {counts.length > 0 && (
          <ul className="plain-list">
            {counts.map((count) => (
              <li key={count}>{count}</li>
            ))}
          </ul>
        )}
      </BlockStack>
      {hiddenCount + waitingCount > 0 && state !== 'SHOWING' && (
        <InlineStack>
          <Button onClick={() => setUndoing(true)}>{words.undo}</Button>
        </InlineStack>
      )}
      <Disclosure show={words.showJournal} hide={words.hideJournal}>
        <HiddenJournal {...{ campaignId, zone }} />
      </Disclosure>
      {isUndoing && <UndoHiding {...{ campaignId, hiddenCount }} onClose={() => setUndoing(false)} />}
    </TopicCard>
  );
}

function HiddenProductsSkeleton() {
  return (
    <TopicCard title={words.title}>
      <SkeletonBodyText lines={2} />
    </TopicCard>
  );
}

interface ProgressProps {
  done: number;
  waiting: number;
  /** True on the way back, where what is still hidden is what is left. */
  isPuttingBack: boolean;
}

function Progress({ done, waiting, isPuttingBack }: ProgressProps) {
  if (isPuttingBack) return null;
  return (
    <>
      <span id="hiding-progress" hidden>
        {words.progress}
      </span>
      <ProgressBar
        progress={(100 * done) / Math.max(1, done + waiting)}
        size="small"
        ariaLabelledBy="hiding-progress"
      />
    </>
  );
}
