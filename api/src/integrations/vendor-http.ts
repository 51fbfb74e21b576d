import { cutAnswer, neverReached, problemOf } from './vendor-answer-problem.ts';
import { VendorProblem } from './vendor-problem.ts';

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

/** Speaks HTTP with one vendor: bounded in time and size, never redirected, every fault a `VendorProblem`. */
export class VendorHttp {
  readonly #settings: Required<VendorHttpSettings>;

  constructor(settings: VendorHttpSettings) {
    const baseUrl = settings.baseUrl.replace(/\/+$/, '');
    this.#settings = { attemptMs: ATTEMPT_MS, maxBytes: MAX_BYTES, ...settings, baseUrl };
  }

  /** Sends once. Throws for everything that is no answer to this very request: network, 401, 403, 408, 410, 429, 3xx, 5xx. */
  async send(request: VendorRequest): Promise<VendorAnswer> {
    const signal = AbortSignal.timeout(this.#settings.attemptMs);
    const writes = request.method !== 'GET';
    const response = await this.#reach(request, signal);
    if (isRedirect(response)) {
      await response.body?.cancel();
      throw new VendorProblem('BROKEN_ANSWER', { detail: 'The answer points elsewhere.', mayHaveApplied: writes });
    }
    const text = await this.#read(response, { signal, writes });
    const body = parse(text);
    const problem = problemOf({ response, body, writes, explain: this.#settings.explain });
    if (problem) throw problem;
    if (body === NOT_JSON && response.ok) {
      throw new VendorProblem('BROKEN_ANSWER', { detail: 'The answer is no JSON.', mayHaveApplied: writes });
    }
    return { status: response.status, body: body === NOT_JSON ? undefined : body };
  }

  async #reach(request: VendorRequest, signal: AbortSignal): Promise<Response> {
    try {
      return await fetch(this.#settings.baseUrl + request.path, {
        method: request.method,
        headers: request.headers,
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        redirect: 'manual',
        signal,
      });
    } catch (fault) {
      throw neverReached(fault, { isLate: signal.aborted, writes: request.method !== 'GET' });
    }
  }

  async #read(response: Response, call: { signal: AbortSignal; writes: boolean }): Promise<string> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    try {
      for await (const chunk of response.body ?? []) {
        size += chunk.byteLength;
        // Leaving the loop cancels the stream, which closes the socket.
        if (size > this.#settings.maxBytes) break;
        chunks.push(chunk);
      }
    } catch {
      // Whatever the stream says, it says it about a cut answer; the words of the fault hold nothing more.
      throw cutAnswer({ isLate: call.signal.aborted, writes: call.writes });
    }
    if (size <= this.#settings.maxBytes) return Buffer.concat(chunks).toString('utf8');
    throw new VendorProblem('BROKEN_ANSWER', { detail: 'The answer is too long.', mayHaveApplied: call.writes });
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

function isRedirect(response: Response): boolean {
  return response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
}
