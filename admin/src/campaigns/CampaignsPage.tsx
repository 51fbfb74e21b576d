import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import emptyPicture from '../assets/empty.svg';
import { ConnectionAlerts } from '../connections/ConnectionAlerts.tsx';
import { formatCount } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import { problemOf } from '../problem.ts';
import { texts } from '../texts.ts';
import { useCursorPages } from '../ui/cursor-pages.ts';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { BlockStack, Card, EmptyState, Page } from '../ui/polaris.ts';
import { CampaignFilters } from './CampaignFilters.tsx';
import { CampaignTable } from './CampaignTable.tsx';
import { sortKeyOf } from './campaign-sort.ts';

const CampaignsPageQuery = graphql(/* GraphQL */ `
  query CampaignsPage($first: Int!, $after: String, $query: String, $sortKey: CampaignSortKey!) {
    shop {
      domain
      timeZone
    }
    campaigns(first: $first, after: $after, query: $query, sortKey: $sortKey) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...CampaignTable_campaign
      }
    }
  }
`);

// Most visits to the list create nothing; the form and its pickers come when they are asked for.
const CreateCampaignDialog = lazy(async () => ({
  default: (await import('./CreateCampaignDialog.tsx')).CreateCampaignDialog,
}));

/** How many campaigns a page of the list shows. */
const pageLength = 25;

/** The list of campaigns; its search and order stand in the address, so that a link leads back to them. */
export function CampaignsPage() {
  usePageTitle(texts.campaigns.title);
  const [isCreating, setCreating] = useState(false);
  const [params, setParams] = useSearchParams();
  const query = params.get('q') ?? '';
  const sortKey = sortKeyOf(params.get('sort'));
  const pages = useCursorPages(`${sortKey} ${query}`);
  const { data, previousData, error, refetch } = useQuery(CampaignsPageQuery, {
    variables: { first: pageLength, after: pages.after, query: query || null, sortKey },
    fetchPolicy: 'cache-and-network',
  });

  const shown = data ?? previousData;
  const campaigns = shown?.campaigns;
  const isNewShop = query === '' && !pages.hasPrevious && campaigns?.totalCount === 0;
  const createAction = { content: texts.campaigns.create, onAction: () => setCreating(true) };
  const change = (next: { q?: string; sort?: string }): void => {
    const changed = { q: query, sort: sortKey as string, ...next };
    setParams(
      Object.entries(changed).filter(([, value]) => value !== '' && value !== 'CREATED_AT'),
      { replace: true },
    );
  };

  return (
    <Page
      title={texts.campaigns.title}
      fullWidth
      {...(campaigns &&
        !isNewShop && { subtitle: texts.campaigns.total(campaigns.totalCount, formatCount(campaigns.totalCount)) })}
      // A new shop has one button only, in the middle of the page.
      {...(!isNewShop && { primaryAction: createAction })}
    >
      <BlockStack gap="400">
        <ConnectionAlerts zone={shown?.shop.timeZone ?? 'UTC'} />
        {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
        {isNewShop && (
          <Card>
            <EmptyState heading={texts.campaigns.emptyTitle} image={emptyPicture} action={createAction}>
              <p>{texts.campaigns.emptyBody}</p>
            </EmptyState>
          </Card>
        )}
        {!isNewShop && (!error || campaigns) && (
          <Card padding="0">
            <CampaignFilters query={query} sortKey={sortKey} onChange={change} />
            <CampaignTable
              campaigns={campaigns?.nodes}
              pageInfo={campaigns?.pageInfo}
              zone={shown?.shop.timeZone ?? 'UTC'}
              pages={pages}
              onClearSearch={() => change({ q: '' })}
            />
          </Card>
        )}
      </BlockStack>
      <Suspense>{isCreating && <CreateCampaignDialog onClose={() => setCreating(false)} />}</Suspense>
    </Page>
  );
}
