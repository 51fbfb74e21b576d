import { isShopDomain } from '../shop-domain.ts';
import type { Shopify, ShopifyLibrary } from '../shopify-library.ts';

/** An ID token that is genuine and good now. */
export interface IdToken {
  /** The shop's domain. */
  readonly shop: string;
  /** Whose it is: `Shopify user 42`, by Shopify's number of the person. */
  readonly user: string;
  /** By Shopify's clock, to the second. */
  readonly issuedAt: Date;
  /** The JWT itself: to be exchanged, and never logged or passed on. */
  readonly token: string;
  /** The library with the secret that signed it. */
  readonly signer: ShopifyLibrary;
}

type Claims = Awaited<ReturnType<ShopifyLibrary['session']['decodeSessionToken']>>;

/**
 * Shopify's ID tokens, formerly session tokens: HS256 with the app's secret, good for a minute. App Bridge sends one as the bearer of
 * every request, and Shopify's admin one as `id_token` in the address of a document.
 *
 * Shopify's library checks the signature, `aud`, and `exp` and `nbf` with ten seconds of leeway, where they are there. It does not check that
 * they are, nor that `iss` (`https://{shop}/admin`) and `dest` (`https://{shop}`) are of one and the same shop; this does.
 */
export class IdTokens {
  readonly #signers: readonly ShopifyLibrary[];

  constructor({ signers }: Pick<Shopify, 'signers'>) {
    this.#signers = signers;
  }

  /** Null for a token that is forged, foreign, expired, not valid yet, or of no shop. */
  async read(token: string): Promise<IdToken | null> {
    for (const signer of this.#signers) {
      const claims = await claimsOf(token, signer);
      if (claims !== null) return idTokenOf(claims, { token, signer });
    }
    return null;
  }
}

async function claimsOf(token: string, library: ShopifyLibrary): Promise<Claims | null> {
  try {
    return await library.session.decodeSessionToken(token);
  } catch {
    // Whatever is wrong with a token, it opens nothing. The library's error quotes the whole token, so it ends here.
    return null;
  }
}

function idTokenOf(claims: Claims, by: Pick<IdToken, 'token' | 'signer'>): IdToken | null {
  const { dest, iss, exp, nbf, iat, sub } = claims;
  if (![exp, nbf, iat].every(Number.isFinite) || typeof dest !== 'string') return null;
  const shop = dest.replace(/^https:\/\//, '');
  if (dest !== `https://${shop}` || !isShopDomain(shop) || iss !== `https://${shop}/admin`) return null;
  return {
    ...by,
    shop,
    user: `Shopify user ${/^\d{1,20}$/.test(sub ?? '') ? sub : 'unknown'}`,
    issuedAt: new Date(iat * 1000),
  };
}
