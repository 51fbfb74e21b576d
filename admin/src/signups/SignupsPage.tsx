import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import emptyPicture from '../assets/empty.svg';
import { graphql } from '../gql/gql.ts';
import { problemOf } from '../problem.ts';
import { signupTexts } from '../texts/signup-texts.ts';
import type { CursorPages } from '../ui/cursor-pages.ts';
import { Deferred } from '../ui/Deferred.tsx';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { BlockStack, Box, Card, EmptyState, Page, Pagination, Text } from '../ui/polaris.ts';
import { tablePagination } from '../ui/table-pagination.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { SignupFilterBar } from './SignupFilterBar.tsx';
import { SignupRemoval } from './SignupRemoval.tsx';
import { type ListedSignup, SignupTable } from './SignupTable.tsx';
import { exportAddress, filterNames, filtersOf, needsZone, questionOf, type SignupFilters } from './signup-filters.ts';
import { useAddressPages } from './useAddressPages.ts';
import { countSentence, useSignupCount } from './useSignupCount.ts';

const SignupsShopQuery = graphql(/* GraphQL */ `
  query SignupsShop {
    shop {
      domain
      timeZone
    }
  }
`);

const SignupsPageQuery = graphql(/* GraphQL */ `
  query SignupsPage($first: Int!, $after: String, $campaignId: ID, $query: String, $filter: SignupFilterInput) {
    signups(first: $first, after: $after, campaignId: $campaignId, query: $query, filter: $filter) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...SignupTable_signup
      }
    }
  }
`);

/** How many sign-ups a page of the list shows. */
const pageLength = 25;

const words = signupTexts.signups;

/** The people who signed up, of the whole shop or whom the address names: search, filters and place stand in it. */
export function SignupsPage() {
  usePageTitle(words.title);
  const [params, setParams] = useSearchParams();
  const filters = filtersOf(params);
  const pages = useAddressPages();
  const [leaving, setLeaving] = useState<ListedSignup>();
  const [isExporting, setExporting] = useState(false);
  const shop = useQuery(SignupsShopQuery);
  const zone = shop.data?.shop.timeZone;
  const isReady = zone !== undefined || !needsZone(filters);
  const question = questionOf(filters, zone ?? 'UTC');
  const { data, previousData, error, refetch } = useQuery(SignupsPageQuery, {
    variables: { ...question, first: pageLength, after: pages.after },
    fetchPolicy: 'cache-and-network',
    skip: !isReady,
  });
  const count = useSignupCount(question, isReady);

  const signups = (data ?? previousData)?.signups;
  const isWhole = filterNames.every((name) => filters[name] === '');
  const isEmpty = data?.signups.nodes.length === 0;
  const isNewShop = isEmpty && isWhole && pages.after === null;
  const change = (part: Partial<SignupFilters>): void => {
    const next = Object.entries({ ...filters, ...part }).filter(([, value]) => value !== '');
    setParams(next, { replace: true });
  };
  const problem = error ?? shop.error;
  const subtitle = count && countSentence(count, isWhole);

  return (
    <Page
      title={words.title}
      fullWidth
      {...(subtitle && !isNewShop && { subtitle })}
      {...(!isNewShop && {
        primaryAction: { content: signupTexts.signupExport.action, onAction: () => setExporting(true) },
      })}
    >
      <BlockStack gap="400">
        {problem && (
          <ProblemBanner problem={problemOf(problem)} onRetry={() => void Promise.all([refetch(), shop.refetch()])} />
        )}
        {isNewShop && (
          <Card>
            <EmptyState
              heading={words.empty}
              image={emptyPicture}
              action={{ content: words.toCampaigns, url: '/campaigns' }}
            >
              <p>{words.emptyShop}</p>
            </EmptyState>
          </Card>
        )}
        {!isNewShop && (!problem || signups) && (
          <Card padding="0">
            <SignupFilterBar
              {...{ filters }}
              zone={zone ?? 'UTC'}
              onChange={change}
              onClear={() => setParams(filters.q === '' ? {} : { q: filters.q }, { replace: true })}
            />
            {isEmpty ? (
              <NothingFound {...{ pages }} pageInfo={data.signups.pageInfo} />
            ) : (
              <Deferred>
                <SignupTable
                  signups={signups?.nodes}
                  pageInfo={signups?.pageInfo}
                  pages={pages}
                  zone={zone ?? 'UTC'}
                  onRemove={setLeaving}
                />
              </Deferred>
            )}
          </Card>
        )}
      </BlockStack>
      {leaving && (
        <SignupRemoval
          signup={leaving}
          questions={['SignupsPage', 'SignupsCount']}
          onClose={() => setLeaving(undefined)}
        />
      )}
      {isExporting && (
        <ExportDialog
          address={exportAddress(filters, zone ?? 'UTC')}
          count={count}
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  );
}

interface NothingFoundProps {
  pages: CursorPages;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** Nobody is on this page of the list: because nobody matches, or because older ones were not looked at yet. */
function NothingFound({ pages, pageInfo }: NothingFoundProps) {
  const { pagination } = tablePagination(pages, pageInfo, words.many);
  return (
    <>
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.nothingFound}
          </Text>
          <Text as="p" tone="subdued">
            {pageInfo.hasNextPage ? words.lookFurther : words.nothingFoundBody}
          </Text>
        </BlockStack>
      </Box>
      {pagination && <Pagination type="table" {...pagination} />}
    </>
  );
}
