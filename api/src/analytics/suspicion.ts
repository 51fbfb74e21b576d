import type { IncomingHttpHeaders } from 'node:http';

/** Names by which crawlers, link scanners, previews and scripts call themselves; Cubot makes phones. */
const MACHINES =
  /(?<!cu)bot\b|(?<!cu)bot[/_-]|crawl|spider|slurp|scan|preview|fetch|monitor|headless|phantom|lighthouse|curl|wget|python|java\/|okhttp|go-http|libwww|httpclient|axios|undici|^node|facebookexternalhit|^whatsapp|embedly|barracuda|proofpoint|mimecast|safelinks|trendmicro|virustotal|bitdefender|symantec/i;

/** Whether a request looks like a machine's: it says so, it lacks what every browser sends, or nobody has looked yet. */
export function looksLikeMachine(headers: IncomingHttpHeaders): boolean {
  const agent = headers['user-agent'] ?? '';
  if (agent === '' || MACHINES.test(agent)) return true;
  if (!headers['accept-language']) return true;
  return isPrefetch(headers);
}

function isPrefetch(headers: IncomingHttpHeaders): boolean {
  const purpose = [headers['sec-purpose'], headers.purpose, headers['x-moz'], headers['x-purpose']].join(' ');
  return /prefetch|prerender|preview/i.test(purpose);
}

/** More views than this within the span, at one campaign with one address and browser, are no person's. */
const MOST_VIEWS = 120;
const SPAN_MS = 10_000;
const MOST_REMEMBERED = 20_000;

/** Watches in this process how fast each visitor views; it remembers ten seconds, and nothing beyond memory. */
export class ViewPace {
  #counts = new Map<string, number>();
  #since = 0;

  /** Counts a view, and says whether there were too many of them. `who` is the visitor's address and browser. */
  isAbsurd(campaignId: string, who: string, now = Date.now()): boolean {
    if (now - this.#since >= SPAN_MS || this.#counts.size >= MOST_REMEMBERED) {
      this.#counts = new Map();
      this.#since = now;
    }
    const key = `${campaignId} ${who}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count > MOST_VIEWS;
  }
}
