import { useQuery } from '@apollo/client/react';
import { readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import type { Destination } from '../gql/graphql.ts';
import { problemOf } from '../problem.ts';
import { SyncSummary_summary } from '../sync/sync-summary.ts';
import { texts } from '../texts/texts.ts';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { BlockStack, SkeletonBodyText } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { ConnectionCard } from './ConnectionCard.tsx';
import { Connection_connection } from './connection.ts';

const ConnectionsQuery = graphql(/* GraphQL */ `
  query Connections {
    connections {
      ...Connection_connection
      sync {
        ...SyncSummary_summary
      }
    }
  }
`);

const destinations = Object.keys(texts.vendor) as Destination[];

/** What is asked again by itself, so that a page left open tells of a pause. */
const lookAgainMs = 15_000;

/** The shop's connections, one card each, connected or not. */
export function Connections({ zone }: { zone: string }) {
  const { data, error, refetch } = useQuery(ConnectionsQuery, {
    fetchPolicy: 'cache-and-network',
    pollInterval: lookAgainMs,
    skipPollAttempt: () => document.hidden,
  });
  const connections = data?.connections.map(({ sync, ...masked }) => ({
    connection: readFragment(Connection_connection, masked),
    summary: readFragment(SyncSummary_summary, sync),
  }));
  return (
    <BlockStack gap="400">
      {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
      {(connections ?? !error) &&
        destinations.map((destination) => {
          if (!connections) return <WaitingCard key={destination} destination={destination} />;
          const found = connections.find(({ connection }) => connection.destination === destination);
          return <ConnectionCard key={destination} {...{ destination, zone }} {...found} />;
        })}
    </BlockStack>
  );
}

function WaitingCard({ destination }: { destination: Destination }) {
  return (
    <TopicCard title={texts.vendor[destination]}>
      <SkeletonBodyText lines={3} />
    </TopicCard>
  );
}
