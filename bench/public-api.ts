import { Agent, request } from 'node:http';

/** What one request to the public API came back with. */
export interface PublicAnswer {
  readonly status: number;
  /** Seconds that the server asks to wait; null when it says nothing. */
  readonly retryAfter: number | null;
  readonly body: string;
}

/** A document and its variables. */
export interface PublicQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** As long as the widget waits for an answer. */
const PATIENCE_MS = 20_000;

/** As many connections as there are people: each comes with a browser of their own. */
export function crowdAgent(): Agent {
  return new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
}

/** Asks the public API at `url`; rejects when no answer came. */
export function askPublic(url: string, question: PublicQuestion, agent: Agent): Promise<PublicAnswer> {
  const body = JSON.stringify(question);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/public/graphql`,
      { method: 'POST', headers, agent, timeout: PATIENCE_MS },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const wait = Number(response.headers['retry-after'] ?? Number.NaN);
          const retryAfter = Number.isNaN(wait) ? null : wait;
          resolve({ status: response.statusCode ?? 0, retryAfter, body: Buffer.concat(chunks).toString() });
        });
      },
    );
    sent.once('timeout', () => sent.destroy(new Error('No answer came in time')));
    sent.once('error', reject);
    sent.end(body);
  });
}
