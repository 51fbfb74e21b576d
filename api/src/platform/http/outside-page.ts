import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as requestPlainly } from 'node:http';
import { request as requestSafely } from 'node:https';
import { isIP, isIPv4 } from 'node:net';
import { codeOf } from '../error-code.ts';
import { isPublicAddress } from './public-address.ts';

/** Why a page of somebody's could not be read. */
export type OutsideReason =
  /** Not the address of a page, or one with a user's name in it. */
  | 'NO_ADDRESS'
  | 'NOT_HTTPS'
  /** Nothing public is there: no such name, another port, or an address inside somebody's walls. It is not told which. */
  | 'NOT_PUBLIC'
  | 'UNREACHABLE'
  | 'BAD_CERTIFICATE'
  | 'TOO_SLOW'
  | 'TOO_MANY_REDIRECTS'
  /** Compressed although we asked for it plain. */
  | 'UNREADABLE';

/** A page of somebody's could not be read. */
export class OutsideProblem extends Error {
  readonly reason: OutsideReason;

  constructor(reason: OutsideReason, options?: ErrorOptions) {
    super(`The page could not be read: ${reason}.`, options);
    this.reason = reason;
  }
}

/** What came back, redirects followed. The body of what is no HTML, or an error, is not read. */
export interface OutsidePage {
  readonly url: URL;
  readonly isRedirected: boolean;
  readonly status: number;
  readonly contentType: string;
  /** The headers `Content-Security-Policy`, in one text as Node.js joins them. */
  readonly contentSecurityPolicy: string;
  readonly body: string;
  /** Whether the body was read to its end. */
  readonly isWhole: boolean;
}

/** How pages are asked for; times in milliseconds. */
export interface OutsideRules {
  /** The one origin inside our walls that may be asked, by who names it outright; null: none. */
  readonly ownOrigin: string | null;
  readonly withinMs?: number;
  readonly mostBytes?: number;
  /** Which addresses a host name has; the system's own look-up unless another is named. */
  readonly addressesOf?: (host: string) => Promise<readonly string[]>;
}

const WITHIN_MS = 5_000;
const MOST_BYTES = 1_048_576;
const MOST_REDIRECTS = 3;
const LONGEST_ADDRESS = 2_048;
const REDIRECTS = [301, 302, 303, 307, 308];
const HEADERS = {
  ...{ 'user-agent': 'VIP-Early-Access-Pass (installation test)', accept: 'text/html' },
  // Uncompressed, so that a megabyte that comes is a megabyte that is read.
  'accept-encoding': 'identity',
};

/**
 * Reads a page that somebody names, without being led inside our own walls: by https, at the ports of the web, at public addresses alone.
 * A name is looked up once, and the address that was looked at is the one that is dialled; each redirect is looked at like the first
 * address. Sends no cookies. Throws `OutsideProblem`.
 */
export async function readOutsidePage(typed: string, rules: OutsideRules): Promise<OutsidePage> {
  const signal = AbortSignal.timeout(rules.withinMs ?? WITHIN_MS);
  let url = addressOf(typed);
  const mayStayInside = url.origin === rules.ownOrigin;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const isInside = mayStayInside && url.origin === rules.ownOrigin;
    const host = isInside ? hostOf(url) : await publicAddressOf(url, rules, signal);
    const response = await ask(url, host, signal);
    const next = REDIRECTS.includes(response.statusCode ?? 0) ? response.headers.location : undefined;
    if (next === undefined) return read({ url, isRedirected: redirects > 0 }, response, { ...rules, signal });
    response.destroy();
    if (!URL.canParse(next, url.href)) throw new OutsideProblem('UNREACHABLE');
    url = new URL(next, url);
  }
  throw new OutsideProblem('TOO_MANY_REDIRECTS');
}

/** An address as people type it, with or without `https://`. */
function addressOf(typed: string): URL {
  const text = typed.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || whole.length > LONGEST_ADDRESS || !URL.canParse(whole)) throw new OutsideProblem('NO_ADDRESS');
  return new URL(whole);
}

