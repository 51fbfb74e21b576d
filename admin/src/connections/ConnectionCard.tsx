import { useState } from 'react';
import type { Destination } from '../gql/graphql.ts';
import type { SyncSummary } from '../sync/sync-summary.ts';
import { texts } from '../texts/texts.ts';
import { Badge, BlockStack, Box, Button, Card, InlineStack, Text } from '../ui/polaris.ts';
import { ConnectionActions } from './ConnectionActions.tsx';
import { ConnectionFacts } from './ConnectionFacts.tsx';
import { ConnectionSettings } from './ConnectionSettings.tsx';
import { ConnectionSync } from './ConnectionSync.tsx';
import { ConnectionTrouble } from './ConnectionTrouble.tsx';
import { type Connection, statusTone } from './connection.ts';
import { KeyDialog } from './KeyDialog.tsx';

interface ConnectionCardProps {
  destination: Destination;
  zone: string;
  /** Left out where there is none. */
  connection?: Connection;
  /** Where the sign-ups of all campaigns stand there. */
  summary?: SyncSummary;
}

const words = texts.connections;

/** One destination: the way in where it is not connected, else how it does and what is sent. */
export function ConnectionCard({ destination, zone, connection, summary }: ConnectionCardProps) {
  const [isTypingKey, setTypingKey] = useState(false);
  const status = connection?.status;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd">
              {texts.vendor[destination]}
            </Text>
            {status ? (
              <Badge tone={statusTone[status]}>{words.status[status]}</Badge>
            ) : (
              <Badge>{words.notConnected}</Badge>
            )}
          </InlineStack>
          <Text as="p" tone="subdued">
            {words.intro[destination]}
          </Text>
        </BlockStack>
        {connection && summary ? (
          <>
            <ConnectionTrouble {...{ connection, zone }} />
            <ConnectionFacts {...{ connection, zone }} />
            <ConnectionSync {...{ connection, summary }} />
            <ConnectionSettings connection={connection} />
            <ConnectionActions {...{ connection }} waiting={summary.waiting} onReplaceKey={() => setTypingKey(true)} />
          </>
        ) : (
          <Box>
            <Button onClick={() => setTypingKey(true)}>{words.connect(destination)}</Button>
          </Box>
        )}
      </BlockStack>
      {isTypingKey && (
        <KeyDialog {...{ destination }} isReplacing={connection !== undefined} onClose={() => setTypingKey(false)} />
      )}
    </Card>
  );
}
