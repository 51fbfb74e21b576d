import emptyPicture from '../assets/empty.svg';
import { formatCount, formatDay, formatShare } from '../format.ts';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import type { CampaignTable_CampaignFragment as CampaignRow } from '../gql/graphql.ts';
import { texts } from '../texts.ts';
import type { CursorPages } from '../ui/cursor-pages.ts';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { EmptyState, Link } from '../ui/polaris.ts';
import { CampaignStatusBadge } from './CampaignStatusBadge.tsx';

const CampaignTable_campaign = graphql(/* GraphQL */ `
  fragment CampaignTable_campaign on EarlyAccessCampaign {
    id
    name
    status
    accessType
    totalViews
    totalSignups
    conversionRate
    createdAt
  }
`);

interface CampaignTableProps {
  /** Undefined while loading. */
  campaigns: readonly FragmentType<typeof CampaignTable_campaign>[] | undefined;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null } | undefined;
  zone: string;
  pages: CursorPages;
  onClearSearch(): void;
}

const names = { singular: texts.campaigns.one, plural: texts.campaigns.many };

/** The rows of the list of campaigns, or what to do when the search found none. */
export function CampaignTable({ campaigns, pageInfo, zone, pages, onClearSearch }: CampaignTableProps) {
  const rows = campaigns && readFragment(CampaignTable_campaign, campaigns);
  if (rows?.length === 0) {
    const clear = { content: texts.campaigns.clearSearch, onAction: onClearSearch };
    return (
      <EmptyState heading={texts.campaigns.nothingFound} image={emptyPicture} action={clear}>
        <p>{texts.campaigns.nothingFoundBody}</p>
      </EmptyState>
    );
  }
  return <ListTable {...{ names, rows, pages, pageInfo }} columns={columnsIn(zone)} keyOf={({ id }) => id} />;
}

function columnsIn(zone: string): [Column<CampaignRow>, ...Column<CampaignRow>[]] {
  const { columns } = texts.campaigns;
  return [
    {
      title: columns.name,
      render: ({ id, name }) => (
        <Link url={`/campaigns/${id}`} dataPrimaryLink monochrome>
          {name}
        </Link>
      ),
    },
    { title: columns.status, render: ({ status }) => <CampaignStatusBadge status={status} /> },
    { title: columns.accessType, render: ({ accessType }) => texts.accessType[accessType].name },
    { title: columns.views, isNumber: true, render: ({ totalViews }) => formatCount(totalViews) },
    { title: columns.signups, isNumber: true, render: ({ totalSignups }) => formatCount(totalSignups) },
    { title: columns.conversion, isNumber: true, render: ({ conversionRate: rate }) => conversion(rate) },
    { title: columns.created, render: ({ createdAt }) => formatDay(createdAt, zone) },
  ];
}

function conversion(rate: number | null | undefined): string {
  return typeof rate === 'number' ? formatShare(rate) : texts.numbers.noConversion;
}
