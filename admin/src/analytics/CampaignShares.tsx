import { analyticsTexts } from '../analytics-texts.ts';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import type { AnalyticsSharePartsFragment } from '../gql/graphql.ts';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { Link } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { AnalyticsShareParts } from './analytics.ts';
import { textOf } from './measure.ts';

const words = analyticsTexts.analytics;
const names = { singular: words.rows.one, plural: words.rows.many };
const shown = ['views', 'uniqueVisitors', 'attempts', 'passes', 'signups', 'conversionRate'] as const;

type Share = AnalyticsSharePartsFragment;

interface CampaignSharesProps {
  campaigns: readonly FragmentType<typeof AnalyticsShareParts>[];
  /** As it stands in the address: a campaign opens with the same one. */
  range: string;
}

/** A shop's numbers by campaign, each of which opens; nothing at a campaign itself. */
export function CampaignShares({ campaigns: masked, range }: CampaignSharesProps) {
  const campaigns = masked.map((campaign) => readFragment(AnalyticsShareParts, campaign));
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
    ...shown.map((measure) => ({
      ...{ title: words.names[measure], isNumber: true },
      render: (share: Share) => textOf<(typeof shown)[number]>(share, measure),
    })),
  ];
  return (
    <TopicCard title={words.shares.campaigns}>
      <ListTable {...{ names, columns }} rows={campaigns} keyOf={({ value }) => value} />
    </TopicCard>
  );
}
