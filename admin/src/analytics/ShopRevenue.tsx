import { useQuery } from '@apollo/client/react';
import { formatCount, formatMoney } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import type { ShopRevenueQuery as RevenueAnswer } from '../gql/graphql.ts';
import { problemOf } from '../problem.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { texts } from '../texts/texts.ts';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { Link, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';

const words = analyticsTexts.shopRevenue;
const names = { singular: words.rows.one, plural: words.rows.many };

const ShopRevenueQuery = graphql(/* GraphQL */ `
  query ShopRevenue {
    shop {
      domain
      revenue {
        orders
        amount {
          amount
          currencyCode
        }
        byCampaign {
          campaignId
          name
          orders
          amount {
            amount
            currencyCode
          }
        }
      }
    }
  }
`);

type Sold = NonNullable<RevenueAnswer['shop']['revenue']>['byCampaign'][number];

/** What all campaigns sold, where the shop lets the app read its orders; else nothing: each campaign's page asks for it. */
export function ShopRevenue() {
  const { data, error, refetch } = useQuery(ShopRevenueQuery, { fetchPolicy: 'cache-and-network' });
  const revenue = data?.shop.revenue;
  if (error && !data) return <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />;
  if (!revenue) return null;
  return (
    <TopicCard title={words.title} help={words.help}>
      {revenue.orders === 0 ? (
        <Text as="p">{texts.revenue.none}</Text>
      ) : (
        <>
          <Text as="p" variant="headingLg" numeric>
            {formatMoney(revenue.amount)} · {texts.revenue.orders(revenue.orders, formatCount(revenue.orders))}
          </Text>
          <ListTable {...{ names, columns }} rows={revenue.byCampaign} keyOf={({ campaignId }) => campaignId} />
        </>
      )}
    </TopicCard>
  );
}

const columns: [Column<Sold>, ...Column<Sold>[]] = [
  {
    title: words.columns.campaign,
    render: ({ campaignId, name }) => (
      <span className="wrapping">
        <Link url={`/campaigns/${campaignId}/analytics`}>{name}</Link>
      </span>
    ),
  },
  { title: words.columns.orders, isNumber: true, render: ordersOf },
  { title: words.columns.amount, isNumber: true, render: ({ amount }) => formatMoney(amount) },
];

function ordersOf({ campaignId, name, orders }: Sold) {
  const count = formatCount(orders);
  return (
    <Link url={`/campaigns/${campaignId}/analytics/orders`} accessibilityLabel={words.openOrders(count, name)}>
      {count}
    </Link>
  );
}
