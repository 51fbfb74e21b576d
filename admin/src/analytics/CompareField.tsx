import { useQuery } from '@apollo/client/react';
import { graphql } from '../gql/gql.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { Select } from '../ui/polaris.ts';

const words = analyticsTexts.analytics;

/** How many campaigns are offered. */
const mostOffered = 100;

const ComparableCampaignsQuery = graphql(/* GraphQL */ `
  query ComparableCampaigns($first: Int!) {
    campaigns(first: $first) {
      nodes {
        id
        name
      }
    }
  }
`);

interface CompareFieldProps {
  campaignId: string;
  /** The other campaign's id; null: none. */
  compareWith: string | null;
  /** What the chosen one is called, be it not among the newest. */
  comparedName: string | undefined;
  onChoose(id: string | null): void;
}

/** The choice of another campaign to compare with; nothing where there is no other. */
export function CompareField({ campaignId, compareWith, comparedName, onChoose }: CompareFieldProps) {
  const { data } = useQuery(ComparableCampaignsQuery, { variables: { first: mostOffered } });
  const others = data?.campaigns.nodes.filter(({ id }) => id !== campaignId) ?? [];
  const isOffered = others.some(({ id }) => id === compareWith);
  const chosen = compareWith && !isOffered ? [{ id: compareWith, name: comparedName ?? words.compareUnknown }] : [];
  const options = [...chosen, ...others].map(({ id, name }) => ({ value: id, label: name }));
  if (options.length === 0) return null;
  return (
    <Select
      label={words.compare}
      options={[{ value: '', label: words.compareNone }, ...options]}
      value={compareWith ?? ''}
      onChange={(id) => onChoose(id || null)}
      {...(others.length >= mostOffered - 1 && { helpText: words.compareHelp(mostOffered) })}
    />
  );
}
