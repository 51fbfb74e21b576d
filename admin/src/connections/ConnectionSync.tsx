import { formatCount } from '../format.ts';
import { StateBar } from '../sync/StateBar.tsx';
import { StateList } from '../sync/StateList.tsx';
import type { SyncSummary } from '../sync/sync-summary.ts';
import { useSyncRetry } from '../sync/useSyncRetry.ts';
import { people } from '../texts/gate-texts.ts';
import { texts } from '../texts/texts.ts';
import { BlockStack, Box, Button, Text } from '../ui/polaris.ts';
import type { Connection } from './connection.ts';

const words = texts.connections;

/** Where the sign-ups of all campaigns stand at one destination, and who is still to be removed there. */
export function ConnectionSync({ connection, summary }: { connection: Connection; summary: SyncSummary }) {
  const { destination, removalsWaiting, removalsParked, removalsDetail } = connection;
  const { retry, isRetrying } = useSyncRetry(['Connections']);
  const run = (wish: object) => void retry({ destination, ...wish });
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {words.allCampaigns}
      </Text>
      {summary.total === 0 && <Text as="p">{texts.sync.nothing}</Text>}
      {summary.total > 0 && (
        <>
          <StateBar summary={summary} />
          <StateList {...{ destination, summary }} retry={{ run, isRunning: isRetrying }} />
        </>
      )}
      {removalsWaiting > 0 && <Text as="p">{words.removals(destination, inWords(removalsWaiting))}</Text>}
      {removalsParked > 0 && (
        <>
          <Text as="p">{words.removalsParked(destination, inWords(removalsParked))}</Text>
          {removalsDetail && <Text as="p">{words.removalsDetail(destination, removalsDetail)}</Text>}
          <Box>
            <Button onClick={() => run({ states: ['PARKED'] })} loading={isRetrying}>
              {words.askAgain}
            </Button>
          </Box>
        </>
      )}
    </BlockStack>
  );
}

const inWords = (count: number): string => people(count, formatCount(count));
