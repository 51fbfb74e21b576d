import { useEffect, useState } from 'react';
import { useSessionToken } from '../ui/bridge/SessionToken.tsx';
import { followLive, type LiveNumbers } from './live-stream.ts';

/** Where the stream stands. */
export type LiveState = 'connecting' | 'live' | 'lost' | 'refused' | 'gone';

interface Live {
  state: LiveState;
  /** The last numbers that came. */
  now: LiveNumbers | undefined;
}

/** A campaign's numbers by the second, as long as the page is open. */
export function useLive(campaignId: string): Live {
  const getSessionToken = useSessionToken();
  const [live, setLive] = useState<Live>({ state: 'connecting', now: undefined });
  useEffect(() => {
    const leaving = new AbortController();
    const into = (state: LiveState) => setLive(({ now }) => ({ state, now }));
    void followLive(campaignId, {
      ...{ getSessionToken, signal: leaving.signal },
      onNumbers: (now) => setLive({ state: 'live', now }),
      onLost: () => into('lost'),
      onEnd: into,
    });
    return () => leaving.abort();
  }, [campaignId, getSessionToken]);
  return live;
}
