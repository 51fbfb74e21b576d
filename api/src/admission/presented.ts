import { isSecret } from '../campaign/secret-link.ts';
import { type Email, readEmail } from '../platform/email.ts';

/** What somebody has in hand, as far as its form tells. */
export type Presented =
  | { readonly kind: 'EMAIL'; readonly email: Email }
  | { readonly kind: 'PASS'; readonly pass: string }
  | { readonly kind: 'LINK'; readonly secret: string }
  /** Whatever can be typed at a gate; it may look like the secret of a link. */
  | { readonly kind: 'CODE'; readonly code: string };

/** Three parts of base64url: a JWS. */
const PASS = /^[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}$/;

/** Takes what a merchant was sent by somebody who does not get in for what it looks like. */
export function readPresented(text: string): Presented {
  const typed = text.trim();
  const secret = secretIn(typed);
  if (secret !== null) return { kind: 'LINK', secret };
  if (PASS.test(typed)) return { kind: 'PASS', pass: typed };
  const email = readEmail(typed);
  return email === null ? { kind: 'CODE', code: typed } : { kind: 'EMAIL', email };
}

/** The secret in the address of a hosted page, of its page in a theme (`/c/SECRET`) or of a page with a gate (`?vip=SECRET`). */
function secretIn(typed: string): string | null {
  const address = URL.parse(/^https?:/i.test(typed) ? typed : `https://${typed}`);
  if (address === null || !typed.includes('/')) return null;
  const inPath = /\/c\/([^/]+)\/?$/.exec(address.pathname)?.[1];
  const secret = inPath ?? address.searchParams.get('vip') ?? '';
  return isSecret(secret) ? secret : null;
}
