import type { ReactNode } from 'react';
import { formatCount, formatMoment } from '../format.ts';
import type { HappeningKind } from '../gql/graphql.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import type { Column } from '../ui/list-table.ts';
import { Link } from '../ui/polaris.ts';
import type { HappeningRow } from './happening-rows.ts';
import { nameOfShare } from './share-names.ts';

const { happenings: words, analytics } = analyticsTexts;

/** Kinds that somebody did by a password, a link or an e-mail address. */
const byWay: readonly HappeningKind[] = ['ATTEMPT', 'DENIED', 'PASS', 'SIGNUP'];

interface ColumnsFor {
  kind: HappeningKind;
  zone: string;
  /** Whether the rows are of several campaigns. */
  isOfShop: boolean;
}

/** The columns that say something of rows of this kind. */
export function happeningColumns({
  kind,
  zone,
  isOfShop,
}: ColumnsFor): [Column<HappeningRow>, ...Column<HappeningRow>[]] {
  const { columns } = words;
  return [
    { title: columns.at, render: ({ at }) => formatMoment(at, zone) },
    { title: columns.count, isNumber: true, render: ({ count }) => formatCount(count) },
    ...(isOfShop ? [{ title: columns.campaign, render: campaignOf }] : []),
    ...(kind === 'ATTEMPT' ? [{ title: columns.outcome, render: outcomeOf }] : []),
    ...(kind === 'DENIED' ? [{ title: columns.why, render: reasonOf }] : []),
    ...(byWay.includes(kind) ? [{ title: columns.way, render: wayOf }] : []),
    { title: columns.source, render: (row) => wrapped(nameOfShare('SOURCE', { value: row.source })) },
    { title: columns.device, render: ({ device }) => nameOfShare('DEVICE', { value: device }) },
    {
      title: columns.country,
      render: ({ country }) => (country ? nameOfShare('COUNTRY', { value: country }) : words.unknown),
    },
  ];
}

function campaignOf({ campaignId, campaignName }: HappeningRow) {
  return wrapped(<Link url={`/campaigns/${campaignId}`}>{campaignName}</Link>);
}

function outcomeOf(row: HappeningRow): string {
  if (!row.outcome) return words.unknown;
  const outcome = words.outcomes[row.outcome];
  return row.reason ? words.refusedFor(outcome, analytics.reasons[row.reason]) : outcome;
}

function reasonOf({ reason }: HappeningRow): string {
  return reason ? analytics.reasons[reason] : words.unknown;
}

function wayOf({ way, credentialName }: HappeningRow) {
  if (!way) return words.unknown;
  return credentialName ? wrapped(words.wayBy(words.ways[way], credentialName)) : words.ways[way];
}

function wrapped(text: ReactNode) {
  return <span className="wrapping">{text}</span>;
}
