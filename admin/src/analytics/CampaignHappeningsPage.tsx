import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import { problemOf } from '../problem.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { texts } from '../texts/texts.ts';
import { MissingPage } from '../ui/MissingPage.tsx';
import { HappeningsList } from './HappeningsList.tsx';
import { HappeningRows } from './happening-rows.ts';
import { NoSuchRows } from './NoSuchRows.tsx';
import { type RowsQuestion, useRowPages, useRowsAsked, variablesOf } from './useRowsAsked.ts';

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

/** What a number of a campaign is the sum of, row by row. */
export function CampaignHappeningsPage() {
  const { id = '' } = useParams();
  const question = useRowsAsked();
  return question ? <CampaignHappenings {...{ id, ...question }} /> : <NoSuchRows />;
}

function CampaignHappenings({ id, asked, range }: RowsQuestion & { id: string }) {
  const pages = useRowPages(asked);
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
      rows={readFragment(HappeningRows, shown?.campaign?.happenings)}
      back={{
        content: name ? analyticsTexts.analytics.ofCampaign(name) : texts.analytics.action,
        url: `/campaigns/${id}/analytics${range}`,
      }}
      problem={error && problemOf(error)}
      onRetry={() => void refetch()}
    />
  );
}
