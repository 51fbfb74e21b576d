import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { formatCount, formatMoney } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import type { RevenueQuery as RevenueAnswer } from '../../gql/graphql.ts';
import { problemOf } from '../../problem.ts';
import { texts } from '../../texts/texts.ts';
import { scopeRequest } from '../../ui/bridge/scopes.ts';
import { useToast } from '../../ui/bridge/Toasts.tsx';
import { ListTable } from '../../ui/ListTable.tsx';
import type { Column } from '../../ui/list-table.ts';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { Button, InlineStack, Link, SkeletonBodyText, Text } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';

const RevenueQuery = graphql(/* GraphQL */ `
  query Revenue($id: ID!) {
    campaign(id: $id) {
      id
      revenue {
        orders
        amount {
          amount
          currencyCode
        }
        byAccessCode {
          accessCodeId
          name
          orders
          amount {
            amount
            currencyCode
          }
        }
        bySecretLink {
          secretLinkId
          name
          orders
          amount {
            amount
            currencyCode
          }
        }
        byEmail {
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

type SoldByCampaign = NonNullable<NonNullable<RevenueAnswer['campaign']>['revenue']>;

/** What people of one way in bought. */
interface Share {
  key: string;
  by: string;
  orders: number;
  amount: SoldByCampaign['amount'];
}

const words = texts.revenue;

/** What the campaign sold, where the shop lets the app read its orders; else the wish to be allowed it. */
export function Revenue({ campaignId }: { campaignId: string }) {
  const { data, error, refetch } = useQuery(RevenueQuery, {
    variables: { id: campaignId },
    fetchPolicy: 'cache-and-network',
  });
  const request = scopeRequest();
  const revenue = data?.campaign?.revenue;
  // Nobody to ask, nothing to show.
  if (data && !revenue && request === null) return null;
  return (
    <TopicCard title={words.title}>
      {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
      {!error && !data && <SkeletonBodyText lines={2} />}
      {data && !revenue && request && <AskForOrders request={request} onGranted={() => void refetch()} />}
      {revenue && <Sold {...{ revenue, campaignId }} />}
    </TopicCard>
  );
}

interface AskForOrdersProps {
  request: NonNullable<ReturnType<typeof scopeRequest>>;
  onGranted(): void;
}

function AskForOrders({ request, onGranted }: AskForOrdersProps) {
  const [isAsking, setAsking] = useState(false);
  const showToast = useToast();
  const ask = async (): Promise<void> => {
    setAsking(true);
    try {
      const isGranted = await request(['read_orders']);
      showToast({ content: isGranted ? words.granted : words.declined });
      if (isGranted) onGranted();
    } catch (error) {
      showToast({ content: texts.problem[problemOf(error).kind].toast, isError: true });
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
      <Text as="p">{words.ask}</Text>
      <Text as="p" tone="subdued">
        {words.askHelp}
      </Text>
      <InlineStack>
        <Button onClick={ask} loading={isAsking}>
          {words.askAction}
        </Button>
      </InlineStack>
    </>
  );
}

const columns: [Column<Share>, ...Column<Share>[]] = [
  { title: words.columns.by, render: ({ by }) => <span className="wrapping">{by}</span> },
  { title: words.columns.orders, isNumber: true, render: ({ orders }) => formatCount(orders) },
  { title: words.columns.amount, isNumber: true, render: ({ amount }) => formatMoney(amount) },
];

const names = { singular: words.rows.one, plural: words.rows.many };

function Sold({ revenue, campaignId }: { revenue: SoldByCampaign; campaignId: string }) {
  if (revenue.orders === 0) return <Text as="p">{words.none}</Text>;
  return (
    <>
      <Text as="p" variant="headingLg" numeric>
        {formatMoney(revenue.amount)} ·{' '}
        <Link url={`/campaigns/${campaignId}/analytics/orders`}>
          {words.orders(revenue.orders, formatCount(revenue.orders))}
        </Link>
      </Text>
      <Text as="p" tone="subdued">
        {words.amountHelp}
      </Text>
      <ListTable {...{ names, columns }} rows={sharesOf(revenue)} keyOf={({ key }) => key} />
    </>
  );
}

function sharesOf({ byAccessCode, bySecretLink, byEmail }: SoldByCampaign): Share[] {
  const shares = [
    ...byAccessCode.map(({ accessCodeId, name, ...sold }) => ({
      ...{ key: accessCodeId, by: words.code(name ?? words.unnamed), ...sold },
    })),
    ...bySecretLink.map(({ secretLinkId, name, ...sold }) => ({
      ...{ key: secretLinkId, by: words.link(name ?? words.unnamed), ...sold },
    })),
    { key: 'email', by: words.email, ...byEmail },
  ];
  return shares.filter(({ orders }) => orders > 0);
}
