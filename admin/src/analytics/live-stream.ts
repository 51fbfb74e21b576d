import type { GetSessionToken } from '../ui/bridge/session.ts';

/** A campaign's numbers at an instant, as the API streams them. */
export interface LiveNumbers {
  at: string;
  status: string;
  isActive: boolean;
  isOpenToAll: boolean;
  endsAt: string | null;
  placesLeft: number | null;
  inAll: SpanNumbers;
  lastDay: SpanNumbers;
  /** Views, tries, passes and sign-ups alone. */
  lastMinute: SpanNumbers;
}

/** What happened in a span of time; what looks like a machine's doing stands apart. */
export interface SpanNumbers extends Record<LiveCount, number> {
  suspected: Record<LiveCount, number>;
}

type LiveCount = 'views' | 'uniqueVisitors' | 'attempts' | 'denied' | 'passes' | 'signups' | 'sentToCart';

/** What the page is told. */
export interface LiveListener {
  onNumbers(numbers: LiveNumbers): void;
  /** The stream broke off; it is opened again by itself. */
  onLost(): void;
  /** It was refused, or its campaign is gone: nothing more will come. */
  onEnd(why: 'refused' | 'gone'): void;
}

const shortestPauseMs = 1_000;
const longestPauseMs = 15_000;

/**
 * Follows a campaign's live numbers until `signal` is aborted. It goes by `fetch`, since an `EventSource` cannot send the merchant's
 * token. A stream ends with its token, which is no loss: the next one begins at once with a fresh one.
 */
export async function followLive(
  campaignId: string,
  { getSessionToken, signal, ...listener }: LiveListener & { getSessionToken: GetSessionToken; signal: AbortSignal },
): Promise<void> {
  let pauseMs = shortestPauseMs;
  let need: 'fresh' | undefined;
  while (!signal.aborted) {
    const end = await followOnce(campaignId, { token: () => getSessionToken(need), signal, listener });
    if (signal.aborted) return;
    if (end === 'refused' || end === 'gone') return listener.onEnd(end);
    need = end === 'unauthenticated' ? 'fresh' : undefined;
    if (end === 'over') {
      pauseMs = shortestPauseMs;
      continue;
    }
    listener.onLost();
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }
}

interface Following {
  token(): Promise<string>;
  signal: AbortSignal;
  listener: LiveListener;
}

/** `over`: it came to its end after numbers had come. */
type End = 'over' | 'lost' | 'refused' | 'gone' | 'unauthenticated';

async function followOnce(campaignId: string, { token, signal, listener }: Following): Promise<End> {
  let hasCome = false;
  try {
    const headers = { authorization: `Bearer ${await token()}` };
    const response = await fetch(`/admin/campaigns/${campaignId}/live`, { headers, signal });
    if (response.status === 401) return 'unauthenticated';
    if ([403, 404, 429].includes(response.status)) return response.status === 404 ? 'gone' : 'refused';
    if (!response.ok || !response.body) return 'lost';
    for await (const { name, data } of eventsOf(response.body)) {
      if (name === 'gone') return 'gone';
      hasCome = true;
      listener.onNumbers(JSON.parse(data) as LiveNumbers);
    }
  } catch {
    // Whatever broke it off, the page says that it was lost, and it is opened again.
    return 'lost';
  }
  return hasCome ? 'over' : 'lost';
}

/** The events of a stream; lines that begin with a colon only keep it alive. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<{ name: string; data: string }> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const blocks = (text + read.value).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, name = '', data = ''] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
      if (name !== '') yield { name, data };
    }
  }
}
