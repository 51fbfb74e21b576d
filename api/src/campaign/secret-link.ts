import { randomBytes } from 'node:crypto';
import type { Seal } from '../platform/seal.ts';

/** 144 bits, more than the 128 under which a secret must not be kept as a plain digest (ASVS 6.5.2); 24 characters. */
const SECRET_BYTES = 18;

const SECRET = /^[A-Za-z0-9_-]{24}$/;

/** A new secret for a link, from the system's random source. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** Whether a text can be the secret of a link at all. */
export function isSecret(text: string): boolean {
  return SECRET.test(text);
}

/** The digest by which a link is found. */
export function secretDigest(seal: Seal, secret: string): Uint8Array<ArrayBuffer> {
  return seal.digest('secret-link', secret);
}

/** What a sealed secret is bound to: its row. */
export function secretLinkPlace(id: string): string {
  return `SecretLink.sealedSecret:${id}`;
}

/**
 * Where the app proxy of `shopify.app.toml` stands in every shop: `[app_proxy] prefix` and `subpath`. Its `url` is `/proxy` of this server, so
 * that `/apps/vip/c/SECRET` of a shop comes here as `/proxy/c/SECRET`.
 */
const APP_PROXY = '/apps/vip';

/** Absolute address of the campaign's page inside the theme of a shop of Shopify's. */
export function themePageUrl(shop: string, secret: string): string {
  return `https://${shop}${APP_PROXY}/c/${secret}`;
}

/** Absolute address of the hosted page behind a secret link. `publicUrl` has no slash at its end. */
export function hostedPageUrl(publicUrl: string, secret: string): string {
  return `${publicUrl}/c/${secret}`;
}