/** The one address of the host that is dialled. */
async function publicAddressOf(url: URL, { addressesOf = lookUp }: OutsideRules, signal: AbortSignal): Promise<string> {
  if (url.username !== '' || url.password !== '') throw new OutsideProblem('NO_ADDRESS');
  if (url.protocol !== 'https:') throw new OutsideProblem('NOT_HTTPS');
  if (!['', '80'].includes(url.port)) throw new OutsideProblem('NOT_PUBLIC');
  const host = hostOf(url);
  const addresses = isIP(host) ? [host] : await inTime(addressesOf(host), signal);
  // A name with one address inside is not half public: whoever made it so wants us inside.
  if (addresses.length === 0 || !addresses.every(isPublicAddress)) throw new OutsideProblem('NOT_PUBLIC');
  return addresses.find(isIPv4) ?? addresses[0] ?? host;
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

async function lookUp(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, verbatim: true }).catch((cause: unknown) => {
    throw new OutsideProblem('NOT_PUBLIC', { cause });
  });
  return found.map(({ address }) => address);
}

/** A look-up cannot be broken off; nobody waits for it longer than this. */
async function inTime<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const end = () => late.reject(new OutsideProblem('TOO_SLOW'));
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** Dials `host`, which is an address, and speaks with the server there as the one that the URL names. */
function ask(url: URL, host: string, signal: AbortSignal): Promise<IncomingMessage> {
  const isSafe = url.protocol === 'https:';
  const name = hostOf(url);
  const options = {
    ...{ host, port: url.port || (isSafe ? 443 : 80), path: `${url.pathname}${url.search}`, signal },
    // A connection of its own, that nobody else's question goes over.
    ...{ headers: { ...HEADERS, host: url.host }, agent: false },
    ...(isSafe ? { servername: isIP(name) ? '' : name } : {}),
  };
  const open: typeof requestPlainly = isSafe ? requestSafely : requestPlainly;
  return new Promise((resolve, reject) => {
    const asked = open(options, resolve);
    asked.on('error', (cause) => reject(new OutsideProblem(reasonOf(cause, signal), { cause })));
    asked.end();
  });
}

function reasonOf(fault: Error, signal: AbortSignal): OutsideReason {
  if (signal.aborted) return 'TOO_SLOW';
  return /CERT|SIGNATURE|ALTNAME/.test(codeOf(fault)) ? 'BAD_CERTIFICATE' : 'UNREACHABLE';
}

interface Place {
  readonly url: URL;
  readonly isRedirected: boolean;
}

async function read(
  place: Place,
  response: IncomingMessage,
  { mostBytes = MOST_BYTES, signal }: OutsideRules & { readonly signal: AbortSignal },
): Promise<OutsidePage> {
  const { statusCode: status = 0, headers } = response;
  const contentType = headers['content-type'] ?? '';
  const policy = headers['content-security-policy'] ?? '';
  const page = { ...place, status, contentType, contentSecurityPolicy: [policy].flat().join(', ') };
  if (status >= 400 || !/^\s*(text\/html|application\/xhtml\+xml)\b/i.test(contentType)) {
    response.destroy();
    return { ...page, body: '', isWhole: false };
  }
  if (!['', 'identity'].includes(headers['content-encoding']?.toLowerCase() ?? '')) {
    response.destroy();
    throw new OutsideProblem('UNREADABLE');
  }
  return { ...page, ...(await bodyOf(response, mostBytes, signal)) };
}

/** The beginning of a body: what is longer is cut off, and the connection with it. */
async function bodyOf(response: IncomingMessage, mostBytes: number, signal: AbortSignal) {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.byteLength;
      // Leaving the loop destroys the stream, which closes the socket.
      if (size > mostBytes) break;
    }
  } catch (cause) {
    throw new OutsideProblem(signal.aborted ? 'TOO_SLOW' : 'UNREACHABLE', { cause });
  }
  return { body: Buffer.concat(chunks).subarray(0, mostBytes).toString('utf8'), isWhole: size <= mostBytes };
}
