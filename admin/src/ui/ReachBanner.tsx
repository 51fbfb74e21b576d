import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { problemOf } from '../problem.ts';
import { texts } from '../texts/texts.ts';
import { useSessionToken } from './bridge/SessionToken.tsx';
import { useToast } from './bridge/Toasts.tsx';
import { Banner, Text } from './polaris.ts';
import { type ReachState, reach, useReach } from './reach.ts';

/** Pauses between tries, in milliseconds: short at first, since most gaps are. */
const firstPauseMs = 2_000;
const longestPauseMs = 30_000;

/** Says above every page that the API cannot be asked, tries again by itself, and then brings all that is shown up to date. */
export function ReachBanner() {
  const state = useReach();
  useRecovery(state);
  if (state === 'reached') return null;
  const { title, body } = texts.reach[state];
  return (
    <div className="reach-banner">
      <Banner title={title} tone="warning">
        <Text as="p">{body}</Text>
      </Banner>
    </div>
  );
}

function useRecovery(state: ReachState): void {
  const client = useApolloClient();
  const getSessionToken = useSessionToken();
  const showToast = useToast();
  const isReached = state === 'reached';

  useEffect(() => {
    const note = (): void => reach.failed({ kind: 'offline' });
    window.addEventListener('offline', note);
    return () => window.removeEventListener('offline', note);
  }, []);
  useEffect(() => {
    if (isReached) return;
    const tries = tryAgainAndAgain(async () => {
      // A token is asked of the server each time: with it both a network and a session are there again.
      await getSessionToken('fresh').catch((error: unknown) => {
        reach.failed(problemOf(error));
        throw error;
      });
      reach.answered();
      await client.refetchQueries({ include: 'active' });
      showToast({ content: texts.reach.back });
    });
    window.addEventListener('online', tries.now);
    return () => {
      window.removeEventListener('online', tries.now);
      tries.end();
    };
  }, [isReached, client, getSessionToken, showToast]);
}

/** Does it until it succeeds, after longer and longer pauses; `now` waits no longer. */
function tryAgainAndAgain(attempt: () => Promise<void>): { now(): void; end(): void } {
  let pauseMs = firstPauseMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasEnded = false;
  const wait = (): void => {
    if (hasEnded) return;
    timer = setTimeout(run, pauseMs);
    pauseMs = Math.min(2 * pauseMs, longestPauseMs);
  };
  // A try that fails has been noted already; the next one follows.
  const run = (): void => void attempt().catch(wait);
  wait();
  return {
    now: () => {
      clearTimeout(timer);
      run();
    },
    end: () => {
      hasEnded = true;
      clearTimeout(timer);
    },
  };
}
