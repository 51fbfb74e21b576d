import { useQuery } from '@apollo/client/react';
import { type ReactNode, useRef } from 'react';
import { useNavigationType } from 'react-router';
import emptyPicture from '../assets/empty.svg';
import { ConnectionAlerts } from '../connections/ConnectionAlerts.tsx';
import { formatCount } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import { problemOf } from '../problem.ts';
import { campaignListTexts } from '../texts/campaign-list-texts.ts';
import { texts } from '../texts/texts.ts';
import { Deferred } from '../ui/Deferred.tsx';
import { useOnChange } from '../ui/on-change.ts';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { BlockStack, Card, EmptyState, Page } from '../ui/polaris.ts';
import { CampaignFilters } from './CampaignFilters.tsx';
import { CampaignTable } from './CampaignTable.tsx';
import { CampaignViews } from './CampaignViews.tsx';
import { isNarrowed, type ListPlace, listArguments } from './list-place.ts';
import { givenViews, viewAround } from './list-views.ts';
import { useCampaignCreation } from './useCampaignCreation.tsx';
import { useListPlace } from './useListPlace.ts';

const CampaignsPageQuery = graphql(/* GraphQL */ `
  query CampaignsPage(
    $first: Int!
    $after: String
    $query: String
    $sortKey: CampaignSortKey!
    $reverse: Boolean!
    $filter: CampaignFilterInput
    $isArchived: Boolean!
  ) {
    shop {
      domain
      timeZone
    }
    campaigns(
      first: $first
      after: $after
      query: $query
      sortKey: $sortKey
      reverse: $reverse
      filter: $filter
      isArchived: $isArchived
    ) {
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

/** The list of campaigns. Its search, filters, order and page stand in the address. */
export function CampaignsPage() {
  const { place, change, pages } = useListPlace();
  usePageTitle(titleOf(place));
  const creation = useCampaignCreation();
  const { data, previousData, error, refetch } = useQuery(CampaignsPageQuery, {
    variables: listArguments(place),
    fetchPolicy: 'cache-and-network',
  });

  const { shop, campaigns } = data ?? previousData ?? {};
  const isNewShop = !isNarrowed(place) && !pages.hasPrevious && campaigns?.totalCount === 0;
  const createAction = { content: texts.campaigns.create, onAction: creation.open };

  return (
    <Page
      title={texts.campaigns.title}
      fullWidth
      // It stands there from the start, so that nothing below moves.
      subtitle={[texts.campaigns.about, ...(campaigns && !isNewShop ? [totalOf(campaigns)] : [])].join(' · ')}
      // A new shop has one button only, in the middle of the page.
      {...(!isNewShop && { primaryAction: createAction })}
    >
      <BlockStack gap="400">
        <ConnectionAlerts zone={shop?.timeZone ?? 'UTC'} />
        {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
        {isNewShop && (
          <Card>
            <EmptyState heading={texts.campaigns.emptyTitle} image={emptyPicture} action={createAction}>
              <p>{texts.campaigns.emptyBody}</p>
            </EmptyState>
          </Card>
        )}
        {!isNewShop && (!error || campaigns) && (
          <ListStart page={place.walked.join()}>
            <Card padding="0">
              <CampaignViews place={place} shop={shop?.domain} />
              <CampaignFilters place={place} onChange={change} />
              <Deferred>
                <CampaignTable
                  campaigns={campaigns?.nodes}
                  pageInfo={campaigns?.pageInfo}
                  zone={shop?.timeZone ?? 'UTC'}
                  pages={pages}
                  onClear={() => change({ query: '', statuses: [], accessTypes: [] })}
                />
              </Deferred>
            </Card>
          </ListStart>
        )}
      </BlockStack>
      {creation.dialog}
    </Page>
  );
}

function totalOf({ totalCount }: { totalCount: number }): string {
  return texts.campaigns.total(totalCount, formatCount(totalCount));
}

/** What the browser's tab says: two tabs with different views are told apart. */
function titleOf(place: ListPlace): string {
  const view = viewAround(place, givenViews);
  const page = place.walked.length === 0 ? [] : [campaignListTexts.page(formatCount(place.walked.length + 1))];
  const named = view === undefined || view === givenViews[0] ? [] : [view.name];
  return [texts.campaigns.title, ...named, ...page].join(', ');
}

/** Another page of the list begins at its top, for the eye and for the keyboard; the way back leads to where one was looking. */
function ListStart({ page, children }: { page: string; children: ReactNode }) {
  const start = useRef<HTMLDivElement>(null);
  const isWayBack = useNavigationType() === 'POP';
  useOnChange(page, () => {
    start.current?.focus({ preventScroll: true });
    if (!isWayBack) start.current?.scrollIntoView({ block: 'start' });
  });
  return (
    <div ref={start} tabIndex={-1} className="list-focus">
      {children}
    </div>
  );
}
