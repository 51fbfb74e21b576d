import { useQuery } from '@apollo/client/react';
import { readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts/texts.ts';
import { BlockStack } from '../ui/polaris.ts';
import { ConnectionTrouble } from './ConnectionTrouble.tsx';
import { Connection_connection } from './connection.ts';

const ConnectionAlertsQuery = graphql(/* GraphQL */ `
  query ConnectionAlerts {
    connections {
      ...Connection_connection
    }
  }
`);

/** Tells of connections that send nothing until somebody acts, wherever a merchant comes first; nothing while all is well. */
export function ConnectionAlerts({ zone }: { zone: string }) {
  // What keeps it from being read is told where connections are shown.
  const { data } = useQuery(ConnectionAlertsQuery, { fetchPolicy: 'cache-and-network' });
  const stopped = data?.connections
    .map((masked) => readFragment(Connection_connection, masked))
    // What is held is held everywhere: once is enough.
    .filter(({ status }, position) => status === 'PAUSED' || (status === 'HELD' && position === 0));
  if (!stopped || stopped.length === 0) return null;
  const action = { content: texts.sync.toSettings, url: '/settings' };
  return (
    <BlockStack gap="400">
      {stopped.map((connection) => (
        <ConnectionTrouble key={connection.id} {...{ connection, zone, action }} />
      ))}
    </BlockStack>
  );
}
