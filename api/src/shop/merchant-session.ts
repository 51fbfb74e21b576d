import { jwtVerify, SignJWT } from 'jose';
import type { Seal } from '../platform/seal.ts';

/** How long a session token of standalone mode is good for. The admin asks for a new one in time. */
const LIFETIME_SECONDS = 600;

/** A token with which the admin speaks for the merchant of one shop. */
export interface MerchantSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Session tokens of standalone mode, where no Shopify signs the merchant in. */
export interface MerchantSessions {
  create(shop: string): Promise<MerchantSession>;
  /** The shop's domain, or null for a token that is forged, foreign or expired. Standalone mode knows no more of its merchant. */
  merchantOf(token: string): Promise<{ readonly shop: string; readonly actor: 'Merchant' } | null>;
}

/** Signs with a key derived from the app key, so that tokens outlive a restart and work in every process. */
export function createMerchantSessions(seal: Seal, issuer = 'vip-early-access-pass'): MerchantSessions {
  const key = seal.digest('merchant-session', 'signing key');
  return {
    async create(shop) {
      const expiresAt = new Date(Date.now() + LIFETIME_SECONDS * 1000);
      const token = await new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setSubject(shop)
        .setIssuedAt()
        .setExpirationTime(expiresAt)
        .sign(key);
      return { token, expiresAt };
    },
    async merchantOf(token) {
      try {
        const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], issuer });
        return payload.sub === undefined ? null : { shop: payload.sub, actor: 'Merchant' };
      } catch {
        // Whatever is wrong with a token, it opens nothing; why is nobody's business.
        return null;
      }
    },
  };
}
