import { useEffect, useState } from 'react';
import { useSessionToken } from '../ui/bridge/SessionToken.tsx';
import { followLive, type LiveNumbers } from './live-stream.ts';

/** Where the stream stands. */
export type LiveState = 'connecting' | 'live' | 'lost' | 'refused' | 'gone';

interface Live {
  state: LiveState;
  /** The numbers of the last minute, oldest first. */
  minute: readonly LiveNumbers[];
}

const minuteMs = 60_000;

/** A campaign's numbers by the second, as long as the page is open. */
export function useLive(campaignId: string): Live {
  const getSessionToken = useSessionToken();
  const [live, setLive] = useState<Live>({ state: 'connecting', minute: [] });
  useEffect(() => {
    const leaving = new AbortController();
    const into = (state: LiveState) => setLive(({ minute }) => ({ state, minute }));
    void followLive(campaignId, {
      ...{ getSessionToken, signal: leaving.signal },
      onNumbers: (numbers) => setLive(({ minute }) => ({ state: 'live', minute: lastMinute([...minute, numbers]) })),
      onLost: () => into('lost'),
      onEnd: into,
    });
    return () => leaving.abort();
  }, [campaignId, getSessionToken]);
  return live;
}

function lastMinute(numbers: readonly LiveNumbers[]): LiveNumbers[] {
  const newest = Date.parse(numbers.at(-1)?.at ?? '');
  return numbers.filter(({ at }) => newest - Date.parse(at) <= minuteMs);
}
