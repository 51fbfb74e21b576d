import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql } from '../gql/gql.ts';
import { problemOf } from '../problem.ts';
import { texts } from '../texts/texts.ts';
import { isEmbedded } from '../ui/bridge/app-bridge.ts';
import { useOnChange } from '../ui/on-change.ts';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { SkeletonBodyText, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { CatalogCopy } from './CatalogCopy.tsx';
import { CatalogImport } from './CatalogImport.tsx';

const CatalogSourceQuery = graphql(/* GraphQL */ `
  query CatalogSource {
    shop {
      domain
      timeZone
    }
    catalogSync {
      state
      ...CatalogCopy_catalogSync
    }
  }
`);

/** While the catalog is being read it is looked at this often; otherwise rarely, for the nightly run and for what changed. */
const movingLookMs = 2_000;
const restingLookMs = 60_000;

interface CatalogSourceProps {
  /** Called after products have gone in. */
  onChanged(): void;
}

/** Where the catalog comes from: Shopify, with how far that is, or a product export that the merchant uploads. */
export function CatalogSource({ onChanged }: CatalogSourceProps) {
  const { data, error, refetch, startPolling } = useQuery(CatalogSourceQuery, { fetchPolicy: 'cache-and-network' });
  const sync = data?.catalogSync;
  const isMoving = sync ? sync.state !== 'DONE' && sync.state !== 'FAILED' : isEmbedded();
  const isFromShopify = Boolean(sync) || isEmbedded();
  useEffect(() => {
    if (isFromShopify) startPolling(isMoving ? movingLookMs : restingLookMs);
  }, [isFromShopify, isMoving, startPolling]);
  useOnChange(isMoving && isFromShopify, (wasMoving) => {
    if (wasMoving) onChanged();
  });

  // An import that is on its way must not end because another question went unanswered.
  if (error && !data && isEmbedded()) {
    return (
      <TopicCard title={texts.catalogCopy.title}>
        <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />
      </TopicCard>
    );
  }
  if (sync) return <CatalogCopy sync={sync} zone={data.shop.timeZone} />;
  if (isEmbedded()) {
    return (
      <TopicCard title={texts.catalogCopy.title}>
        {data ? <Text as="p">{texts.catalogCopy.soon}</Text> : <SkeletonBodyText lines={2} />}
      </TopicCard>
    );
  }
  // Before the answer too: outside Shopify's admin it is what comes, and nothing below has to move.
  return <CatalogImport onImported={onChanged} />;
}
