import { type IncomingMessage, Agent as PlainAgent, request as requestPlainly } from 'node:http';
import { request as requestSafely, Agent as SafeAgent } from 'node:https';
import { problemOf } from './vendor-answer-problem.ts';
import { type Attempt, brokenAnswer, noteSending, unanswered } from './vendor-attempt.ts';

/** One request to a vendor. */
export interface VendorRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Behind the base address, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What came back and is for the caller to judge: success, or 400, 404 and the like. */
export interface VendorAnswer {
  readonly status: number;
  /** The parsed JSON; undefined where the body was empty. */
  readonly body: unknown;
}

/** How one vendor is reached. */
export interface VendorHttpSettings {
  /** Where the vendor's paths begin, without a slash at its end. */
  readonly baseUrl: string;
  /** The vendor's words in an error's body; they are shortened and cleaned of addresses afterwards. */
  readonly explain: (body: unknown) => string;
  /** After so many milliseconds an attempt ends, whatever it is doing. */
  readonly attemptMs?: number;
  /** A longer answer is cut off and counts as broken. */
  readonly maxBytes?: number;
}

const ATTEMPT_MS = 15_000;
const MAX_BYTES = 5 * 1024 * 1024;

/** An idle connection is kept for a moment only: a vendor that closes it first would look like a fault. Milliseconds. */
const IDLE_MS = 4000;

/**
 * Speaks HTTP with one vendor: bounded in time and size, never redirected, every fault a `VendorProblem`. Node's own
 * client, because `fetch` leaves a connection open whose TLS handshake stalls.
 */
export class VendorHttp {
  readonly #settings: Required<VendorHttpSettings>;
  readonly #open: typeof requestPlainly;
  readonly #agent: PlainAgent;

  constructor(settings: VendorHttpSettings) {
    const baseUrl = settings.baseUrl.replace(/\/+$/, '');
    const isPlain = baseUrl.startsWith('http:');
    this.#settings = { attemptMs: ATTEMPT_MS, maxBytes: MAX_BYTES, ...settings, baseUrl };
    this.#open = isPlain ? requestPlainly : requestSafely;
    this.#agent = new (isPlain ? PlainAgent : SafeAgent)({ keepAlive: true, timeout: IDLE_MS });
  }

  /** Sends once. Throws for everything that is no answer to this very request: network, 401, 403, 408, 410, 429, 3xx, 5xx. */
  async send(request: VendorRequest): Promise<VendorAnswer> {
    const signal = AbortSignal.timeout(this.#settings.attemptMs);
    const attempt: Attempt = { signal, writes: request.method !== 'GET', isSent: false };
    const response = await this.#reach(request, attempt);
    const status = response.statusCode ?? 0;
    if (status >= 300 && status < 400) {
      response.destroy();
      throw brokenAnswer('The answer points elsewhere.', attempt);
    }
    const body = parse(await this.#read(response, attempt));
    const { explain } = this.#settings;
    const retryAfter = response.headers['retry-after'];
    const problem = problemOf({ status, retryAfter, body, writes: attempt.writes, explain });
    if (problem) throw problem;
    if (body === NOT_JSON && status < 300) throw brokenAnswer('The answer is no JSON.', attempt);
    return { status, body: body === NOT_JSON ? undefined : body };
  }

  #reach(request: VendorRequest, attempt: Attempt): Promise<IncomingMessage> {
    const body = request.body === undefined ? '' : JSON.stringify(request.body);
    const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const opened = this.#open(this.#settings.baseUrl + request.path, {
        method: request.method,
        headers: { ...request.headers, ...length },
        agent: this.#agent,
        signal: attempt.signal,
      });
      opened.once('socket', (socket) => noteSending(socket, attempt));
      opened.once('response', resolve);
      // Late faults of a request that was answered are the answer's, and told by its reading.
      opened.on('error', () => reject(unanswered(attempt)));
      opened.end(body);
    });
  }

  async #read(response: IncomingMessage, attempt: Attempt): Promise<string> {
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      for await (const chunk of response) {
        size += chunk.byteLength;
        // Leaving the loop destroys the stream, which closes the socket.
        if (size > this.#settings.maxBytes) break;
        chunks.push(chunk);
      }
    } catch {
      // Whatever the stream says, it says it about a cut answer; the words of the fault hold nothing more.
      throw attempt.signal.aborted ? unanswered(attempt) : brokenAnswer('The answer broke off.', attempt);
    }
    if (size > this.#settings.maxBytes) throw brokenAnswer('The answer is too long.', attempt);
    return Buffer.concat(chunks).toString('utf8');
  }
}

const NOT_JSON = Symbol('not JSON');

function parse(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}
