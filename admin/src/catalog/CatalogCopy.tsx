import { useMutation } from '@apollo/client/react';
import { formatCount, formatInstant } from '../format.ts';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import type { CatalogCopy_CatalogSyncFragment as Copy } from '../gql/graphql.ts';
import { settle } from '../outcome.ts';
import { texts } from '../texts/texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { Banner, BlockStack, Button, InlineStack, ProgressBar, Text } from '../ui/polaris.ts';
import { refusalOf } from '../ui/refusal.ts';
import { TopicCard } from '../ui/TopicCard.tsx';

const CatalogCopy_catalogSync = graphql(/* GraphQL */ `
  fragment CatalogCopy_catalogSync on CatalogSync {
    kind
    state
    part
    objects
    ofObjects
    finishedAt
    problem
    nextAt
    waitingChanges
    lastReconcile {
      finishedAt
      differences
    }
  }
`);

const CatalogRefresh = graphql(/* GraphQL */ `
  mutation CatalogRefresh {
    catalogRefresh {
      catalogSync {
        state
        ...CatalogCopy_catalogSync
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const words = texts.catalogCopy;

/** The copy of Shopify's catalog: how far the first reading is, when it was last compared, and a button to read it again. */
export function CatalogCopy({ sync, zone }: { sync: FragmentType<typeof CatalogCopy_catalogSync>; zone: string }) {
  const copy = readFragment(CatalogCopy_catalogSync, sync);
  const [run, { loading }] = useMutation(CatalogRefresh, { refetchQueries: ['CatalogSource'] });
  const showToast = useToast();
  const refresh = async (): Promise<void> => {
    const outcome = await settle(async () => (await run()).data?.catalogRefresh);
    const refusal = refusalOf(outcome);
    showToast({ content: refusal ?? words.refreshing, isError: refusal !== undefined });
  };
  const isMoving = copy.state !== 'DONE' && copy.state !== 'FAILED';
  return (
    <TopicCard title={words.title} help={words.help}>
      {copy.problem && (
        <Banner tone="warning" title={words.problemTitle}>
          {copy.problem}
        </Banner>
      )}
      {isMoving ? <Progress copy={copy} /> : <Standing {...{ copy, zone }} />}
      <InlineStack>
        <Button onClick={refresh} loading={loading} disabled={isMoving}>
          {words.refresh}
        </Button>
      </InlineStack>
    </TopicCard>
  );
}

/** Shopify's file is put together first; then products are read, then collections: three stretches of one way. */
function Progress({ copy }: { copy: Copy }) {
  const { state, part, objects, ofObjects, kind } = copy;
  const share = ofObjects ? Math.min(1, objects / ofObjects) : 0;
  const isCounted = Boolean(ofObjects);
  return (
    <BlockStack gap="200">
      <Text as="p" id="catalog-progress">
        {words.moving[state === 'WRITING' ? part : 'EXPORT']} {words.kind[kind]}
      </Text>
      {isCounted && (
        <Text as="p" tone="subdued">
          {words.read(formatCount(objects), formatCount(ofObjects ?? 0))}
        </Text>
      )}
      <ProgressBar progress={100 * share} size="small" ariaLabelledBy="catalog-progress" />
    </BlockStack>
  );
}

function Standing({ copy, zone }: { copy: Copy; zone: string }) {
  const { state, finishedAt, lastReconcile, waitingChanges, nextAt } = copy;
  return (
    <BlockStack gap="100">
      {state === 'DONE' && finishedAt && <Text as="p">{words.done(formatInstant(finishedAt, zone))}</Text>}
      {waitingChanges > 0 && <Text as="p">{words.waiting(waitingChanges, formatCount(waitingChanges))}</Text>}
      {lastReconcile && (
        <Text as="p">
          {words.reconciled(
            formatInstant(lastReconcile.finishedAt, zone),
            lastReconcile.differences,
            formatCount(lastReconcile.differences),
          )}
        </Text>
      )}
      <Text as="p" tone="subdued">
        {words.next(formatInstant(nextAt, zone))}
      </Text>
    </BlockStack>
  );
}
