import { formatCount } from '../format.ts';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import type { AnalyticsSharePartsFragment, DenialReason } from '../gql/graphql.ts';
import { texts } from '../texts.ts';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { AnalyticsShareParts, type Numbers } from './analytics.ts';

const words = texts.analytics;
const names = { singular: words.rows.one, plural: words.rows.many };

type Share = AnalyticsSharePartsFragment;

/** The numbers by where people came from, by what they came in, and by what they came with. */
export function Shares({ numbers }: { numbers: Numbers }) {
  return (
    <>
      <ShareCard
        title={words.shares.sources}
        shares={numbers.sources}
        nameOf={({ value }) => words.values[value] ?? value}
      />
      {numbers.codes.length > 0 && <ShareCard title={words.shares.codes} shares={numbers.codes} nameOf={nameOrGone} />}
      {numbers.links.length > 0 && <ShareCard title={words.shares.links} shares={numbers.links} nameOf={nameOrGone} />}
      <ShareCard
        title={words.shares.devices}
        shares={numbers.devices}
        nameOf={({ value }) => words.device[value] ?? value}
      />
      <ShareCard
        title={words.shares.countries}
        shares={numbers.countries}
        nameOf={({ value }) => value}
        none={words.noCountries}
      />
      <Denials denials={numbers.denials} />
    </>
  );
}

function nameOrGone({ name }: Share): string {
  return name ?? words.gone;
}

interface ShareCardProps {
  title: string;
  shares: readonly FragmentType<typeof AnalyticsShareParts>[];
  nameOf(share: Share): string;
  none?: string;
}

function ShareCard({ title, shares: masked, nameOf, none = words.none }: ShareCardProps) {
  const shares = masked.map((share) => readFragment(AnalyticsShareParts, share));
  const count = (title: string, of: (share: Share) => number): Column<Share> => ({
    ...{ title, isNumber: true, render: (share: Share) => formatCount(of(share)) },
  });
  const columns: [Column<Share>, ...Column<Share>[]] = [
    { title, render: (share) => <span className="wrapping">{nameOf(share)}</span> },
    count(words.names.views, ({ views }) => views),
    count(words.names.uniqueVisitors, ({ uniqueVisitors }) => uniqueVisitors),
    count(words.names.passes, ({ passes }) => passes),
    count(words.names.signups, ({ signups }) => signups),
    count(words.suspectedColumn, ({ suspected }) => suspected.views),
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

interface Denial {
  reason: DenialReason;
  count: number;
  suspected: number;
}

const denialColumns: [Column<Denial>, ...Column<Denial>[]] = [
  { title: words.reason, render: ({ reason }) => words.reasons[reason] },
  { title: words.names.attempts, isNumber: true, render: ({ count }) => formatCount(count) },
  { title: words.suspectedColumn, isNumber: true, render: ({ suspected }) => formatCount(suspected) },
];

function Denials({ denials }: { denials: readonly Denial[] }) {
  return (
    <TopicCard title={words.shares.denials}>
      {denials.length === 0 ? (
        <Text as="p">{words.none}</Text>
      ) : (
        <ListTable {...{ names }} columns={denialColumns} rows={denials} keyOf={({ reason }) => reason} />
      )}
    </TopicCard>
  );
}
