import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Seal } from '../platform/seal.ts';
import { uuidFrom } from '../platform/uuid.ts';

/** A page that was left open for longer is sent once more. */
const LONGEST_OPEN_MS = 12 * 60 * 60 * 1000;
/** Clocks of two processes differ by less. */
const CLOCK_DIFFERENCE_MS = 60_000;
const TOKEN_BYTES = 16;
/** Two pages of the same millisecond have different tokens: by its token a form is known when it is posted twice. */
const NONCE_BYTES = 8;

/** Signs the forms of hosted pages, so that only a form we gave out for this very link is taken. No cookie is needed for it. */
export class FormTokens {
  readonly #seal: Seal;

  constructor(seal: Seal) {
    this.#seal = seal;
  }

  /** A token for the forms of the page behind this secret. */
  make(secret: string, now = Date.now()): string {
    const issued = `${now.toString(36)}-${randomBytes(NONCE_BYTES).toString('hex')}`;
    return `${issued}.${this.#signature(secret, issued).toString('base64url')}`;
  }

  /** Whether we made this token for this secret, not too long ago. */
  isGood(token: string, secret: string, now = Date.now()): boolean {
    const [issued = '', signature = ''] = token.split('.');
    const age = now - Number.parseInt(issued, 36);
    if (!(age >= -CLOCK_DIFFERENCE_MS && age < LONGEST_OPEN_MS)) return false;
    const given = Buffer.from(signature, 'base64url');
    return given.length === TOKEN_BYTES && timingSafeEqual(given, this.#signature(secret, issued));
  }

  #signature(secret: string, issued: string): Buffer {
    return Buffer.from(this.#seal.digest('hosted-page-form', `${issued} ${secret}`)).subarray(0, TOKEN_BYTES);
  }
}

/** The gate's key for what a form does: the same form is the same act, also when it is sent again or to another process. */
export function attemptOf(token: string): string {
  return uuidFrom(createHash('sha256').update(token).digest());
}

/**
 * Whether another site's page sent this. Browsers tell by `Sec-Fetch-Site`; older ones by `Origin`, which a page without
 * referrer sends as `null`: then only the token speaks.
 */
export function isFromElsewhere({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  return origin !== undefined && origin !== 'null' && origin !== `http://${host}` && origin !== `https://${host}`;
}
