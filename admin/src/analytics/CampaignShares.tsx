import { readFragment } from '../gql/fragment-masking.ts';
import type { AnalyticsSharePartsFragment } from '../gql/graphql.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { Link } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { AnalyticsShareParts, type Numbers } from './analytics.ts';
import { kindOf, writeNumber } from './measure.ts';
import { NumberLink } from './NumberLink.tsx';
import { rowsAddress } from './rows-address.ts';

const words = analyticsTexts.analytics;
const names = { singular: words.rows.one, plural: words.rows.many };
const shown = ['views', 'uniqueVisitors', 'attempts', 'passes', 'signups'] as const;

type Share = AnalyticsSharePartsFragment;

interface CampaignSharesProps {
  numbers: Numbers;
  /** As it stands in the address: a campaign opens with the same one. */
  range: string;
}

/** A shop's numbers by campaign, each of which opens; nothing at a campaign itself. */
export function CampaignShares({ numbers, range }: CampaignSharesProps) {
  const { from, to } = numbers;
  const campaigns = numbers.campaigns.map((campaign) => readFragment(AnalyticsShareParts, campaign));
  if (campaigns.length === 0) return null;
  const columns: [Column<Share>, ...Column<Share>[]] = [
    {
      title: words.shares.campaigns,
      render: ({ value, name }) => (
        <span className="wrapping">
          <Link url={`/campaigns/${value}/analytics?${new URLSearchParams({ range })}`}>{name}</Link>
        </span>
      ),
    },
    ...shown.map((count) => ({
      ...{ title: words.names[count], isNumber: true },
      render: ({ value, [count]: number }: Share) => (
        <NumberLink
          count={number}
          what={words.names[count]}
          to={rowsAddress(`/campaigns/${value}/analytics`, range, { kind: kindOf[count], from, to })}
        />
      ),
    })),
    {
      ...{ title: words.names.conversionRate, isNumber: true },
      render: ({ conversionRate }) => writeNumber('conversionRate', conversionRate),
    },
  ];
  return (
    <TopicCard title={words.shares.campaigns}>
      <ListTable {...{ names, columns }} rows={campaigns} keyOf={({ value }) => value} />
    </TopicCard>
  );
}
