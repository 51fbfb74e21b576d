import { formatCount } from '../format.ts';
import type { Destination } from '../gql/graphql.ts';
import { texts } from '../texts/texts.ts';
import { BlockStack, Box, Button, Text } from '../ui/polaris.ts';
import { ReasonList, type Retry } from './ReasonList.tsx';
import { canBeSentAgain, type StateName, stateOf, statesIn } from './sync-state.ts';
import type { SyncSummary } from './sync-summary.ts';

const words = texts.sync;

interface StateListProps {
  destination: Destination;
  summary: SyncSummary;
  retry: Retry;
}

/** How many people stand where, why, and the way to send again who can be. */
export function StateList({ destination, summary, retry }: StateListProps) {
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
              <ReasonList {...{ name, destination, retry }} reasons={summary.reasons} />
            </div>
          </li>
        ))}
      </ul>
      {stuckReasons.length > 1 && (
        <Box>
          <Button onClick={() => retry.run({ states: stuck })} loading={retry.isRunning}>
            {words.sendAllAgain}
          </Button>
        </Box>
      )}
    </BlockStack>
  );
}

function StateHelp({ name, destination, summary }: Omit<StateListProps, 'retry'> & { name: StateName }) {
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
