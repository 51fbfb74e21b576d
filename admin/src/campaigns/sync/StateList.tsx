import { formatCount } from '../../format.ts';
import type { Destination } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { BlockStack, Box, Button, Text } from '../../ui/polaris.ts';
import type { SyncSummary } from './campaign-sync.ts';
import { ReasonList } from './ReasonList.tsx';
import { canBeSentAgain, type StateName, stateOf, statesIn } from './sync-state.ts';
import { useSyncRetry } from './useSyncRetry.ts';

const words = texts.sync;

interface StateListProps {
  destination: Destination;
  campaignId: string;
  summary: SyncSummary;
}

/** How many people stand where, why, and the way to send again who can be. */
export function StateList({ destination, campaignId, summary }: StateListProps) {
  const { retry, isRetrying } = useSyncRetry();
  const states = statesIn(summary);
  const stuck = states.filter(({ name }) => canBeSentAgain(name)).map(({ name }) => stateOf[name]);
  const stuckReasons = summary.reasons.filter(({ state }) => stuck.some((one) => one === state));

  return (
    <BlockStack gap="300">
      <ul className="state-list">
        {states.map(({ name, count }) => (
          <li key={name}>
            <span className={`state-mark state-${name}`} aria-hidden="true" />
            <div>
              <Text as="p">
                <Text as="span" fontWeight="semibold" numeric>
                  {formatCount(count)}
                </Text>{' '}
                {name === 'onList' ? words.state.onList[destination] : words.state[name]}
              </Text>
              <StateHelp {...{ name, destination, summary }} />
              <ReasonList {...{ name, destination, campaignId }} reasons={summary.reasons} />
            </div>
          </li>
        ))}
      </ul>
      {stuckReasons.length > 1 && (
        <Box>
          <Button onClick={() => void retry({ destination, campaignId, states: stuck })} loading={isRetrying}>
            {words.sendAllAgain}
          </Button>
        </Box>
      )}
    </BlockStack>
  );
}

function StateHelp({ name, destination, summary }: Omit<StateListProps, 'campaignId'> & { name: StateName }) {
  const help = helpOf(name, destination, summary);
  if (help === undefined) return null;
  return (
    <Text as="p" tone="subdued">
      {help}
    </Text>
  );
}

function helpOf(name: StateName, to: Destination, { oldestWaitingSince }: SyncSummary): string | undefined {
  if (name === 'onList') return words.stateHelp.onList[to];
  if (name === 'awaitingConfirmation' || name === 'accepted') return words.stateHelp[name];
  if (name === 'waiting' && oldestWaitingSince) return words.waitingFor(Date.now() - Date.parse(oldestWaitingSince));
  return undefined;
}
