import { useQuery } from '@apollo/client/react';
import { readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import { problemOf } from '../problem.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { HappeningsList } from './HappeningsList.tsx';
import { HappeningRows } from './happening-rows.ts';
import { NoSuchRows } from './NoSuchRows.tsx';
import { type RowsQuestion, useRowPages, useRowsAsked, variablesOf } from './useRowsAsked.ts';

const ShopHappeningsQuery = graphql(/* GraphQL */ `
  query ShopHappenings(
    $kind: HappeningKind!
    $from: DateTime
    $to: DateTime
    $share: HappeningShareInput
    $isSuspected: Boolean!
    $first: Int!
    $after: String
  ) {
    shop {
      domain
      timeZone
      happenings(
        kind: $kind
        from: $from
        to: $to
        share: $share
        isSuspected: $isSuspected
        first: $first
        after: $after
      ) {
        ...HappeningRows
      }
    }
  }
`);

/** What a number of the shop is the sum of. */
export function ShopHappeningsPage() {
  const question = useRowsAsked();
  return question ? <ShopHappenings {...question} /> : <NoSuchRows />;
}

function ShopHappenings({ asked, range }: RowsQuestion) {
  const pages = useRowPages(asked);
  const { data, previousData, error, refetch } = useQuery(ShopHappeningsQuery, {
    variables: variablesOf(asked, pages),
    fetchPolicy: 'cache-and-network',
  });
  const shop = (data ?? previousData)?.shop;
  return (
    <HappeningsList
      {...{ asked, pages }}
      of={analyticsTexts.happenings.shop}
      isOfShop
      zone={shop?.timeZone}
      rows={readFragment(HappeningRows, shop?.happenings)}
      back={{ content: analyticsTexts.analytics.title, url: `/analytics${range}` }}
      problem={error && problemOf(error)}
      onRetry={() => void refetch()}
    />
  );
}
