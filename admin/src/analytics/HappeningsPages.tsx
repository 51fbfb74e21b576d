import { useQuery } from '@apollo/client/react';
import { useParams, useSearchParams } from 'react-router';
import { analyticsTexts } from '../analytics-texts.ts';
import { graphql } from '../gql/gql.ts';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { type Problem, problemOf } from '../problem.ts';
import { texts } from '../texts.ts';
import { type CursorPages, useCursorPages } from '../ui/cursor-pages.ts';
import { MissingPage } from '../ui/MissingPage.tsx';
import { HappeningsList } from './HappeningsList.tsx';
import { HappeningRows, pageLength } from './happening-rows.ts';
import { type RowsAsked, readRowsAddress } from './rows-address.ts';

const words = analyticsTexts.happenings;

const CampaignHappeningsQuery = graphql(/* GraphQL */ `
  query CampaignHappenings(
    $id: ID!
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
    }
    campaign(id: $id) {
      id
      name
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

/** What a number of a campaign is the sum of, row by row. */
export function CampaignHappeningsPage() {
  const { id = '' } = useParams();
  const { asked, range } = useAsked();
  return asked ? <CampaignHappenings {...{ id, asked, range }} /> : <NoSuchRows />;
}

/** What a number of the shop is the sum of. */
export function ShopHappeningsPage() {
  const { asked, range } = useAsked();
  return asked ? <ShopHappenings {...{ asked, range }} /> : <NoSuchRows />;
}

function useAsked(): { asked: RowsAsked | null; range: string } {
  const [params] = useSearchParams();
  const range = params.get('range');
  return { asked: readRowsAddress(params), range: range ? `?${new URLSearchParams({ range })}` : '' };
}

function NoSuchRows() {
  return <MissingPage title={texts.problem.notFoundTitle} body={words.badAddress} />;
}

interface AskedProps {
  asked: RowsAsked;
  /** What the page of the numbers had chosen, as the end of its address. */
  range: string;
}

function CampaignHappenings({ id, asked, range }: AskedProps & { id: string }) {
  const pages = useCursorPages(JSON.stringify([id, asked]));
  const { data, previousData, error, refetch } = useQuery(CampaignHappeningsQuery, {
    variables: { id, ...variablesOf(asked, pages) },
    fetchPolicy: 'cache-and-network',
  });
  const shown = data ?? previousData;
  if (shown && !shown.campaign) {
    return <MissingPage title={texts.campaign.notFoundTitle} body={texts.campaign.notFound} />;
  }
  const name = shown?.campaign?.name;
  return (
    <HappeningsList
      {...{ asked, pages }}
      of={name}
      zone={shown?.shop.timeZone}
      rows={rowsOf(shown?.campaign?.happenings)}
      back={{ content: name ? analyticsTexts.analytics.ofCampaign(name) : texts.analytics.action, url: `/campaigns/${id}/analytics${range}` }}
      problem={problemIn(error)}
      onRetry={() => void refetch()}
    />
  );
}

function ShopHappenings({ asked, range }: AskedProps) {
  const pages = useCursorPages(JSON.stringify(asked));
  const { data, previousData, error, refetch } = useQuery(ShopHappeningsQuery, {
    variables: variablesOf(asked, pages),
    fetchPolicy: 'cache-and-network',
  });
  const shop = (data ?? previousData)?.shop;
  return (
    <HappeningsList
      {...{ asked, pages }}
      of={words.shop}
      isOfShop
      zone={shop?.timeZone}
      rows={rowsOf(shop?.happenings)}
      back={{ content: analyticsTexts.analytics.title, url: `/analytics${range}` }}
      problem={problemIn(error)}
      onRetry={() => void refetch()}
    />
  );
}

function variablesOf({ kind, from, to, share, isSuspected = false }: RowsAsked, { after }: CursorPages) {
  return { kind, from: from ?? null, to: to ?? null, share: share ?? null, isSuspected, first: pageLength, after };
}

function rowsOf(masked: FragmentType<typeof HappeningRows> | undefined) {
  return readFragment(HappeningRows, masked);
}

function problemIn(error: unknown): Problem | undefined {
  return error ? problemOf(error) : undefined;
}
