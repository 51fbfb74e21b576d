import { GraphQLError } from 'graphql';
import { AdminApiProblem } from '../admin-api.ts';
import type { IdTokens } from './id-tokens.ts';
import type { Installation } from './installation.ts';

/** A new shop cannot be let in, because Shopify does not answer now. */
export class ShopifyAwayError extends GraphQLError {
  readonly statusCode = 503;

  constructor() {
    super('Shopify does not answer right now. Try again in a few seconds.', {
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    });
    this.name = 'ShopifyAwayError';
  }
}

/** The merchant of Shopify's admin, known by Shopify's ID token alone: each request carries a fresh one. */
export class ShopifyMerchants {
  readonly #idTokens: IdTokens;
  readonly #installation: Installation;

  constructor(idTokens: IdTokens, installation: Installation) {
    this.#idTokens = idTokens;
    this.#installation = installation;
  }

  /** The shop's domain, and who of the shop it is; null for a token that opens nothing. A shop's first token makes it known. Throws `ShopifyAwayError`. */
  async merchantOf(token: string): Promise<{ shop: string; actor: string } | null> {
    const idToken = await this.#idTokens.read(token);
    if (idToken === null) return null;
    const isAdmitted = await this.#installation.admit(idToken).catch((fault) => Promise.reject(refusalOf(fault)));
    return isAdmitted ? { shop: idToken.shop, actor: idToken.user } : null;
  }
}

/** What passes is said so; what does not, such as wrong credentials of the app, is for the log. */
function refusalOf(fault: unknown): unknown {
  const passes = fault instanceof AdminApiProblem && ['UNREACHABLE', 'THROTTLED', 'NOT_INSTALLED'].includes(fault.kind);
  return passes ? new ShopifyAwayError() : fault;
}
