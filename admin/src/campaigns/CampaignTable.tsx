import emptyPicture from '../assets/empty.svg';
import { formatCount, formatDay, formatHour, formatShare } from '../format.ts';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { campaignListTexts } from '../texts/campaign-list-texts.ts';
import { texts } from '../texts/texts.ts';
import type { CursorPages } from '../ui/cursor-pages.ts';
import type { Column } from '../ui/list-table.ts';
import { EmptyState, Link } from '../ui/polaris.ts';
import { SelectTable } from '../ui/SelectTable.tsx';
import { useSelection } from '../ui/selection.ts';
import { CampaignStatusBadge } from './CampaignStatusBadge.tsx';
import { type CampaignRow, CampaignTable_campaign } from './campaign-row.ts';
import { useBulkActions } from './useBulkActions.tsx';

interface CampaignTableProps {
  /** Undefined while loading. */
  campaigns: readonly FragmentType<typeof CampaignTable_campaign>[] | undefined;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null } | undefined;
  zone: string;
  pages: CursorPages;
  /** Takes away what keeps every campaign out. */
  onClear(): void;
}

const words = campaignListTexts;
const names = { singular: texts.campaigns.one, plural: texts.campaigns.many };

/** The rows of the list of campaigns with what can be done to several, or what to do when the search found none. */
export function CampaignTable({ campaigns, pageInfo, zone, pages, onClear }: CampaignTableProps) {
  const rows = campaigns && readFragment(CampaignTable_campaign, campaigns);
  const selection = useSelection(rows?.map(({ id }) => id) ?? []);
  const chosen = rows?.filter(({ id }) => selection.selected.has(id)) ?? [];
  const { actions, around } = useBulkActions(chosen, selection);
  return (
    <>
      {around}
      {rows?.length === 0 ? (
        <EmptyState
          heading={words.nothingFound}
          image={emptyPicture}
          action={{ content: words.clear, onAction: onClear }}
        >
          <p>{words.nothingFoundBody}</p>
        </EmptyState>
      ) : (
        <SelectTable
          {...{ names, rows, pages, pageInfo, selection }}
          bulkActions={actions}
          columns={columnsIn(zone)}
          keyOf={({ id }) => id}
          selectLabelOf={({ name }) => words.select(name)}
        />
      )}
    </>
  );
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
    { title: words.opens, render: ({ startsAt }) => (startsAt ? formatHour(startsAt, zone) : words.opensByHand) },
    { title: columns.views, isNumber: true, render: ({ totalViews }) => formatCount(totalViews) },
    { title: columns.signups, isNumber: true, render: ({ totalSignups }) => formatCount(totalSignups) },
    { title: columns.conversion, isNumber: true, render: ({ conversionRate: rate }) => conversion(rate) },
    { title: columns.created, isWideOnly: true, render: ({ createdAt }) => formatDay(createdAt, zone) },
  ];
}

function conversion(rate: number | null | undefined): string {
  return typeof rate === 'number' ? formatShare(rate) : texts.numbers.noConversion;
}
