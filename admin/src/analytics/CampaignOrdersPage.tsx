import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { formatMoment, formatMoney } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import type { CampaignOrdersQuery as OrdersAnswer } from '../gql/graphql.ts';
import { problemOf } from '../problem.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { texts } from '../texts/texts.ts';
import { useCursorPages } from '../ui/cursor-pages.ts';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { MissingPage } from '../ui/MissingPage.tsx';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { BlockStack, Card, Page, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';

const words = analyticsTexts.orders;
const names = { singular: words.rows.one, plural: words.rows.many };
const pageLength = 50;

const CampaignOrdersQuery = graphql(/* GraphQL */ `
  query CampaignOrders($id: ID!, $first: Int!, $after: String) {
    shop {
      domain
      timeZone
    }
    campaign(id: $id) {
      id
      name
      orders(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          shopifyId
          paidAt
          amount {
            amount
            currencyCode
          }
          accessCodeId
          secretLinkId
          credentialName
        }
      }
    }
  }
`);

type Order = NonNullable<NonNullable<OrdersAnswer['campaign']>['orders']>['nodes'][number];

/** The orders that a campaign's revenue is the sum of, newest first. */
export function CampaignOrdersPage() {
  const { id = '' } = useParams();
  const pages = useCursorPages(id);
  const { data, previousData, error, refetch } = useQuery(CampaignOrdersQuery, {
    variables: { id, first: pageLength, after: pages.after },
    fetchPolicy: 'cache-and-network',
  });
  const shown = data ?? previousData;
  const campaign = shown?.campaign;
  const title = campaign ? words.titleOf(campaign.name) : words.title;
  usePageTitle(title);
  if (shown && !campaign) return <MissingPage title={texts.campaign.notFoundTitle} body={texts.campaign.notFound} />;
  const orders = campaign?.orders;
  const isEmpty = orders?.nodes.length === 0 && !pages.hasPrevious;
  const zone = shown?.shop.timeZone ?? 'UTC';
  const back = { content: texts.analytics.action, url: `/campaigns/${id}/analytics` };
  return (
    <Page title={title} backAction={back}>
      <BlockStack gap="400">
        <Text as="p" tone="subdued">
          {words.help}
        </Text>
        {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
        {campaign && !orders && <Text as="p">{words.notGranted}</Text>}
        {isEmpty && (
          <TopicCard title={words.none}>
            <Text as="p">{words.noneHelp}</Text>
          </TopicCard>
        )}
        {!isEmpty && !(error && !shown) && !(campaign && !orders) && (
          <Card padding="0">
            <ListTable
              {...{ names, pages }}
              columns={columnsIn(zone)}
              rows={orders?.nodes}
              pageInfo={orders?.pageInfo}
              keyOf={(order) => order.id}
            />
          </Card>
        )}
      </BlockStack>
    </Page>
  );
}

function columnsIn(zone: string): [Column<Order>, ...Column<Order>[]] {
  const { columns } = words;
  return [
    { title: columns.paidAt, render: ({ paidAt }) => formatMoment(paidAt, zone) },
    { title: columns.order, render: ({ shopifyId }) => shopifyId ?? words.forgotten },
    { title: columns.by, render: wayOf },
    { title: columns.amount, isNumber: true, render: ({ amount }) => formatMoney(amount) },
  ];
}

function wayOf({ accessCodeId, secretLinkId, credentialName }: Order) {
  const { revenue } = texts;
  const name = credentialName ?? revenue.unnamed;
  if (accessCodeId) return <span className="wrapping">{revenue.code(name)}</span>;
  return secretLinkId ? <span className="wrapping">{revenue.link(name)}</span> : revenue.email;
}
