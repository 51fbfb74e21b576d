import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import type { AnalyticsSharePartsFragment, DenialReason, HappeningDimension } from '../gql/graphql.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { AnalyticsShareParts, type Count, type Numbers } from './analytics.ts';
import { kindOf, writeNumber } from './measure.ts';
import { NumberLink } from './NumberLink.tsx';
import type { RowsLink } from './rows-link.ts';
import { nameOfShare } from './share-names.ts';

const words = analyticsTexts.analytics;
const names = { singular: words.rows.one, plural: words.rows.many };

type Share = AnalyticsSharePartsFragment;
type MaskedShare = FragmentType<typeof AnalyticsShareParts>;
/** What a share tells of everything that is counted. */
type SharedCount = Extract<Count, keyof Share>;

const ofVisitors = ['views', 'uniqueVisitors', 'attempts', 'passes', 'signups'] as const;
/** Nobody is known by a code or link before they try it. */
const ofTries = ['attempts', 'passes', 'denied'] as const;

interface SharesProps {
  numbers: Numbers;
  /** Whether they are of several campaigns, so that a code or link says of which it is. */
  isOfShop: boolean;
  rowsLink: RowsLink;
}

/** The numbers by where people came from, by what they came in, and by what they came with. */
export function Shares({ numbers, isOfShop, rowsLink }: SharesProps) {
  const { sources, codes, links, devices, countries } = numbers;
  const { shares: titles } = words;
  return (
    <>
      <ShareCard dimension="SOURCE" title={titles.sources} shares={sources} {...{ rowsLink }} />
      {codes.length > 0 && (
        <ShareCard dimension="CODE" title={titles.codes} shares={codes} {...{ isOfShop, rowsLink }} />
      )}
      {links.length > 0 && (
        <ShareCard dimension="LINK" title={titles.links} shares={links} {...{ isOfShop, rowsLink }} />
      )}
      <ShareCard dimension="DEVICE" title={titles.devices} shares={devices} {...{ rowsLink }} />
      <ShareCard
        dimension="COUNTRY"
        title={titles.countries}
        shares={countries}
        {...{ rowsLink }}
        none={words.noCountries}
      />
      <Denials denials={numbers.denials} {...{ rowsLink }} />
    </>
  );
}

interface ShareCardProps {
  dimension: HappeningDimension;
  title: string;
  shares: readonly MaskedShare[];
  isOfShop?: boolean;
  rowsLink: RowsLink;
  none?: string;
}

function ShareCard(props: ShareCardProps) {
  const { dimension, title, shares: masked, isOfShop = false, rowsLink, none = words.none } = props;
  const shares = masked.map((share) => readFragment(AnalyticsShareParts, share));
  const nameOf = ({ campaignName, ...share }: Share): string =>
    nameOfShare(dimension, isOfShop ? { ...share, campaignName } : share);
  const isByCredential = dimension === 'CODE' || dimension === 'LINK';
  const counts: readonly SharedCount[] = isByCredential ? ofTries : ofVisitors;
  const suspected = isByCredential ? 'attempts' : 'views';
  const rowsOf = (count: Count, { value }: Share) => ({ kind: kindOf[count], share: { dimension, value } });
  const columns: [Column<Share>, ...Column<Share>[]] = [
    { title, render: (share) => <span className="wrapping">{nameOf(share)}</span> },
    ...counts.map((count) => ({
      ...{ title: words.names[count], isNumber: true },
      render: (share: Share) => (
        <NumberLink count={share[count]} what={words.names[count]} to={rowsLink(rowsOf(count, share))} />
      ),
    })),
    ...(isByCredential ? [] : [conversion]),
    {
      ...{ title: words.suspectedColumn, isNumber: true },
      render: (share) => (
        <NumberLink
          count={share.suspected[suspected]}
          what={words.suspectedColumn}
          to={rowsLink({ ...rowsOf(suspected, share), isSuspected: true })}
        />
      ),
    },
  ];
  return (
    <TopicCard title={title}>
      {shares.length === 0 ? (
        <Text as="p">{none}</Text>
      ) : (
        <ListTable {...{ names, columns }} rows={shares} keyOf={({ value }) => value} />
      )}
    </TopicCard>
  );
}

const conversion: Column<Share> = {
  ...{ title: words.names.conversionRate, isNumber: true },
  render: ({ conversionRate }) => writeNumber('conversionRate', conversionRate),
};

interface Denial {
  reason: DenialReason;
  count: number;
  suspected: number;
}

function Denials({ denials, rowsLink }: { denials: readonly Denial[]; rowsLink: RowsLink }) {
  const rowsOf = ({ reason }: Denial) => ({
    kind: kindOf.denied,
    share: { dimension: 'REASON' as const, value: reason },
  });
  const columns: [Column<Denial>, ...Column<Denial>[]] = [
    { title: words.reason, render: ({ reason }) => words.reasons[reason] },
    {
      ...{ title: words.names.attempts, isNumber: true },
      render: (denial) => <NumberLink count={denial.count} what={words.names.attempts} to={rowsLink(rowsOf(denial))} />,
    },
    {
      ...{ title: words.suspectedColumn, isNumber: true },
      render: (denial) => (
        <NumberLink
          count={denial.suspected}
          what={words.suspectedColumn}
          to={rowsLink({ ...rowsOf(denial), isSuspected: true })}
        />
      ),
    },
  ];
  return (
    <TopicCard title={words.shares.denials}>
      {denials.length === 0 ? (
        <Text as="p">{words.none}</Text>
      ) : (
        <ListTable {...{ names, columns }} rows={denials} keyOf={({ reason }) => reason} />
      )}
    </TopicCard>
  );
}
